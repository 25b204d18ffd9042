import * as z from 'zod';
import { outcomes, type PromiseKind } from '../../../shared/minutes/find.ts';
import type { TypedMinute } from '../../../shared/minutes/typed-minute.ts';
import { say } from '../../../shared/pages/say.ts';
import type { WebRequest } from '../route.ts';
import { choiceField, type FieldView, type Filled, textField } from './field-view.ts';
import type { Values } from './reading-values.ts';
import type { FieldError } from './source-form.ts';

/** Rows of the form at first, and at most: a minute of more than thirty parts is better read from its text. */
const FIRST_ROWS = 3;
const MOST_ROWS = 30;
/** A million bytes, as for a text that is pasted. */
const MOST_TYPED = 1_000_000;

const promiseKinds = ['report-back', 'action'] as const satisfies readonly PromiseKind[];
const outcome = z.enum(outcomes);
const promiseKind = z.enum(promiseKinds);

/** What was typed, field by field, and how many rows the form has. */
export type TypedFields = { values: Values; rows: number };

export function typedFields({ form }: WebRequest): TypedFields {
  const asked = Number.parseInt(form.get('rows'), 10);
  const rows = Number.isNaN(asked) ? FIRST_ROWS : Math.min(Math.max(asked, FIRST_ROWS), MOST_ROWS);
  return { values: Object.fromEntries(form.names().map((name) => [name, form.get(name)])), rows };
}

/** The same with room for more parts and promises. */
export function withMoreRows({ values, rows }: TypedFields): TypedFields {
  return { values, rows: Math.min(rows + FIRST_ROWS, MOST_ROWS) };
}

const rowsOf = (rows: number): number[] => Array.from({ length: rows }, (_, index) => index + 1);

/** The minute, or every field that is wrong. Rows left empty are no parts and no promises. */
export function typedMinute({ values, rows }: TypedFields): TypedMinute | { errors: FieldError[] } {
  const value = (name: string): string => (values[name] ?? '').trim();
  const errors: FieldError[] = [];
  const refuse = (field: string, text: string) => errors.push({ field, text });
  if (value('title') === '') refuse('title', say('minutes', 'typedTitleEmpty'));
  if (value('words') === '') refuse('words', say('minutes', 'typedWordsEmpty'));
  const size = Buffer.byteLength(value('words'));
  if (size > MOST_TYPED) refuse('words', say('minutes', 'typedTooLong', { size: (size / 1_000_000).toFixed(1) }));
  const parts = rowsOf(rows).flatMap((row) => {
    const words = value(`part-${row}-words`);
    const said = outcome.safeParse(value(`part-${row}-outcome`));
    if (words !== '' && !said.success) refuse(`part-${row}-outcome`, say('minutes', 'typedOutcomeEmpty', { row }));
    const promise = promiseKind.safeParse(value(`part-${row}-promise`)).data ?? null;
    return words === '' || !said.success ? [] : [{ words, outcome: said.data, promise }];
  });
  const promises = rowsOf(rows).flatMap((row) => {
    const words = value(`promise-${row}-words`);
    const kind = promiseKind.safeParse(value(`promise-${row}-kind`)).data ?? 'action';
    return words === '' ? [] : [{ words, kind }];
  });
  if (errors.length > 0) return { errors };
  const number = value('number').slice(0, 20) || null;
  return { title: value('title').slice(0, 500), number, text: value('words'), parts, promises };
}

const kindChoices = () => promiseKinds.map((value) => ({ value, text: say('minutes', `kind-${value}`) }));

/** The fields of the minute itself. */
export function minuteFields(filled: Filled): FieldView[] {
  const label = (key: Parameters<typeof say<'minutes'>>[1]) => ({ label: say('minutes', key) });
  return [
    textField(filled, 'number', { ...label('typedNumber'), hint: say('minutes', 'typedNumberHint') }),
    textField(filled, 'title', label('typedTitle')),
    textField(filled, 'words', { ...label('typedWords'), hint: say('minutes', 'typedWordsHint') }, 'textarea'),
  ];
}

/** The fields of each part of the resolution, and of each promise outside it. */
export function rowFields(filled: Filled, rows: number): { parts: FieldView[][]; promises: FieldView[][] } {
  const none = { value: '', text: say('minutes', 'typedNoPromise') };
  const choose = { value: '', text: say('minutes', 'typedChooseOutcome') };
  const resolved = outcomes.map((value) => ({ value, text: say('minutes', `outcome-${value}`) }));
  const outcomeField = { label: say('minutes', 'fieldOutcome'), type: 'select', items: [choose, ...resolved] } as const;
  const promiseField = {
    label: say('minutes', 'typedIsPromise'),
    type: 'select',
    items: [none, ...kindChoices()],
  } as const;
  const kindField = { label: say('minutes', 'kindOfPromise'), type: 'select', items: kindChoices() } as const;
  const words = (name: string, row: number, key: 'typedPart' | 'typedPromise') =>
    textField(filled, `${name}-${row}-words`, { label: say('minutes', key, { row }) }, 'textarea');
  return {
    parts: rowsOf(rows).map((row) => [
      words('part', row, 'typedPart'),
      choiceField(filled, `part-${row}-outcome`, outcomeField),
      choiceField(filled, `part-${row}-promise`, promiseField),
    ]),
    promises: rowsOf(rows).map((row) => [
      words('promise', row, 'typedPromise'),
      choiceField(filled, `promise-${row}-kind`, kindField),
    ]),
  };
}
