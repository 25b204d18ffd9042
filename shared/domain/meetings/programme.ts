import * as z from 'zod';
import { addDays, compareDays, type Day, day, weekday } from '../calendar/day.ts';
import { type Calendar, isWorkingDay } from '../calendar/working-days.ts';
import { recordId } from '../record.ts';

const weekdayNumber = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);

/** One meeting a year: the second Wednesday of March. `weekday` where it differs from the body's own. */
const programmeSlot = z.strictObject({
  month: z.int().min(1).max(12),
  which: z.union([z.int().min(1).max(4), z.literal('last')]),
  weekday: weekdayNumber.optional(),
  sort: z.enum(['ordinary', 'annual']).optional(),
});

/** The programme of a body as a pattern, so that the same pattern makes the meetings of any year. */
export const programme = z.strictObject({
  bodyId: recordId,
  weekday: weekdayNumber,
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  venue: z.string().trim().min(1).max(300),
  from: day,
  slots: z.array(programmeSlot).min(1),
  /** Meetings that the body moved, from the day of the pattern. */
  moved: z.array(z.strictObject({ from: day, to: day })),
  /** Meetings outside the pattern. */
  also: z.array(day),
});
export type Programme = z.infer<typeof programme>;
type ProgrammeSlot = Programme['slots'][number];

/** A meeting that the programme makes. */
export type ProgrammedMeeting = { readonly bodyId: string; readonly day: Day; readonly sort: 'ordinary' | 'annual' };

const twoDigits = (number: number): string => String(number).padStart(2, '0');

function nthWeekday(year: number, slot: ProgrammeSlot, usual: number): Day {
  const wanted = slot.weekday ?? usual;
  const first = `${year}-${twoDigits(slot.month)}-01`;
  const toFirst = (wanted - weekday(first) + 7) % 7;
  if (slot.which !== 'last') return addDays(first, toFirst + 7 * (slot.which - 1));
  const fifth = addDays(first, toFirst + 28);
  return fifth.slice(0, 7) === first.slice(0, 7) ? fifth : addDays(fifth, -7);
}

// A meeting that would fall on a holiday or a closed day is held on the same weekday a week later.
function notOnAHoliday(on: Day, calendar: Calendar): Day {
  let moved = on;
  for (let weeks = 0; weeks < 8 && !isWorkingDay(moved, calendar); weeks += 1) moved = addDays(moved, 7);
  return moved;
}

/**
 * The meetings of a programme from one day to another (inclusive), in order of day.
 * A day on which the offices are shut is moved by a week; `moved` and `also` of the programme are applied.
 */
export function meetingsOf(
  which: Programme,
  span: { readonly from: Day; readonly to: Day },
  calendar: Calendar,
): readonly ProgrammedMeeting[] {
  const from = which.from > span.from ? which.from : span.from;
  const years = Array.from(
    { length: Number(span.to.slice(0, 4)) - Number(from.slice(0, 4)) + 1 },
    (_, index) => Number(from.slice(0, 4)) + index,
  );
  const moves = new Map(which.moved.map((move) => [move.from, move.to]));
  const patterned = years.flatMap((year) =>
    which.slots.map((slot) => {
      const nominal = notOnAHoliday(nthWeekday(year, slot, which.weekday), calendar);
      return { bodyId: which.bodyId, day: moves.get(nominal) ?? nominal, sort: slot.sort ?? 'ordinary' };
    }),
  );
  const added = which.also.map((on) => ({ bodyId: which.bodyId, day: on, sort: 'ordinary' as const }));
  return [...patterned.filter((meeting) => meeting.day >= from), ...added.filter((meeting) => meeting.day >= span.from)]
    .filter((meeting) => meeting.day <= span.to)
    .toSorted((a, b) => compareDays(a.day, b.day));
}
