import { join, resolve } from 'node:path';
import { functions, workflowNames, workflowSchedules } from '../../functions/index.ts';
import { startHost } from './host.ts';
import { readOptions } from './options.ts';
import { StartRefused } from './start-refused.ts';

const root = join(import.meta.dirname, '../..');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const refuse = (sentence: string, exitCode: number): never => {
  process.stderr.write(`\nQuorate: ${sentence}\n\n`);
  process.exit(exitCode);
};

async function main(): Promise<void> {
  const began = performance.now();
  const { port, folder, today, empty } = readOptions(process.argv.slice(2), process.env);
  const host = await startHost({
    registry: { root, functions, workflowSchedules, workflowNames },
    folder: resolve(folder),
    port,
    assets: join(root, 'dist/assets'),
    organisation: { name: 'Brackenford', contactEmail: 'governance@brackenford.example', firstAdministrator: '' },
    signInList: [],
    ...(today ? { today } : {}),
    crashAt: process.env['QUORATE_CRASH_AT'] ?? '',
    say,
    onFatal: (reason) => refuse(reason, 1),
  });
  say(`Quorate is ready after ${((performance.now() - began) / 1000).toFixed(1)} s: ${host.publicAddress}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      host.close().then(
        () => process.exit(0),
        (error: unknown) => refuse(String(error), 1),
      );
    });
  void empty;
}

main().catch((error: unknown) => {
  if (error instanceof StartRefused) refuse(error.message, error.exitCode);
  throw error;
});
