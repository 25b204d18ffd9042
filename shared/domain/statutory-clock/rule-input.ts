import * as z from 'zod';
import { type Division, division } from '../calendar/bank-holidays.ts';
import { type Day, day } from '../calendar/day.ts';
import type { Calendar, CalendarChanges } from '../calendar/working-days.ts';
import { dayMode } from './clear-days.ts';

/** Makes the calendar of a division with the changes that one input asks for. */
export type CalendarSource = (division: Division, changes: CalendarChanges) => Calendar;

// '<division> minus DAY, DAY plus DAY': the holiday list as it was known before (or would be after) a proclamation.
const OVERRIDE_SHAPE = /^(\S+)((?: (?:minus|plus) \S+(?:, ?\S+)*)+)$/;
const OVERRIDE_PART = / (minus|plus) ((?:(?! minus | plus ).)+)/g;

type HolidayOverride = {
  readonly division: Division;
  readonly added: readonly Day[];
  readonly removed: readonly Day[];
};

function readOverride(text: string): HolidayOverride | null {
  const shape = OVERRIDE_SHAPE.exec(text);
  const named = division.safeParse(shape?.[1]);
  const days: { minus: Day[]; plus: Day[] } = { minus: [], plus: [] };
  for (const [, word, list = ''] of (shape?.[2] ?? '').matchAll(OVERRIDE_PART)) {
    const parsed = z.array(day).safeParse(list.split(/, ?/));
    if (!parsed.success) return null;
    days[word === 'plus' ? 'plus' : 'minus'].push(...parsed.data);
  }
  return named.success ? { division: named.data, added: days.plus, removed: days.minus } : null;
}

const holidayListOverride = z
  .string()
  .max(2000)
  .transform((text, context) => {
    const override = readOverride(text);
    if (override === null)
      context.addIssue(
        'must be a division and days taken off or put on it, as in "england-and-wales minus 2022-09-19"',
      );
    return override ?? z.NEVER;
  });

/** What every rule's input may carry besides its own fields. */
export const calendarFields = {
  division: division.optional(),
  mode: dayMode.default('working'),
  closureDays: z.array(day).max(3660).optional(),
  holidayListOverride: holidayListOverride.optional(),
};

export type CalendarInput = z.output<z.ZodObject<typeof calendarFields>>;

/** Thrown for an id that names no rule. */
export class UnknownRule extends Error {
  override name = 'UnknownRule';
}

/** Thrown when a rule cannot use its input; the message says which field and why. */
export class BadRuleInput extends Error {
  override name = 'BadRuleInput';
}

/** The calendar an input asks for. Throws `BadRuleInput` where it names two divisions. */
export function calendarFor(input: CalendarInput, calendars: CalendarSource): Calendar {
  const override = input.holidayListOverride;
  if (override !== undefined && input.division !== undefined && input.division !== override.division)
    throw new BadRuleInput(`division is ${input.division} but holidayListOverride is about ${override.division}.`);
  const title = 'Day given with the input';
  return calendars(override?.division ?? input.division ?? 'england-and-wales', {
    proclaimed: [
      ...(override?.removed ?? []).map((on) => ({ day: on, title, change: 'removed' as const })),
      ...(override?.added ?? []).map((on) => ({ day: on, title, change: 'added' as const })),
    ],
    closures: (input.closureDays ?? []).map((on) => ({ day: on, title })),
  });
}
