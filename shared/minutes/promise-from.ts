import type { Day } from '../domain/calendar/day.ts';
import type { Commitment, Due } from '../domain/commitments/commitment.ts';
import type { AccessClass } from '../domain/record.ts';
import type { FindOf } from './find.ts';
import { findsOf } from './kept-finds.ts';
import { answerToFollow } from './promise-answers.ts';
import type { PartToEnter, PromiseAnswer, PromiseToEnter, ReadingRecord } from './reading-record.ts';

/** Who accepted the text, on which London day, and who may know of the promise. */
type Entered = { by: string; today: Day; accessClass: AccessClass };

type Source = FindOf<'promise'> | FindOf<'matter-raised'>;

const isSource = (find: { kind: string }): find is Source => find.kind === 'promise' || find.kind === 'matter-raised';

const emptyAsNull = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text);

function ownerFrom({ ownerRole, ownerPersonId, linkOfficerId }: PromiseAnswer, since: Day): Commitment['owner'] {
  const role = emptyAsNull(ownerRole);
  if (role === null && ownerPersonId === null && linkOfficerId === null) return null;
  return { role, personId: ownerPersonId, linkOfficerId, since };
}

type Chased = Pick<Commitment, 'state' | 'chasedFrom' | 'due' | 'extensions' | 'closure'>;

/**
 * Whether and from when it is chased. Nothing is retrospective: a live promise from today, history never, one already late that
 * nobody has decided about not yet. A new day keeps the old one beside it.
 */
function chasing(answer: PromiseAnswer, { by, today }: Entered, reason: string): Chased {
  const open = { state: 'open', due: answer.due, extensions: [], closure: null } as const;
  switch (answer.late) {
    case 'history': {
      const closure = { how: 'history', on: today, by, meetingId: null, minuteReference: null, reason } as const;
      return { ...open, extensions: [], state: 'history', chasedFrom: null, closure };
    }
    case 'undecided':
      return { ...open, extensions: [], chasedFrom: null };
    case 'new-date': {
      if (answer.newDay === null) return { ...open, extensions: [], chasedFrom: null };
      const wanted: Due = { sort: 'day', day: answer.newDay, asSaid: answer.due.asSaid };
      const given = { askedOn: today, askedBy: by, reason, was: answer.due, wanted } as const;
      const agreed = { ...given, answer: 'agreed', answeredOn: today, answeredBy: by } as const;
      return { ...open, due: wanted, extensions: [agreed], chasedFrom: today };
    }
    case 'chase':
    case null:
      return { ...open, extensions: [], chasedFrom: today };
  }
}

function recursAs(find: Source): Commitment['recurs'] {
  const said = find.kind === 'promise' ? (find.recurring ?? '') : '';
  if (/\b(?:every|each) meeting\b/i.test(said)) return 'every-meeting';
  if (/\bquarter/i.test(said)) return 'quarterly';
  return /\b(?:annual|yearly|every year)/i.test(said) ? 'yearly' : 'once';
}

/** Which resolution of the register the words of a promise stand in, and at which of its parts. */
function sourceOf(record: ReadingRecord, part: PartToEnter, find: Source): Commitment['source'] {
  const limb = find.kind === 'promise' ? find.resolutionId : null;
  const holder = record.parts.find(({ limbs }) => limb !== null && limbs.includes(limb));
  const words = findsOf(record).find(({ id }) => id === limb);
  return {
    meetingId: record.meetingId,
    itemId: part.itemId,
    minuteId: part.minuteId,
    resolutionId: holder?.resolutionId ?? null,
    limb: holder !== undefined && words?.kind === 'resolution' ? (words.number?.slice(0, 20) ?? null) : null,
  };
}

/** The promise as it is entered in the register. */
export function promiseFrom(
  record: ReadingRecord,
  part: PartToEnter,
  { findId, commitmentId, reference }: PromiseToEnter,
  entered: Entered,
): Commitment {
  const find = findsOf(record).find(({ id }) => id === findId);
  if (find === undefined || !isSource(find)) throw new Error(`${findId} is no promise of reading ${record.id}`);
  const answer = record.promises[findId] ?? suggested(find, record.bodyId);
  return {
    id: commitmentId,
    reference,
    kind: answer.kind,
    subject: answer.subject,
    asSaid: find.text.trim().slice(0, 10_000),
    bodyId: answer.toBodyId,
    madeOn: record.meetingDay,
    source: sourceOf(record, part, find),
    owner: ownerFrom(answer, entered.today),
    recurs: recursAs(find),
    ...chasing(answer, entered, 'Already late when its minutes were read'),
    acceptance: { state: 'not-asked', on: null },
    placedOn: null,
    doneOn: null,
    progress: [],
    reports: [],
    cycle: 0,
    overdueSince: null,
    accessClass: entered.accessClass,
  };
}

function suggested(find: Source, bodyId: string): PromiseAnswer {
  if (find.kind === 'matter-raised') return answerToFollow(find, bodyId);
  throw new Error(`Nothing was answered about promise ${find.id}`);
}
