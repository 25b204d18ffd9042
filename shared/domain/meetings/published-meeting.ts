import * as z from 'zod';
import type { AgendaItem } from '../agenda-items/agenda-item.ts';
import type { Slot } from '../agendas/agenda.ts';
import { sequenceOf } from '../agendas/publication.ts';
import { type Body, bodyKind } from '../bodies/body.ts';
import { day } from '../calendar/day.ts';
import type { Minute } from '../minutes/minute.ts';
import { recordId } from '../record.ts';
import { limb, type Resolution } from '../resolutions/resolution.ts';
import type { Meeting } from './meeting.ts';
import {
  type AgendaAround,
  type ArrangedInPublic,
  agendaInPublic,
  arrangedInPublic,
  arrangedOf,
  publishedAgenda,
  slotsInPublic,
} from './published-agenda.ts';

const publishedItem = z.strictObject({
  id: recordId,
  number: z.string().nullable(),
  /** Null where an item was withdrawn and its title should never have gone out. */
  title: z.string().nullable(),
  reportOf: z.string().nullable(),
  /** As it stands on the agenda; null where it is known from minutes alone. */
  arranged: arrangedInPublic.nullable().default(null),
  minutes: z.array(z.strictObject({ id: recordId, number: z.string().nullable(), text: z.string() })),
  limbs: z.array(limb),
});
export type PublishedItem = z.infer<typeof publishedItem>;

/** What the public sees of a body. */
export const publishedBody = z.strictObject({
  id: recordId,
  name: z.string(),
  shortName: z.string(),
  kind: bodyKind,
  firstDay: day,
  lastDay: day.nullable(),
});
export type PublishedBody = z.infer<typeof publishedBody>;

/** What the public sees of a meeting in a list. */
export const publishedSitting = z.strictObject({
  id: recordId,
  bodyId: recordId,
  bodyName: z.string(),
  day,
  time: z.string().nullable(),
  venue: z.string().nullable(),
  sort: z.enum(['ordinary', 'extraordinary', 'annual']),
  cancelled: z.boolean(),
  minutesStatus: z.enum(['draft', 'confirmed', 'not-known']).nullable(),
  agendaOut: z.boolean().default(false),
  /** Where it was to be before it was last moved. */
  movedFrom: z
    .strictObject({ day, time: z.string().nullable(), venue: z.string().nullable() })
    .nullable()
    .default(null),
  /** Of its calendar entry: RFC 5545 SEQUENCE, and the UTC moment of the change that raised it. */
  sequence: z.int().default(0),
  revisedAt: z.string().nullable().default(null),
});
export type PublishedSitting = z.infer<typeof publishedSitting>;

/** What the public sees of a meeting: an immutable snapshot, made when it is published. */
export const publishedMeeting = z.strictObject({
  sitting: publishedSitting,
  agenda: publishedAgenda.nullable().default(null),
  items: z.array(publishedItem),
});
export type PublishedMeeting = z.infer<typeof publishedMeeting>;

type Business = { items: readonly AgendaItem[]; minutes: readonly Minute[]; resolutions: readonly Resolution[] };

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
  presenter: null,
  toFollowReason: null,
  reports: [],
  late: null,
});

function onAgenda(slot: Slot, item: AgendaItem, arranged: ArrangedInPublic, business: Business): PublishedItem {
  const { id } = item;
  if (slot.withdrawn !== null && !slot.withdrawn.titleShown)
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

/**
 * The snapshot of a meeting. Only what is public goes in: what its agenda has published, in its order and under its
 * numbers, then what is known from minutes alone. Of private business not the title, not the number, not a word but the
 * description that the law asks for (LGA 1972 s.100B(2), (5); Public Bodies (Admission to Meetings) Act 1960 s.1(2)).
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
  const others = business.items.filter((item) => open(item) && !slotted.has(item.id)).toSorted(byNumber);
  return {
    sitting: sittingInPublic(meeting, body, around),
    agenda: around && agendaInPublic(around, items),
    items: [
      ...placed.flatMap((slot) => {
        const item = items.get(slot.itemId);
        return item && around ? [onAgenda(slot, item, arrangedOf(slot, item, meeting, around), business)] : [];
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
  };
}
