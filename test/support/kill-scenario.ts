import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type HostProcess, insist, moveTo, openHostProcess, signIn, until, type Visitor } from './host.ts';
import { temporaryFolder } from './local/temporary-folder.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { type Again, entered, promiseAddress, readIn, sendForm } from './story-acts.ts';

const coventry = readFileSync(
  join(import.meta.dirname, '../fixtures/seeds/coventry-board-out-of-hospital-update.txt'),
  'utf8',
);

// Long enough to be kept beside the table, as a long meeting's minutes are.
const longMinutes = coventry.replace(
  'The report set out the following objectives',
  `${'The Board heard how the programme had gone on in each of its places. '.repeat(1600)}\n\nThe report set out the following objectives`,
);

/** Who signs in, with the cookies of their sessions: they survive a kill. */
type People = { maya: Visitor; owen: Visitor };

/** A data folder in the middle of its story, to be copied for each kill. */
export type Prepared = {
  path: string;
  cookies: { maya: [string, string][]; owen: [string, string][] };
  remove: () => void;
};

const once: Again = (work) => work();

/**
 * The demonstration with one more promise, asked about and not answered for 28 days but one: on the first day that is
 * moved to, the workflow that waits for its owner runs out of time.
 */
export async function prepare(): Promise<Prepared> {
  const folder = temporaryFolder();
  const host = await openHostProcess({ folder: join(folder.path, 'data') });
  try {
    const [maya, owen] = [await signIn(host, 'maya-lapwing'), await signIn(host, 'owen-sandpiper')];
    const source = { text: coventry, body: 'hosb', day: '2018-10-17', owner: 'owen-sandpiper' };
    const reading = await readIn(maya, source, once);
    await until('the first minutes are entered', () => entered(maya, reading));
    await moveTo(host, '2019-05-13');
    await host.stop();
    const cookies = { maya: [...maya.cookies], owen: [...owen.cookies] };
    return { path: join(folder.path, 'data'), cookies, remove: folder.remove };
  } catch (error) {
    await host.close();
    folder.remove();
    throw error;
  }
}

async function live(host: HostProcess, { maya, owen }: People, killed: () => void): Promise<void> {
  const again: Again = (work) => insist(host, work, killed);
  const source = { text: longMinutes, body: 'hosb', day: '2018-11-28', owner: 'owen-sandpiper' };
  const reading = await readIn(maya, source, again);
  const page = await until('the minutes are entered', () => again(() => entered(maya, reading)));
  const promise = promiseAddress(page);
  await moveTo(host, '2019-05-14', killed);
  const accepts = (): Record<string, string> => ({ answer: 'accept' });
  await sendForm(owen, { page: `${promise}/answer`, typed: accepts }, again);
  await sendForm(
    maya,
    {
      page: `${promise}/close`,
      typed: ({ text }) => ({
        answer: 'no-longer',
        meeting: /<option value="(meeting-[^"]+)"/.exec(text)?.[1] ?? '',
        minute: '12/19',
        whyNoLonger: 'The programme has ended.',
      }),
    },
    again,
  );
  await moveTo(host, '2019-05-15', killed);
}

export type Lived = {
  kills: number;
  /** How long it took. */
  milliseconds: number;
  outcome: Outcome;
  mails: ReturnType<HostProcess['mails']>;
};

type Kill = { readonly crashAt?: string; readonly afterMilliseconds?: number };

/** Lives the scenario on a copy of what was prepared, killed where or when it is said, and reads what came of it. */
export async function liveThrough(prepared: Prepared, { crashAt = '', afterMilliseconds }: Kill = {}): Promise<Lived> {
  const folder = temporaryFolder();
  const data = join(folder.path, 'data');
  cpSync(prepared.path, data, { recursive: true });
  // The ports were the other host's; another test may have them now.
  rmSync(join(data, 'ports.json'), { force: true });
  let kills = 0;
  const host = await openHostProcess({ folder: data, crashAt });
  try {
    const people = { maya: host.visitor(), owen: host.visitor() };
    for (const [name, value] of prepared.cookies.maya) people.maya.cookies.set(name, value);
    for (const [name, value] of prepared.cookies.owen) people.owen.cookies.set(name, value);
    const began = Date.now();
    const timer = afterMilliseconds === undefined ? undefined : setTimeout(() => void host.kill9(), afterMilliseconds);
    const killed = () => {
      kills += 1;
    };
    await live(host, people, killed);
    clearTimeout(timer);
    const milliseconds = Date.now() - began;
    const mails = host.mails();
    await host.stop();
    return { kills, milliseconds, mails, outcome: await outcomeOf(data) };
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.stack : String(error)}\nThe host said:\n${host.said()}`);
  } finally {
    await host.close();
    folder.remove();
  }
}
