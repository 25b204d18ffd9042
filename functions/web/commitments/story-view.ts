import { holdersOf } from '../../../shared/domain/bodies/membership.ts';
import { formatDate } from '../../../shared/domain/calendar/day-words.ts';
import type { Commitment } from '../../../shared/domain/commitments/commitment.ts';
import { coverOn } from '../../../shared/domain/people/person.ts';
import { dueWords, ownerWords, personWords } from '../../../shared/pages/promises/promise-words.ts';
import { say } from '../../../shared/pages/say.ts';
import type { PromiseAround, PromiseStory } from '../../../shared/store/promise-around.ts';
import { paths } from '../paths.ts';

type Row = { term: string; text: string; note?: string; href?: string };

const namesOf = ({ persons }: PromiseAround, ids: readonly string[]): string => {
  const names = ids.flatMap((id) => persons.get(id)?.name ?? []);
  return names.length === 0 ? say('commitments', 'whoNobody') : names.join(', ');
};

const acceptanceWords = ({ acceptance: { state, on } }: Commitment): string => {
  const day = formatDate(on ?? '1000-01-01');
  if (state === 'accepted') return say('commitments', 'acceptedOn', { day });
  return state === 'refused' ? say('commitments', 'acceptedRefused', { day }) : say('commitments', 'acceptedNot');
};

function ownerRows(around: PromiseAround, today: string): Row[] {
  const { record: promise, persons } = around;
  const owner = persons.get(promise.owner?.personId ?? '');
  const cover = owner && coverOn(owner, today);
  const since = promise.owner === null ? '' : say('commitments', 'whoSince', { day: formatDate(promise.owner.since) });
  const away =
    cover && owner.absence
      ? say('commitments', 'whoCover', { day: formatDate(owner.absence.to), name: persons.get(cover)?.name ?? '' })
      : '';
  const manager = persons.get(owner?.lineManagerId ?? '');
  const link = persons.get(promise.owner?.linkOfficerId ?? '');
  const note = [since, away].filter((text) => text !== '').join('. ');
  return [
    { term: say('commitments', 'whoOwner'), text: ownerWords(promise, { persons, today }), ...(note ? { note } : {}) },
    { term: say('commitments', 'whoAcceptance'), text: acceptanceWords(promise) },
    ...(manager ? [{ term: say('commitments', 'whoManager'), text: personWords(manager) }] : []),
    ...(link ? [{ term: say('commitments', 'whoLink'), text: personWords(link) }] : []),
  ];
}

/** Who and what, as they are today: holders of roles are looked up, never remembered. */
export function whoRows(around: PromiseAround, today: string): Row[] {
  const { record: promise, context } = around;
  const { body, memberships } = context;
  const holders = (role: 'secretary' | 'cover-secretary' | 'chair' | 'vice-chair') =>
    holdersOf(memberships, body.id, role, today);
  const first = (...held: readonly (readonly string[])[]) => held.find((ids) => ids.length > 0) ?? [];
  return [
    ...ownerRows(around, today),
    { term: say('commitments', 'whoOwedTo'), text: body.name, href: paths.body(body.id) },
    {
      term: say('commitments', 'whoSecretary'),
      text: namesOf(around, first(holders('secretary'), holders('cover-secretary'))),
    },
    { term: say('commitments', 'whoChair'), text: namesOf(around, first(holders('chair'), holders('vice-chair'))) },
    ...(promise.recurs === 'once'
      ? []
      : [{ term: say('commitments', 'whoRecurs'), text: say('commitments', `recurs-${promise.recurs}`) }]),
    { term: say('commitments', 'whoReference'), text: promise.reference },
  ];
}

/** Dates asked for: both days are kept, and what was answered. */
export function dateRows({ record, persons }: PromiseAround): string[][] {
  const name = (id: string | null) => persons.get(id ?? '')?.name ?? '';
  return record.extensions.map((one) => {
    const answered = { day: formatDate(one.answeredOn ?? one.askedOn), name: name(one.answeredBy) };
    const answer = {
      agreed: say('commitments', 'datesAgreed', answered),
      declined: say('commitments', 'datesDeclined', answered),
      waiting: say('commitments', 'datesWaiting'),
    }[one.answer];
    const asked = say('commitments', 'askedBy', { day: formatDate(one.askedOn), name: name(one.askedBy) });
    return [asked, dueWords(one.was), dueWords(one.wanted), one.reason, answer];
  });
}

/** Progress and evidence. */
export function progressRows({ record, persons }: PromiseAround): string[][] {
  return record.progress.map(({ on, by, text }) => [formatDate(on), persons.get(by)?.name ?? '', text]);
}

/** Reports brought, and what the committee said of each. */
export function reportRows({ record }: PromiseAround): string[][] {
  return record.reports.map(({ on, minuteReference, said }) => [formatDate(on), minuteReference, said]);
}

/** How it ended, in one sentence; null while it has not. */
export function closureWords({ record, context, persons }: PromiseAround): string | null {
  const { closure } = record;
  if (closure === null) return null;
  const minute =
    closure.minuteReference === null ? '' : say('commitments', 'closureMinute', { minute: closure.minuteReference });
  // The Board was satisfied when it met, not on the day on which that was recorded.
  const met = context.meetings.find(({ id }) => id === closure.meetingId)?.day;
  const slots = {
    body: context.body.shortName,
    day: formatDate(met ?? closure.on),
    minute,
    name: persons.get(closure.by)?.name ?? '',
    reason: closure.reason ?? '',
  };
  if (closure.how === 'satisfied') return say('commitments', 'closureSatisfied', slots);
  return say('commitments', closure.how === 'history' ? 'closureHistory' : 'closureWithdrawn', slots);
}

/** Where the words stand: 'Part (2) of the resolution, item 5, Health Overview and Scrutiny Board, 17 October 2018'. */
export function sourceWords({ record, context, source }: PromiseStory): string {
  const slots = { body: context.body.name, day: formatDate(source.meeting?.day ?? record.madeOn) };
  const number = source.item?.number ?? null;
  const rest =
    number === null ? say('commitments', 'sourceDay', slots) : say('commitments', 'sourceItem', { ...slots, number });
  if (record.source.limb !== null) return say('commitments', 'sourceLimb', { limb: record.source.limb, rest });
  const minute = source.minute?.number ?? null;
  return minute === null ? rest : say('commitments', 'sourceMinute', { number: minute, rest });
}
