import { join, resolve } from 'node:path';
import { functions, workflowNames, workflowSchedules } from '../../functions/index.ts';
import { formatDay } from '../../shared/domain/calendar/day-words.ts';
import { buildServices } from '../../shared/lambda/services.ts';
import { openFiles } from '../../shared/store/files.ts';
import { loadDemonstration } from './demonstration/load.ts';
import { people } from './demonstration/people.ts';
import { signInList } from './demonstration/sign-in-list.ts';
import { tour } from './demonstration/tour.ts';
import { type Host, startHost } from './host.ts';
import { readOptions, type StartOptions } from './options.ts';
import { StartRefused } from './start-refused.ts';

const root = join(import.meta.dirname, '../..');
const ADMINISTRATOR = 'sol.administrator@brackenford.example';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const refuse = (sentence: string, exitCode: number): never => {
  process.stderr.write(`\nQuorate: ${sentence}\n\n`);
  process.exit(exitCode);
};

async function fillWithDemonstration(): Promise<void> {
  const { register, configuration } = buildServices();
  await loadDemonstration(register, openFiles(configuration.FILES_BUCKET));
}

const start = ({ port, folder, today, empty }: StartOptions): Promise<Host> =>
  startHost({
    registry: { root, functions, workflowSchedules, workflowNames },
    folder: resolve(folder),
    port,
    assets: join(root, 'dist/assets'),
    organisation: {
      name: 'Brackenford',
      contactEmail: 'governance@brackenford.example',
      firstAdministrator: ADMINISTRATOR,
    },
    signInList: empty ? signInList.filter(({ email }) => email === ADMINISTRATOR) : signInList,
    slackNames: new Map(people.map(({ slackUserId, name }) => [slackUserId ?? '', name])),
    ...(today ? { today } : {}),
    tour: empty ? [] : tour,
    ...(empty ? {} : { firstData: fillWithDemonstration }),
    cognito: process.env['QUORATE_COGNITO_CLAIMS'] === '1',
    crashAt: process.env['QUORATE_CRASH_AT'] ?? '',
    staleIndexMilliseconds: Number(process.env['QUORATE_STALE_INDEXES'] ?? 0),
    say,
    onFatal: (reason) => refuse(reason, 1),
  });

const greet = ({ publicAddress, servers, clock }: Host, seconds: string): void =>
  say(`
Quorate is ready (${seconds} s). Today is ${formatDay(clock.today())}.

  Quorate      ${publicAddress}
  Inbox        ${publicAddress}/local/inbox   (mailbox with search: http://127.0.0.1:${servers.inbox.webPort})
  Slack        ${publicAddress}/local/slack
  Move time    ${publicAddress}/local/time

For demonstration, development and rehearsal on this machine; not for live records. Ctrl-C stops it.
`);

const stopOnSignals = (host: Host): void => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      host.close().then(
        () => process.exit(0),
        (error: unknown) => refuse(String(error), 1),
      );
    });
};

async function main(): Promise<void> {
  const host = await start(readOptions(process.argv.slice(2), process.env));
  stopOnSignals(host);
  greet(host, process.uptime().toFixed(1));
}

main().catch((error: unknown) => {
  if (error instanceof StartRefused) refuse(error.message, error.exitCode);
  throw error;
});
