import { londonInstant } from '../../../shared/domain/calendar/day.ts';
import { commit } from '../../../shared/store/commit.ts';
import type { Files } from '../../../shared/store/files.ts';
import { logWrites } from '../../../shared/store/messages.ts';
import type { Register } from '../../../shared/store/record-kind.ts';
import { numbersTaken } from '../../../shared/store/references.ts';
import { registerOpened } from './demonstration-day.ts';
import { demonstrationStory, type Step } from './demonstration-story.ts';
import { messagesBefore } from './messages-before.ts';
import { keepPapers } from './papers/paper-files.ts';
import { type Part, partOf, publishedStories, wholeStories } from './whole-stories.ts';

const LOADED = { pk: 'DEMONSTRATION', sk: 'LOADED' };

/** A commit takes 40 actions, and the command's outcome is one of them. */
const MOST_ACTIONS = 39;

/** Commits on the way at once: enough to keep the store busy while the next ones are made. */
const AT_ONCE = 4;

/** As many parts together as a commit takes, so that loading takes a second or two. */
function batches(parts: readonly Part[]): Part[][] {
  const made: Part[][] = [];
  let room = 0;
  for (const part of parts) {
    if (part.actions > room) {
      made.push([]);
      room = MOST_ACTIONS;
    }
    made.at(-1)?.push(part);
    room -= part.actions;
  }
  return made;
}

const commitBatch = (register: Register, batch: readonly Part[], name: string) =>
  commit(register, {
    commandId: `demonstration-${name}`,
    actor: { sort: 'system', part: 'demonstration' },
    at: londonInstant(registerOpened, '09:00'),
    outcome: { loaded: batch.length },
    changes: batch.flatMap(({ changes }) => changes),
    unique: batch.flatMap(({ unique }) => unique),
    also: batch.flatMap(({ also }) => also),
  });

async function commitAll(register: Register, what: string, parts: readonly Part[]): Promise<void> {
  const left = batches(parts)
    .map((batch, number) => ({ batch, name: `${what}-${number}` }))
    .values();
  // Each takes the next of the same list until it is empty.
  const work = async () => {
    for (const { batch, name } of left) await commitBatch(register, batch, name);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** The counters of references begin after the last one that the story has given. */
async function countReferences(register: Register, story: readonly Step[]): Promise<void> {
  const last = new Map<string, number>();
  for (const step of story) {
    if (step.type !== 'commitment') continue;
    const [code = '', year = '', number = ''] = step.record.reference.split('/');
    const series = `${code}/${year}`;
    last.set(series, Math.max(last.get(series) ?? 0, Number(number)));
  }
  for (const [series, number] of last) {
    const [code = '', year = ''] = series.split('/');
    await numbersTaken(register.table, code, year, number);
  }
}

/**
 * Puts the demonstration organisation into an empty register, every record with its history, and its reports' files where
 * files are kept. Killed on the way, it goes on where it was: what was committed before answers as it did. Does nothing
 * when it has been loaded.
 */
export async function loadDemonstration(
  register: Register,
  files?: Pick<Files, 'put'>,
): Promise<'loaded' | 'already-loaded'> {
  if (await register.table.get(LOADED)) return 'already-loaded';
  const story = demonstrationStory();
  await Promise.all([files && keepPapers(files), commitAll(register, 'records', wholeStories(story))]);
  await commitAll(
    register,
    'messages',
    messagesBefore.map((message) => partOf(logWrites(message, null))),
  );
  await commitAll(register, 'published', publishedStories(story));
  await countReferences(register, story);
  await register.table.put({ ...LOADED, at: new Date().toISOString() });
  return 'loaded';
}
