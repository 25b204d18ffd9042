import * as z from 'zod';
import type { AgendaItem } from '../agenda-items/agenda-item.ts';
import { strictObjectLater } from '../built-later.ts';
import { type Day, day } from '../calendar/day.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { recordId } from '../record.ts';
import { type KeyRoute, type RouteDays, type RouteGap, routeGaps, urgencyAgreement } from './key-route.ts';

/**
 * What the public reads of a key decision without 28 clear days' notice: that it is to be made, who was told or agreed,
 * and why. SI 2012/2089 regs 10(1), 10(3) and 11(2).
 */
export const publishedWay = strictObjectLater(() => ({
  itemId: recordId,
  meetingId: recordId,
  bodyId: recordId,
  bodyName: z.string(),
  /** The day of the meeting. */
  on: day,
  matter: z.string(),
  way: z.discriminatedUnion('sort', [
    z.strictObject({
      sort: z.literal('general-exception'),
      informed: z.string(),
      informedOn: day.nullable(),
      availableOn: day,
      why: z.string(),
    }),
    z.strictObject({
      sort: z.literal('special-urgency'),
      agreedBy: urgencyAgreement.shape.agreedBy,
      name: z.string(),
      agreedOn: day,
      why: z.string(),
    }),
  ]),
}));
export type PublishedWay = z.infer<typeof publishedWay>;

export type WayGap = RouteGap | 'no-matter';

type Item = Pick<AgendaItem, 'title' | 'accessClass' | 'keyRoute'>;

/** The matter in words that the public may read: what was written for it, or the title of business that is not private. */
export function matterOf({ title, accessClass, keyRoute }: Item): string {
  const written = keyRoute?.sort === 'notice' ? '' : (keyRoute?.matter ?? '');
  if (written !== '') return written;
  return accessClass === 'private' ? '' : title;
}

/** What the recorded way of a key decision on an agenda lacks to be lawful on the day of the meeting. */
export function wayGaps(item: Item, on: Day, days: RouteDays): WayGap[] {
  const route = item.keyRoute;
  if (route === null || route.sort === 'notice') return [];
  return [...routeGaps(route, on, days), ...(matterOf(item) === '' ? (['no-matter'] as const) : [])];
}

function wayOf(route: KeyRoute): PublishedWay['way'] | null {
  if (route.sort === 'general-exception') {
    const { informed, informedOn = null, noticeAvailableOn, whyImpracticable } = route;
    if (noticeAvailableOn === null) return null;
    return { sort: route.sort, informed, informedOn, availableOn: noticeAvailableOn, why: whyImpracticable };
  }
  if (route.sort === 'notice' || route.agreement.agreedOn === null) return null;
  const { agreedBy, name, agreedOn, whyUrgent } = route.agreement;
  return { sort: route.sort, agreedBy, name, agreedOn, why: whyUrgent };
}

/** What regs 10 and 11 have published; null while nothing of it can be, or where the decision has its notice. */
export function wayInPublic(
  item: Pick<AgendaItem, 'id' | 'keyDecision'> & Item,
  { meeting, bodyName }: { meeting: Pick<Meeting, 'id' | 'bodyId' | 'day'>; bodyName: string },
): PublishedWay | null {
  const way = item.keyDecision && item.keyRoute !== null ? wayOf(item.keyRoute) : null;
  const matter = matterOf(item);
  if (way === null || matter === '') return null;
  const { id: meetingId, bodyId, day: on } = meeting;
  return { itemId: item.id, meetingId, bodyId, bodyName, on, matter, way };
}
