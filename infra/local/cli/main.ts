import { commands } from './commands.ts';
import { dispatch } from './dispatch.ts';

export type { CliCommand } from './command.ts';

// `quorate ... | head` closes the pipe early; that is the reader's right, not an error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await dispatch(process.argv.slice(2), commands, {
  stdin: process.stdin,
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
});
