import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { tableProgram } from '../../infra/local/servers.ts';
import { endOrphan } from '../../infra/local/table/server.ts';
import { temporaryFolder } from './local/temporary-folder.ts';
import { hiddenField, testBrowser } from './local/test-browser.ts';
import { ownPort } from './ports.ts';

const MAIN = join(import.meta.dirname, '../../infra/local/main.ts');
/** Bounds against hanging on a busy machine, in milliseconds; none of them is a measurement. */
const START_WITHIN = 90_000;
const STOP_WITHIN = 30_000;
const MOVE_WITHIN = 300_000;
/** More often than this nobody is killed at one act: a bound, for the day that a host never comes up. */
const MOST_KILLS = 6;

/** What becomes of a process: the signal that ended it, or how it exited. */
type End = { readonly signal: NodeJS.Signals | null; readonly code: number | null };

export type Visitor = ReturnType<typeof testBrowser>;

/** A mail of the inbox. */
export type InboxMail = { to: string; messageId: string };

const inboxSchema = z.array(
  z.object({
    id: z.string(),
    to: z.array(z.string()).transform((to) => to.join(', ')),
    subject: z.string(),
    text: z.string(),
    day: z.string(),
    messageId: z.string(),
  }),
);
const slackSchema = z.array(z.object({ day: z.string(), to: z.string(), text: z.string() }));
const timeSchema = z.object({
  today: z.string(),
  moving: z.boolean(),
  move: z.object({ target: z.string(), trouble: z.string() }).nullable(),
});

export type HostProcess = Awaited<ReturnType<typeof openHostProcess>>;

/** Asks again and again, up to a bound, until there is an answer; undefined and false are none. */
export async function until<T>(what: string, ask: () => Promise<T | undefined | false>, within = 240_000): Promise<T> {
  const last = Date.now() + within;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > last) throw new Error(`${what}: still not so after ${within / 1000} seconds`);
    await pause(100);
  }
}

/** Ends the store's server that a killed host left behind. */
const endStore = (folder: string): Promise<boolean> =>
  endOrphan({
    binary: tableProgram(),
    file: join(folder, 'table.sqlite'),
    pidFile: join(folder, 'table.pid'),
    say: () => {},
    onLost: () => {},
  });

type Options = {
  /** The data folder; a new one of its own, removed at the end, when none is given. */
  readonly folder?: string;
  /** More of the command line. */
  readonly args?: readonly string[];
  readonly crashAt?: string;
  /** More of the environment. */
  readonly env?: Readonly<Record<string, string>>;
};

/**
 * The real host (`infra/local/main.ts`) as a process of its own, on a data folder and a free port that stay the same
 * through kills and restarts. `close` ends it, and the store's server that a kill left behind, and removes its own folder.
 */
export async function openHostProcess({ folder, args = [], crashAt = '', env: given = {} }: Options = {}) {
  const own = folder === undefined ? temporaryFolder() : undefined;
  const data = folder ?? join(own?.path ?? '', 'data');
  // The mailbox and the files have the next two.
  const port = await ownPort(3);
  const address = `http://localhost:${port}`;
  let child: ChildProcess | undefined;
  let ended: Promise<End> = Promise.resolve({ signal: null, code: 0 });
  let said = '';
  const endWithTests = () => child?.kill('SIGKILL');
  process.once('exit', endWithTests);

  const start = async (crash = '', more: readonly string[] = []): Promise<void> => {
    said = '';
    // A message left in doubt is sent again after a second, not a minute and a half: the tests wait for it.
    const env = { ...process.env, PORT: String(port), QUORATE_CRASH_AT: crash, MESSAGE_LEASE_SECONDS: '1', ...given };
    const running = spawn(process.execPath, ['--no-warnings', MAIN, '--data', data, ...more], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = running;
    ended = new Promise((resolve) => running.once('exit', (code, signal) => resolve({ code, signal })));
    const ready = new Promise<void>((resolve) => {
      const hear = (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('is ready')) resolve();
      };
      running.stdout.on('data', hear);
      running.stderr.on('data', hear);
    });
    const late = pause(START_WITHIN, 'late' as const, { ref: false });
    const first = await Promise.race([ready.then(() => 'ready' as const), ended, late]);
    if (first === 'late') throw new Error(`The host was not ready in time. It said:\n${said}`);
    // Killed where it was told to be, before it was ready: whoever uses it finds out and starts it again.
    if (first !== 'ready' && first.signal !== 'SIGKILL') throw new Error(`The host ended. It said:\n${said}`);
  };

  /** Did it die of a kill? Waits a little: a broken connection is noticed before the end of the process. */
  const wasKilled = async (): Promise<boolean> => {
    const end = await Promise.race([ended, pause(3000, undefined, { ref: false })]);
    return end?.signal === 'SIGKILL';
  };
  const kill9 = async (): Promise<void> => {
    child?.kill('SIGKILL');
    await ended;
  };
  const stop = async (): Promise<void> => {
    child?.kill('SIGTERM');
    const end = await Promise.race([ended, pause(STOP_WITHIN, undefined, { ref: false })]);
    if (end === undefined) {
      await kill9();
      throw new Error(`The host did not stop in time. It said:\n${said}`);
    }
  };
  const close = async (): Promise<void> => {
    process.removeListener('exit', endWithTests);
    await kill9();
    await endStore(data);
    own?.remove();
  };

  const ask = (path: string): Promise<Response> => fetch(`${address}${path}`);
  /** Every mail that the inbox has kept, in no order. */
  const mails = (): InboxMail[] =>
    readdirSync(join(data, 'mail'))
      .filter((name) => name.endsWith('.eml'))
      .map((name) => toMail(readFileSync(join(data, 'mail', name), 'utf8')));
  /** The inbox as its page shows it: with the business day of each mail. */
  const inbox = async () => inboxSchema.parse(await (await ask('/local/inbox.json')).json());
  const slack = async () => slackSchema.parse(await (await ask('/local/slack.json')).json());
  const time = async () => timeSchema.parse(await (await ask('/local/time.json')).json());

  try {
    await start(crashAt, args);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    data,
    address,
    port,
    start,
    restart: async (crash = ''): Promise<void> => {
      await stop();
      await start(crash);
    },
    kill9,
    stop,
    close,
    wasKilled,
    said: () => said,
    visitor: () => testBrowser(address),
    mails,
    inbox,
    slack,
    time,
  };
}

const toMail = (source: string): InboxMail => {
  const header = (name: string): string => new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(source)?.[1]?.trim() ?? '';
  return { to: header('to'), messageId: header('message-id') };
};

/** Signs somebody of the demonstration's list in, as a browser without a script would. Lands on `to`. */
export async function signIn(host: Pick<HostProcess, 'address'>, person: string, to = '/local/time'): Promise<Visitor> {
  const visitor = testBrowser(host.address);
  const list = await visitor.go(`/sign-in?to=${encodeURIComponent(to)}`);
  const landed = await visitor.post(list.url, { token: hiddenField(list.text, 'token'), person });
  if (new URL(landed.url).pathname !== new URL(to, host.address).pathname)
    throw new Error(`${person} was not signed in but landed on ${landed.url}`);
  return visitor;
}

/** What is done after a kill, before the host is started again; answers the crash point of its next life, or ''. */
export type AfterKill = () => string;

/** Does what a patient person does: when the host was killed under their hands, starts it again and does the same again. */
export async function insist<T>(
  host: HostProcess,
  work: () => Promise<T>,
  afterKill: AfterKill = () => '',
): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === MOST_KILLS || !(await host.wasKilled())) throw error;
      await host.start(afterKill());
    }
  }
}

/** Moves business time to a day by its form and waits until every day on the way has been run. */
export async function moveTo(host: HostProcess, day: string, afterKill?: AfterKill): Promise<void> {
  await insist(
    host,
    async () => {
      const { today, move } = await host.time();
      if (today >= day || (move?.target ?? '') >= day) return;
      const visitor = host.visitor();
      const { text } = await visitor.go('/local/time');
      await visitor.post('/local/time', { token: hiddenField(text, 'token'), by: 'day', day });
    },
    afterKill,
  );
  await until(
    `it is ${day}`,
    () =>
      insist(
        host,
        async () => {
          const { today, moving, move } = await host.time();
          if (move?.trouble) throw new Error(`Moving time stopped: ${move.trouble}\n${host.said()}`);
          return today >= day && !moving;
        },
        afterKill,
      ),
    MOVE_WITHIN,
  );
}
