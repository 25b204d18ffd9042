import * as z from 'zod';
import { day } from '../../../shared/domain/calendar/day.ts';
import { type Key, say } from '../../../shared/pages/say.ts';
import { promiseFormsWords } from '../../../shared/pages/words/promise-forms.ts';
import type { Fields } from '../route.ts';

/** What was wrong with a form: each error in the summary with its field, and by field for beside it. */
export type FormErrors = { list: { text: string; href: string }[]; of: Record<string, { text: string }> };

/** The day typed into three boxes, as 'YYYY-MM-DD'; empty text when all three are empty, 'wrong' when it is no day. */
export function dayIn(form: Fields, name: string): string {
  const [d, m, y] = ['day', 'month', 'year'].map((part) => form.get(`${name}-${part}`).trim());
  if (!d && !m && !y) return '';
  const text = `${(y ?? '').padStart(4, '0')}-${(m ?? '').padStart(2, '0')}-${(d ?? '').padStart(2, '0')}`;
  return day.safeParse(text).success ? text : 'wrong';
}

/** Days and texts of forms: what is wrong is said by a key of the catalogue `promiseForms`. */
export const typedDay = z
  .string()
  .min(1, 'needDay')
  .refine((text) => text !== 'wrong', 'noSuchDay');

/** Words that must be given. */
export function needed(key: Key<'promiseForms'>, most = 2000) {
  return z.string().trim().min(1, key).max(most, 'tooLong');
}

const isKey = (key: string): key is Key<'promiseForms'> => key in promiseFormsWords.en;

/** Errors by field as a page shows them. Fields named in `days` are three boxes: the link goes to the first. */
export function errorsOf(wrong: readonly { field: string; key: string }[], days: readonly string[] = []): FormErrors {
  const first = wrong.filter(({ field }, index) => wrong.findIndex((one) => one.field === field) === index);
  const text = (key: string) => say('promiseForms', isKey(key) ? key : 'wrong');
  return {
    list: first.map(({ field, key }) => ({ text: text(key), href: `#${field}${days.includes(field) ? '-day' : ''}` })),
    of: Object.fromEntries(first.map(({ field, key }) => [field, { text: text(key) }])),
  };
}

/** Parses what was typed. Errors carry the field and a key of the catalogue. */
export function readForm<T>(schema: z.ZodType<T>, typed: unknown, days: readonly string[] = []): T | FormErrors {
  const parsed = schema.safeParse(typed);
  if (parsed.success) return parsed.data;
  return errorsOf(
    parsed.error.issues.map(({ path, message }) => ({ field: String(path[0] ?? ''), key: message })),
    days,
  );
}

/** Is this what was wrong, and not what was typed? */
export function isErrors<T>(read: T | FormErrors): read is FormErrors {
  return typeof read === 'object' && read !== null && 'list' in read && 'of' in read;
}

/** What was typed, by name, to show it again. */
export function typedIn(form: Fields): Record<string, string> {
  return Object.fromEntries(form.names().map((name) => [name, form.get(name)]));
}

/** Radio buttons in the words of `<prefix>-<value>` and, where there is one, the hint `<prefix>-<value>-hint`. */
export function radioItems(prefix: string, values: readonly string[]) {
  const wordsOf = (key: string) => (isKey(key) ? say('promiseForms', key) : null);
  return values.map((value) => {
    const hint = wordsOf(`${prefix}-${value}-hint`);
    return { value, text: wordsOf(`${prefix}-${value}`) ?? value, ...(hint === null ? {} : { hint: { text: hint } }) };
  });
}
