import * as z from 'zod';
import type { AgendaItem } from '../agenda-items/agenda-item.ts';
import { type Body, bodyKind } from '../bodies/body.ts';
import { day } from '../calendar/day.ts';
import type { Minute } from '../minutes/minute.ts';
import { recordId } from '../record.ts';
import { limb, type Resolution } from '../resolutions/resolution.ts';
import type { Meeting } from './meeting.ts';

const publishedItem = z.strictObject({
  id: recordId,
  number: z.string().nullable(),
  title: z.string(),
  reportOf: z.string().nullable(),
  minutes: z.array(z.strictObject({ id: recordId, number: z.string().nullable(), text: z.string() })),
  limbs: z.array(limb),
});

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
});
export type PublishedSitting = z.infer<typeof publishedSitting>;

/** What the public sees of a meeting: an immutable snapshot, made when it is published. */
export const publishedMeeting = z.strictObject({ sitting: publishedSitting, items: z.array(publishedItem) });
export type PublishedMeeting = z.infer<typeof publishedMeeting>;

type Business = { items: readonly AgendaItem[]; minutes: readonly Minute[]; resolutions: readonly Resolution[] };

const open = ({ accessClass }: { accessClass: string }): boolean => accessClass === 'public';

const byNumber = (a: { number: string | null }, b: { number: string | null }): number =>
  (a.number ?? '').localeCompare(b.number ?? '', 'en', { numeric: true });

/** The public face of a body. */
export function bodyInPublic({ id, name, shortName, kind, firstDay, lastDay }: Body): PublishedBody {
  return { id, name, shortName, kind, firstDay, lastDay };
}

/**
 * The snapshot of a meeting. Only what is public by its access class goes in: of private business not the title, not
 * the number, not a word (LGA 1972 s.100B(2), (5); Public Bodies (Admission to Meetings) Act 1960 s.1(2)).
 */
export function meetingInPublic(meeting: Meeting, body: Pick<Body, 'name'>, business: Business): PublishedMeeting {
  const { id, bodyId, day: on, time, venue, sort, state, minutesStatus } = meeting;
  const sitting = {
    id,
    bodyId,
    bodyName: body.name,
    day: on,
    time,
    venue,
    sort,
    cancelled: state === 'cancelled',
    minutesStatus,
  };
  const items = business.items.filter(open).toSorted(byNumber);
  return {
    sitting,
    items: items.map((item) => ({
      id: item.id,
      number: item.number,
      title: item.title,
      reportOf: item.reportOf,
      minutes: business.minutes
        .filter((minute) => open(minute) && minute.itemId === item.id)
        .map(({ id: minuteId, number, text }) => ({ id: minuteId, number, text })),
      limbs: business.resolutions.filter((one) => open(one) && one.itemId === item.id).flatMap(({ limbs }) => limbs),
    })),
  };
}
