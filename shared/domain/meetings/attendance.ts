import * as z from 'zod';
import { heldOn, type Membership, type Role } from '../bodies/membership.ts';
import { type Day, day, londonInstant } from '../calendar/day.ts';
import { recordId } from '../record.ts';
import type { Meeting } from './meeting.ts';

/** What a member says before a meeting. Who was there is minuted at the meeting, and is another record. */
export const intentions = ['attending', 'apologies', 'substitute'] as const;
export const intention = z.enum(intentions);
export type Intention = z.infer<typeof intention>;

/** One member's answer for one meeting: one record for each pair, which the member may change up to the meeting. */
export const attendance = z
  .strictObject({
    id: recordId,
    meetingId: recordId,
    bodyId: recordId,
    personId: recordId,
    intention,
    /** Who comes instead; only with `substitute`. */
    substituteId: recordId.nullable(),
    /** In the member's own words; never published. */
    reason: z.string().trim().max(500).nullable(),
    /** Who entered it: the member, or the secretary for them. */
    enteredBy: recordId,
    on: day,
    /** The day on which the meeting was to be when it was said; null for what was kept before that was noted. */
    forDay: day.nullable(),
  })
  .refine((one) => (one.intention === 'substitute') === (one.substituteId !== null), {
    error: 'A substitute is named exactly where one is sent',
  });
export type Attendance = z.infer<typeof attendance>;

/** Was it said for the day on which the meeting now is? A meeting that was moved asks again. */
export function saidForItsDay({ forDay }: Pick<Attendance, 'forDay'>, { day: now }: Pick<Meeting, 'day'>): boolean {
  return forDay === null || forDay === now;
}

/** Roles whose holders are expected at a meeting. */
const seats: readonly Role[] = ['chair', 'vice-chair', 'member', 'co-optee'];

/** Whoever has a seat in the body that day, each once: the seat that votes on most. */
export function seatsOn(memberships: readonly Membership[], bodyId: string, on: Day): readonly Membership[] {
  const weight = { all: 0, education: 1, none: 2 } as const;
  const held = memberships
    .filter((one) => one.bodyId === bodyId && seats.includes(one.role) && heldOn(one, on))
    .toSorted((a, b) => weight[a.votes] - weight[b.votes] || seats.indexOf(a.role) - seats.indexOf(b.role));
  return held.filter(({ personId }, at) => held.findIndex((one) => one.personId === personId) === at);
}

/**
 * Who may come for a member: on the body's list of substitutes that day, of the same group, with no seat of their own
 * and not already coming for somebody else. LGHA 1989 s.15 keeps seats in balance, so a group fills its own.
 */
export function substitutesFor(
  member: Pick<Membership, 'personId' | 'bodyId' | 'group'>,
  memberships: readonly Membership[],
  { on, given }: { readonly on: Day; readonly given: readonly Pick<Attendance, 'personId' | 'substituteId'>[] },
): readonly string[] {
  const seated = new Set(seatsOn(memberships, member.bodyId, on).map(({ personId }) => personId));
  const taken = new Set(
    given.filter(({ personId }) => personId !== member.personId).flatMap(({ substituteId }) => substituteId ?? []),
  );
  const listed = memberships.filter(
    (one) => one.bodyId === member.bodyId && one.role === 'substitute' && heldOn(one, on) && one.group === member.group,
  );
  return [...new Set(listed.map(({ personId }) => personId))].filter((id) => !seated.has(id) && !taken.has(id));
}

/** May members still say whether they come? Up to the time of the meeting; to the end of its day where it has none. */
export function takesApologies(which: Pick<Meeting, 'state' | 'day' | 'time'>, now: string): boolean {
  const open = which.state === 'planned' || which.state === 'called' || which.state === 'published';
  return open && Date.parse(now) < Date.parse(londonInstant(which.day, which.time ?? '23:59'));
}

/** What stands in the way of an answer; null when it can be kept. */
export function apologyProblem(
  wanted: Pick<Attendance, 'personId' | 'intention' | 'substituteId' | 'bodyId'>,
  memberships: readonly Membership[],
  about: { readonly on: Day; readonly given: readonly Pick<Attendance, 'personId' | 'substituteId'>[] },
): 'not-a-member' | 'no-such-substitute' | 'substitute-taken' | null {
  const seat = seatsOn(memberships, wanted.bodyId, about.on).find(({ personId }) => personId === wanted.personId);
  if (!seat) return 'not-a-member';
  if (wanted.intention !== 'substitute') return null;
  const free = substitutesFor(seat, memberships, about);
  if (wanted.substituteId !== null && free.includes(wanted.substituteId)) return null;
  const listed = substitutesFor(seat, memberships, { ...about, given: [] });
  return wanted.substituteId !== null && listed.includes(wanted.substituteId)
    ? 'substitute-taken'
    : 'no-such-substitute';
}
