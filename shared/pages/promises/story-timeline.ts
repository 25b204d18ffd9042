import { addDays, type Day, londonDay } from '../../domain/calendar/day.ts';
import { formatDate } from '../../domain/calendar/day-words.ts';
import { type Commitment, commitment, firstDayOf, lastDayOf } from '../../domain/commitments/commitment.ts';
import type { HistoryEntry } from '../../domain/history/history-entry.ts';
import type { Message } from '../../domain/messages/message.ts';
import type { Person } from '../../domain/people/person.ts';
import { formatMoment } from '../day-words.ts';
import { type Key, say } from '../say.ts';
import { commitmentsWords } from '../words/commitments.ts';
import { dueWords, ownerWords } from './promise-words.ts';

/** One entry of the timeline, as the component takes it. */
export type Entry = {
  day: Day;
  kind: 'event' | 'done' | 'late' | 'message' | 'moved' | 'opened' | 'coming';
  title: string;
  text?: string;
  quote?: string;
  late?: boolean;
  coming?: boolean;
};

type Told = {
  history: readonly HistoryEntry[];
  messages: readonly Message[];
  persons: ReadonlyMap<string, Person>;
  shortName: string;
  today: Day;
};

const kinds: Record<string, Entry['kind']> = {
  accepted: 'done',
  'refused as not mine': 'moved',
  'handed over': 'moved',
  'placed on a meeting': 'opened',
  'more time asked for': 'moved',
  'more time agreed': 'moved',
  'more time declined': 'moved',
  'given a date': 'moved',
  'said to be done': 'done',
  'closed: the committee is satisfied': 'done',
  'reopened: the committee is not yet satisfied': 'moved',
};

type CommitmentsKey = Key<'commitments'>;
const isKey = (key: string): key is CommitmentsKey => key in commitmentsWords.en;

const titleOf = (event: string): string => {
  const key = `event-${event}`;
  return isKey(key) ? say('commitments', key) : `${event.slice(0, 1).toUpperCase()}${event.slice(1)}`;
};

const timeOf = (at: string): string => formatMoment(at).split(' on ')[0] ?? '';

const dates = ['recorded', 'more time agreed', 'given a date', 'reopened: the committee is not yet satisfied'];

/** What changed, where the event's name alone does not say it. */
function changeWords({ payload, envelope }: HistoryEntry, { persons, today }: Told): string[] {
  const after = payload?.after ?? {};
  const { event } = envelope;
  if (event === 'placed on a meeting') {
    const placed = commitment.shape.placedOn.safeParse(after['placedOn']);
    return placed.success && placed.data
      ? [say('commitments', 'eventPlaced', { day: formatDate(placed.data.day) })]
      : [];
  }
  if (event === 'handed over') {
    const owner = commitment.shape.owner.safeParse(after['owner']);
    return owner.success && owner.data
      ? [say('commitments', 'eventOwner', { owner: ownerWords({ owner: owner.data }, { persons, today }) })]
      : [];
  }
  const due = commitment.shape.due.safeParse(after['due']);
  return dates.includes(event) && due.success ? [say('commitments', 'eventDue', { due: dueWords(due.data) })] : [];
}

function byWhom({ actor, at }: HistoryEntry['envelope'], { persons }: Told): string {
  const time = timeOf(at);
  if (actor.sort === 'system') return say('commitments', 'byQuorate', { time });
  const name = persons.get(actor.personId)?.name ?? '';
  const other = actor.onBehalfOf && persons.get(actor.onBehalfOf)?.name;
  return other ? say('commitments', 'byWhomFor', { name, other, time }) : say('commitments', 'byWhom', { name, time });
}

// A reason is said once, as a quotation; progress carries its text in the record.
function saidIn({ envelope, payload }: HistoryEntry): string | undefined {
  if (envelope.reason) return envelope.reason;
  const progress = commitment.shape.progress.safeParse(payload?.after['progress']);
  return envelope.event === 'progress noted' && progress.success ? progress.data.at(-1)?.text : undefined;
}

function eventEntry(entry: HistoryEntry, told: Told): Entry {
  const { envelope } = entry;
  const quote = saidIn(entry);
  return {
    day: londonDay(envelope.at),
    kind: kinds[envelope.event] ?? 'event',
    title: titleOf(envelope.event),
    text: [...changeWords(entry, told), byWhom(envelope, told)].join(' '),
    ...(quote ? { quote } : {}),
  };
}

/** Messages of one milestone on one day are one entry: who got it, and who did not. */
function messageEntries({ messages, persons }: Told): Entry[] {
  const groups = Map.groupBy(messages, ({ dueOn, milestone }) => `${dueOn} ${milestone}`);
  const nameOf = ({ recipient }: Message) => persons.get(recipient)?.name ?? recipient;
  return [...groups.values()].flatMap((group): Entry[] => {
    const first = group[0];
    if (!first) return [];
    const sent = group.filter(({ state }) => state === 'sent');
    const others = group.filter(({ state }) => state !== 'sent');
    const names = [...new Set(sent.map(nameOf))].join(', ');
    const text = [
      ...(names === '' ? [] : [say('commitments', 'storySentTo', { names })]),
      ...others.map((one) =>
        say('commitments', 'storyNotSent', { names: nameOf(one), state: say('commitments', `sent-${one.state}`) }),
      ),
    ];
    const kind = first.milestone.includes('overdue') ? 'late' : 'message';
    return [
      { day: first.dueOn, kind, title: say('commitments', 'storySent', { title: first.title }), text: text.join(' ') },
    ];
  });
}

const cameOn = ({ doneOn, reports }: Commitment): Day | null => doneOn ?? reports.at(-1)?.on ?? null;

const owing = ({ state }: Commitment): boolean => state === 'open' || state === 'not-mine';

/** The day it became late, if it did and had not come before. */
function lateEntries(promise: Commitment, today: Day): Entry[] {
  const last = lastDayOf(promise.due);
  const overdue = promise.overdueSince ?? (owing(promise) && last !== null && last < today ? last : null);
  const came = cameOn(promise);
  if (overdue === null || (came !== null && came <= overdue)) return [];
  return [{ day: addDays(overdue, 1), kind: 'late', title: say('commitments', 'storyOverdue') }];
}

/** What its days have brought and will bring. */
function dayEntries(promise: Commitment, { today }: Told): Entry[] {
  const [from, to] = [firstDayOf(promise.due), lastDayOf(promise.due)];
  const windowed = from !== null && to !== null && from !== to;
  const coming = (day: Day | null | undefined, key: CommitmentsKey): Entry[] =>
    owing(promise) && day && day > today ? [{ day, kind: 'coming', title: say('commitments', key), coming: true }] : [];
  const opened = windowed && from > promise.madeOn && from <= today;
  return [
    ...(opened ? [{ day: from, kind: 'opened' as const, title: say('commitments', 'storyOpened') }] : []),
    ...lateEntries(promise, today),
    ...(windowed ? coming(from, 'storyOpens') : []),
    ...coming(promise.placedOn?.day, 'storyMeeting'),
    ...coming(to, windowed ? 'storyCloses' : 'storyDue'),
  ];
}

/** Everything that happened to a promise and what its days will bring, in order of day. */
export function storyTimeline(promise: Commitment, told: Told): Entry[] {
  const origin: Entry = {
    day: promise.madeOn,
    kind: 'event',
    title: say('commitments', 'storyOrigin', { body: told.shortName }),
    quote: promise.asSaid,
  };
  const entries = [
    origin,
    ...dayEntries(promise, told),
    ...told.history.map((entry) => eventEntry(entry, told)),
    ...messageEntries(told),
  ].toSorted((a, b) => a.day.localeCompare(b.day));
  const lateFrom = entries.find(({ kind }) => kind === 'late')?.day;
  const came = cameOn(promise) ?? told.today;
  return entries.map((entry) =>
    lateFrom !== undefined && entry.day >= lateFrom && entry.day < came ? { ...entry, late: true } : entry,
  );
}
