import type { AgendaItem } from '../domain/agenda-items/agenda-item.ts';
import type { Day } from '../domain/calendar/day.ts';
import type { Commitment } from '../domain/commitments/commitment.ts';
import type { HistoryEntry } from '../domain/history/history-entry.ts';
import type { Meeting } from '../domain/meetings/meeting.ts';
import type { Message } from '../domain/messages/message.ts';
import type { Minute } from '../domain/minutes/minute.ts';
import type { Person } from '../domain/people/person.ts';
import type { Resolution } from '../domain/resolutions/resolution.ts';
import { type BodyContext, bodyContext } from './body-context.ts';
import { agendaItems, minutes, resolutions } from './business.ts';
import { commitments } from './commitments.ts';
import { historyOf } from './history.ts';
import { meetings } from './meetings.ts';
import { messagesAbout, messagesSent } from './messages.ts';
import { everybody, people } from './people.ts';
import { get, getMany, type Register, type Versioned } from './record-kind.ts';
import { handledOf } from './reminders.ts';

/** Where a promise arose, as far as it is known. */
export type Source = {
  meeting: Meeting | undefined;
  item: AgendaItem | undefined;
  minute: Minute | undefined;
  resolution: Resolution | undefined;
};

/** A promise with the body it is owed to and the people as they are that day. */
export type PromiseAround = Versioned<Commitment> & { context: BodyContext; persons: Map<string, Person> };

/** The same with its past: what a story is told from. */
export type PromiseStory = PromiseAround & {
  history: HistoryEntry[];
  messages: Message[];
  handled: ReadonlySet<string>;
  source: Source;
};

async function sourceOf(register: Register, { source }: Commitment): Promise<Source> {
  const wanted = (id: string | null) => (id === null ? [] : [id]);
  const [meeting, item, minute, resolution] = await Promise.all([
    getMany(register, meetings, wanted(source.meetingId)),
    getMany(register, agendaItems, wanted(source.itemId)),
    getMany(register, minutes, wanted(source.minuteId)),
    getMany(register, resolutions, wanted(source.resolutionId)),
  ]);
  return {
    meeting: meeting[0]?.record,
    item: item[0]?.record,
    minute: minute[0]?.record,
    resolution: resolution[0]?.record,
  };
}

/** Everybody by id: names for the page. */
export async function personsById(register: Register): Promise<Map<string, Person>> {
  return new Map((await everybody(register)).map(({ record }) => [record.id, record]));
}

// Who may answer is decided by absences: those are read from the records, never from an index.
async function ownersNow(register: Register, { owner }: Commitment, persons: Map<string, Person>): Promise<void> {
  const ids = [owner?.personId, owner?.linkOfficerId].filter((id) => id !== null && id !== undefined);
  for (const { record } of await getMany(register, people, ids)) persons.set(record.id, record);
}

/** A promise with its body and people. Throws `NotFound`. */
export async function promiseAround(register: Register, id: string, today: Day): Promise<PromiseAround> {
  const [promise, persons] = await Promise.all([get(register, commitments, id), personsById(register)]);
  const [context] = await Promise.all([
    bodyContext(register, promise.record.bodyId, today),
    ownersNow(register, promise.record, persons),
  ]);
  return { ...promise, context, persons };
}

/** Begins to read what the rest of a promise's story depends on. */
export function readPromiseAhead(register: Register, id: string): readonly Promise<unknown>[] {
  return [get(register, commitments, id), everybody(register), messagesSent(register.table, id)];
}

/** A promise with everything its page tells. Throws `NotFound`. */
export async function promiseStory(register: Register, id: string, today: Day): Promise<PromiseStory> {
  const [promise, persons] = await Promise.all([get(register, commitments, id), personsById(register)]);
  const [history, messages, handled, context, source] = await Promise.all([
    historyOf(register, 'commitment', id),
    messagesAbout(register.table, id),
    handledOf(register.table, id),
    bodyContext(register, promise.record.bodyId, today),
    sourceOf(register, promise.record),
    ownersNow(register, promise.record, persons),
  ]);
  return { ...promise, context, persons, history, messages, handled, source };
}
