import { type CliCommand, type CliIo, WrongUse } from './command.ts';
import type { CommandEntry } from './commands.ts';

const EXIT_WRONG_USE = 2;

function isHelp(argument: string | undefined): boolean {
  return argument === '--help' || argument === '-h';
}

async function topHelp(commands: readonly CommandEntry[]): Promise<string> {
  const loaded = await Promise.all(commands.map(({ load }) => load()));
  const width = Math.max(...loaded.map(({ name }) => name.length));
  return [
    'Usage: npm run -s quorate -- <command> [arguments]',
    '',
    'Commands:',
    ...loaded.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'Each command explains itself: npm run -s quorate -- <command> --help',
    'Exit codes: 0 done, 1 done with something to report, 2 wrong use.',
  ].join('\n');
}

async function runCommand(command: CliCommand, args: string[], io: CliIo): Promise<number> {
  if (args.some(isHelp)) {
    io.out(command.help);
    return 0;
  }
  return command.run(args, io);
}

/** Runs what the command line asks for and gives the exit code. Only the command asked for is loaded. */
export async function dispatch(args: string[], commands: readonly CommandEntry[], io: CliIo): Promise<number> {
  const [name, ...rest] = args;
  const names = commands.map((entry) => entry.name).join(', ');
  try {
    if (name === undefined) throw new WrongUse(`name a command: ${names} (or --help)`);
    if (isHelp(name) || name === 'help') {
      io.out(await topHelp(commands));
      return 0;
    }
    const entry = commands.find((candidate) => candidate.name === name);
    if (entry === undefined) throw new WrongUse(`there is no command "${name}"; there are ${names} (or --help)`);
    return await runCommand(await entry.load(), rest, io);
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    io.err(`quorate: ${error.message}`);
    return EXIT_WRONG_USE;
  }
}
