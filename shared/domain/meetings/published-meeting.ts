import type { AgendaItem } from '../agenda-items/agenda-item.ts';
import type { Slot } from '../agendas/agenda.ts';
import { sequenceOf } from '../agendas/publication.ts';
import type { Body } from '../bodies/body.ts';
import type { Minute } from '../minutes/minute.ts';
import type { Resolution } from '../resolutions/resolution.ts';
import type { Meeting } from './meeting.ts';
import type {
  ArrangedInPublic,
  PublishedBody,
  PublishedItem,
  PublishedMeeting,
  PublishedQuestion,
  PublishedSitting,
} from './published.ts';
import { type AgendaAround, agendaInPublic, arrangedOf, isHidden, slotsInPublic } from './published-agenda.ts';

type Business = {
  items: readonly AgendaItem[];
  minutes: readonly Minute[];
  resolutions: readonly Resolution[];
  /** What the public puts and was admitted, in the order in which it counts. */
  questions?: readonly PublishedQuestion[];
};

const open = ({ accessClass }: { accessClass: string }): boolean => accessClass === 'public';

const byNumber = (a: { number: string | null }, b: { number: string | null }): number =>
  (a.number ?? '').localeCompare(b.number ?? '', 'en', { numeric: true });

/** The public face of a body. */
export function bodyInPublic({ id, name, shortName, kind, firstDay, lastDay }: Body): PublishedBody {
  return { id, name, shortName, kind, firstDay, lastDay };
}

/** The meeting as a list shows it. */
export function sittingInPublic(
  meeting: Meeting,
  body: Pick<Body, 'name'>,
  around: Pick<AgendaAround, 'agenda'> | null,
): PublishedSitting {
  const { id, bodyId, day: on, time, venue, sort, state, minutesStatus } = meeting;
  const publications = around?.agenda.publications ?? [];
  return {
    id,
    bodyId,
    bodyName: body.name,
    day: on,
    time,
    venue,
    sort,
    cancelled: state === 'cancelled',
    minutesStatus,
    agendaOut: publications.some((one) => one.sort === 'agenda'),
    movedFrom: publications.findLast((one) => one.movedFrom !== null)?.movedFrom ?? null,
    sequence: sequenceOf({ publications }),
    revisedAt: publications.at(-1)?.at ?? null,
  };
}

const textOf = (item: AgendaItem, { minutes, resolutions }: Business) => ({
  minutes: minutes
    .filter((minute) => open(minute) && minute.itemId === item.id)
    .map(({ id, number, text }) => ({ id, number, text })),
  limbs: resolutions.filter((one) => open(one) && one.itemId === item.id).flatMap(({ limbs }) => limbs),
});

/** An item withdrawn because it should never have gone out leaves its number and the note, and no word of its own. */
const emptied = (arranged: ArrangedInPublic): ArrangedInPublic => ({
  ...arranged,
  purpose: null,
  keyDecision: false,
  partPrivate: false,
  presenter: null,
  toFollowReason: null,
  reports: [],
  late: null,
});

function onAgenda(slot: Slot, item: AgendaItem, arranged: ArrangedInPublic, business: Business): PublishedItem {
  const { id } = item;
  if (isHidden(slot))
    return {
      id,
      number: slot.number,
      title: null,
      reportOf: null,
      arranged: emptied(arranged),
      minutes: [],
      limbs: [],
    };
  const { number, title } = slot;
  return { id, number, title, reportOf: item.reportOf, arranged, ...textOf(item, business) };
}

/** Questions go out with the agenda, not before it: until then nobody knows what the meeting is asked. */
function questionsInPublic({ questions = [] }: Business, around: AgendaAround | null) {
  const isOutNow = around === null || around.agenda.publications.length > 0;
  return isOutNow && questions.length > 0 ? { questions: [...questions] } : {};
}

/**
 * The snapshot of a meeting. Only what is public goes in: what its agenda has published, in its order and under its
 * numbers, then what is known from minutes alone. Of private business not the title, not a word but the number in the motion
 * that excludes the public and the description that the law asks for (LGA 1972 s.100B(2), (5); Public Bodies (Admission to Meetings) Act 1960 s.1(2)).
 */
export function meetingInPublic(
  meeting: Meeting,
  body: Pick<Body, 'name'>,
  business: Business,
  around: AgendaAround | null = null,
): PublishedMeeting {
  const items = new Map(business.items.map((item) => [item.id, item]));
  const placed = around === null ? [] : slotsInPublic(around.agenda, items);
  const slotted = new Set(around?.agenda.slots.map(({ itemId }) => itemId));
  // One taken off before anybody saw it still belongs to the meeting: the public never learns of it.
  const others = business.items
    .filter((item) => open(item) && item.state !== 'withdrawn' && !slotted.has(item.id))
    .toSorted(byNumber);
  return {
    sitting: sittingInPublic(meeting, body, around),
    agenda: around && agendaInPublic(around, items),
    items: [
      ...placed.flatMap((slot) => {
        const item = items.get(slot.itemId);
        return item && around
          ? [onAgenda(slot, item, arrangedOf(slot, item, { meeting, items }, around), business)]
          : [];
      }),
      ...others.map(({ id, number, title, reportOf, ...item }) => ({
        id,
        number,
        title,
        reportOf,
        arranged: null,
        ...textOf({ id, number, title, reportOf, ...item }, business),
      })),
    ],
    ...questionsInPublic(business, around),
  };
}
