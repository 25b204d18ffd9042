import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beginSession } from '../../shared/store/sessions.ts';
import { openTable } from '../../shared/store/table.ts';
import { type AfterKill, type HostProcess, insist, moveTo, openHostProcess, type Visitor } from './host.ts';
import { temporaryFolder } from './local/temporary-folder.ts';
import { type Outcome, outcomeOf, withTable } from './outcome.ts';
import type { Again } from './story-acts.ts';

/** A host in the middle of a story, as those who act in it have it under their hands. */
export type Life = {
  readonly host: HostProcess;
  /** A person's browser: its session survives a kill. */
  readonly as: (personId: string) => Visitor;
  /** Does something, and the same again when the host was killed under it. */
  readonly again: Again;
  /** Moves business time to a day, through kills. */
  readonly until: (day: string) => Promise<void>;
};

/** What is lived: who acts in it, what went before it (once, with no kill), and the part that is killed again and again. */
export type Story<Seen = void> = {
  readonly people: readonly string[];
  readonly begins: string;
  readonly before: (life: Life) => Promise<void>;
  /** Answers what was seen on the way. */
  readonly live: (life: Life) => Promise<Seen>;
};

/** A data folder in the middle of its story, to be copied for each kill, and the session of each person. */
export type Prepared<Seen = void> = {
  readonly story: Story<Seen>;
  readonly path: string;
  readonly sessions: ReadonlyMap<string, string>;
  readonly remove: () => void;
};

function lifeOf(host: HostProcess, sessions: ReadonlyMap<string, string>, afterKill?: AfterKill): Life {
  const visitors = new Map<string, Visitor>();
  for (const [personId, secret] of sessions) {
    const visitor = host.visitor();
    visitor.cookies.set('quorate-session', secret);
    visitors.set(personId, visitor);
  }
  const as = (personId: string): Visitor => {
    const visitor = visitors.get(personId);
    if (visitor === undefined) throw new Error(`${personId} does not act in this story`);
    return visitor;
  };
  return {
    host,
    as,
    again: (work) => insist(host, work, afterKill),
    until: (day) => moveTo(host, day, afterKill),
  };
}

// Members of a body may act in a story without being on the list of those who can sign in at this host.
const sessionsIn = (data: string, people: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  withTable(data, async (client) => {
    const sessions = new Map<string, string>();
    const table = openTable('quorate', client);
    for (const personId of people)
      sessions.set(personId, await beginSession(table, { personId, idToken: null, realNow: Date.now() }));
    return sessions;
  });

/** Lives what went before a story, on a folder of its own. */
export async function prepare<Seen>(story: Story<Seen>): Promise<Prepared<Seen>> {
  const folder = temporaryFolder();
  const data = join(folder.path, 'data');
  const host = await openHostProcess({ folder: data });
  try {
    await host.stop();
    const sessions = await sessionsIn(data, story.people);
    await host.start();
    const life = lifeOf(host, sessions);
    await story.before(life);
    await life.until(story.begins);
    await host.stop();
    return { story, path: data, sessions, remove: folder.remove };
  } catch (error) {
    await host.close();
    folder.remove();
    throw error;
  }
}

export type Lived<Seen = unknown> = {
  seen: Seen;
  kills: number;
  /** How long it took. */
  milliseconds: number;
  outcome: Outcome;
  mails: ReturnType<HostProcess['mails']>;
};

type Kill = {
  /** Where it is killed: at the first of these points, in the life after that at the second, and so on. */
  readonly crashAt?: readonly string[];
  /** When it is killed: after so much of its first life, so much of its second, and so on. */
  readonly afterMilliseconds?: readonly number[];
};

/** Lives the story on a copy of what was prepared, killed where or when it is said, and reads what came of it. */
export async function liveThrough<Seen>(
  { story, path, sessions }: Prepared<Seen>,
  kill: Kill = {},
): Promise<Lived<Seen>> {
  const folder = temporaryFolder();
  const data = join(folder.path, 'data');
  cpSync(path, data, { recursive: true });
  // The ports were the other host's; another test may have them now.
  rmSync(join(data, 'ports.json'), { force: true });
  const points = (kill.crashAt ?? []).values();
  const moments = (kill.afterMilliseconds ?? []).values();
  let kills = 0;
  let timer: NodeJS.Timeout | undefined;
  const host = await openHostProcess({ folder: data, crashAt: points.next().value ?? '' });
  const armed = (): void => {
    const moment = moments.next().value;
    if (moment !== undefined) timer = setTimeout(() => void host.kill9(), moment);
  };
  try {
    const began = Date.now();
    armed();
    const life = lifeOf(host, sessions, () => {
      kills += 1;
      armed();
      return points.next().value ?? '';
    });
    const seen = await story.live(life);
    clearTimeout(timer);
    const milliseconds = Date.now() - began;
    const mails = host.mails();
    await host.stop();
    return { seen, kills, milliseconds, mails, outcome: await outcomeOf(data) };
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.stack : String(error)}\nThe host said:\n${host.said()}`);
  } finally {
    clearTimeout(timer);
    await host.close();
    folder.remove();
  }
}
