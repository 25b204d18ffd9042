import { type Day, day } from '../../shared/domain/calendar/day.ts';
import type { Fields } from './route.ts';

/** A day as three fields, kept as typed. */
export type TypedDay = { day: string; month: string; year: string };

/** What three fields say: a day, nothing at all, or something that is no day of the calendar. */
export type ReadDay = { sort: 'day'; day: Day } | { sort: 'empty' } | { sort: 'not-a-day' };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function monthNumber(text: string): string {
  const named = months.indexOf(text.slice(0, 3).toLowerCase());
  return named === -1 ? text : String(named + 1);
}

/** The three fields of a form, named `<name>-day`, `<name>-month`, `<name>-year`. */
export function typedDay(form: Fields, name: string): TypedDay {
  const field = (part: string) => form.get(`${name}-${part}`).trim();
  return { day: field('day'), month: field('month'), year: field('year') };
}

/** Reads what was typed. A month may be a number or its name; the year has four figures. */
export function readDay(typed: TypedDay): ReadDay {
  if (typed.day === '' && typed.month === '' && typed.year === '') return { sort: 'empty' };
  const text = `${typed.year}-${monthNumber(typed.month).padStart(2, '0')}-${typed.day.padStart(2, '0')}`;
  const parsed = day.safeParse(text);
  return parsed.success ? { sort: 'day', day: parsed.data } : { sort: 'not-a-day' };
}

/** A day as the three fields show it; empty fields for null. */
export function fieldsOfDay(of: Day | null): TypedDay {
  if (of === null) return { day: '', month: '', year: '' };
  const [year = '', month = '', date = ''] = of.split('-');
  return { day: String(Number(date)), month: String(Number(month)), year };
}
