import type { Day } from '../../shared/domain/calendar/day.ts';
import { fieldsOfDay, readDay } from './day-fields.ts';
import type { Fields } from './route.ts';

/** What was typed, by field, as text: shown again whenever it was not saved. */
export type Typed = Record<string, string>;

export type Wrong = { field: string; text: string };

/** What was wrong with a form: for the summary, and by field for beside it. */
export type Faults = { list: { text: string; href: string }[]; of: Record<string, { text: string }> };

/** Everything typed into a form, each field once. */
export function typedIn(form: Fields): Typed {
  return Object.fromEntries(form.names().map((name) => [name, form.get(name).trim()]));
}

/** The three boxes of a day: its day, nothing, or 'wrong'. */
export function dayTyped(typed: Typed, name: string): Day | null | 'wrong' {
  const [date = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) => typed[`${name}-${part}`] ?? '');
  const read = readDay({ day: date, month, year });
  if (read.sort === 'empty') return null;
  return read.sort === 'day' ? read.day : 'wrong';
}

/** A day as its three boxes. */
export function dayBoxes(name: string, of: Day | null): Typed {
  const { day, month, year } = fieldsOfDay(of);
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
}

/** Faults as a page shows them, one a field. `days` are fields of three boxes: the link goes to the first of them. */
export function faultsOf(wrong: readonly Wrong[], days: readonly string[] = []): Faults {
  const first = wrong.filter(({ field }, at) => wrong.findIndex((one) => one.field === field) === at);
  return {
    list: first.map(({ field, text }) => ({ text, href: `#${field}${days.includes(field) ? '-day' : ''}` })),
    of: Object.fromEntries(first.map(({ field, text }) => [field, { text }])),
  };
}

/** Nothing is wrong. */
export const faultless: Faults = { list: [], of: {} };

/** The version that the form was made from. */
export function versionIn(form: Fields): number {
  const version = Number(form.get('version'));
  return Number.isInteger(version) ? version : -1;
}
