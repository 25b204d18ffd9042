import { type AgendaItem, unarranged } from '../agenda-items/agenda-item.ts';
import type { Procedure } from '../bodies/procedure.ts';
import { formatDate } from '../calendar/day-words.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { Agenda } from './agenda.ts';
import { beginAgenda } from './build.ts';
import { nextInSeries } from './numbering.ts';
import type { StandingItem, StandingKey } from './standing-items.ts';

/** The meetings of the same body that standing items speak of. */
export type Neighbours = { readonly last: Meeting | undefined; readonly next: Meeting | undefined };

/** The meetings just before and just after one, cancelled ones left out. `all` in order of day. */
export function neighboursOf(meeting: Meeting, all: readonly Meeting[]): Neighbours {
  const others = all.filter(({ id, state }) => id !== meeting.id && state !== 'cancelled');
  return {
    last: others.findLast(({ day }) => day < meeting.day),
    next: others.find(({ day }) => day > meeting.day),
  };
}

function titleOf({ key, title }: StandingItem, { last, next }: Neighbours): string {
  if (key === 'minutes' && last) return `${title} of ${formatDate(last.day)}`;
  if (key === 'next-meeting' && next) return `${title}: ${formatDate(next.day)}`;
  return title;
}

// Minutes and action log are put there by the system; nobody reports on the others in writing, except the plan.
function reportOf(key: StandingKey, { last }: Neighbours): AgendaItem['report'] {
  if (key === 'action-log' || key === 'work-programme') return 'attached';
  if (key === 'minutes') return last?.minutesStatus == null ? 'not-attached' : 'attached';
  return 'oral';
}

/** An item of the template as business of a meeting. */
export function standingItemFor(
  of: StandingItem,
  { id, meeting, neighbours }: { id: string; meeting: Pick<Meeting, 'id' | 'bodyId'>; neighbours: Neighbours },
): AgendaItem {
  return {
    ...unarranged,
    id,
    bodyId: meeting.bodyId,
    meetingId: meeting.id,
    number: null,
    title: titleOf(of, neighbours),
    purpose: of.purpose,
    reportOf: null,
    attendedFor: [],
    mattersRaised: [],
    report: reportOf(of.key, neighbours),
    origin: { sort: 'standing', key: of.key },
    commitmentId: null,
    state: 'on-agenda',
    published: false,
    accessClass: 'internal',
  };
}

const opening: readonly StandingKey[] = ['apologies', 'declarations', 'minutes', 'action-log', 'public-questions'];

/** How many lines of a template come before the meeting's own business: as far as the last of those that open a meeting. */
function openingLines(standing: readonly StandingItem[]): number {
  return standing.findLastIndex(({ key }) => opening.includes(key)) + 1;
}

type Start = {
  readonly meeting: Meeting;
  readonly meetings: readonly Meeting[];
  readonly procedure: Procedure;
  /** Business that is on the meeting already. */
  readonly there: readonly AgendaItem[];
  /** The agenda before it, where numbers run through the year. */
  readonly before: Pick<Agenda, 'slots' | 'series'> | undefined;
  readonly newId: () => string;
};

/**
 * The agenda of a meeting begun from the template of its body: what opens it, the business that is there already, and
 * what closes it, in the order of the template. The motion to exclude the public comes with the first private business, not before.
 */
export function startAgenda({ meeting, meetings, procedure, there, before, newId }: Start): {
  agenda: Agenda;
  made: readonly AgendaItem[];
} {
  const neighbours = neighboursOf(meeting, meetings);
  const { standing, numbering } = procedure.agenda;
  const lastOpening = openingLines(standing);
  const known = new Set(there.flatMap(({ origin }) => (origin.sort === 'standing' ? [origin.key] : [])));
  const isPrivate = there.some(({ accessClass }) => accessClass === 'private');
  const made = standing
    .map((one, at) => ({ one, opens: at < lastOpening }))
    .filter(({ one: { key } }) => !known.has(key) && (key !== 'exclusion' || isPrivate))
    .map(({ one, opens }) => ({ opens, item: standingItemFor(one, { id: newId(), meeting, neighbours }) }));
  const series = meeting.day.slice(2, 4);
  const of = {
    id: meeting.id,
    bodyId: meeting.bodyId,
    numbering,
    firstNumber: numbering === 'year' ? nextInSeries(before, series) : 1,
    series,
  };
  const items = [
    ...made.filter(({ opens }) => opens).map(({ item }) => item),
    ...there,
    ...made.filter(({ opens }) => !opens).map(({ item }) => item),
  ];
  return { agenda: beginAgenda(of, items), made: made.map(({ item }) => item) };
}
