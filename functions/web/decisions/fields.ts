import type { Answered } from '../../../shared/domain/decisions/decision.ts';
import { type Key, say } from '../../../shared/pages/say.ts';
import type { Faults, Typed, Wrong } from '../typed-form.ts';

export type Words = Key<'decisions'>;

type Item = { value: string; text: string; selected?: boolean; checked?: boolean };

/** One field as the template draws it. */
export type Field = {
  type: 'input' | 'textarea' | 'select' | 'radios' | 'date' | 'or-none' | 'checks';
  name: string;
  label: string;
  hint?: string;
  value?: string;
  items?: readonly Item[];
  day?: { day: string; month: string; year: string };
  error?: string;
  isNone?: boolean;
  noneValue?: string;
  noneLabel?: string;
  rows?: number;
};

export type Section = { title: string | null; note?: string; fields: readonly Field[] };

type Shown = { typed: Typed; faults: Faults };

/** Choices in the words of the catalogue. */
export function optionsOf(values: readonly (readonly [value: string, key: Words])[]): Item[] {
  return values.map(([value, key]) => ({ value, text: say('decisions', key) }));
}

/** A field's error as the template takes it. */
export function wrong(field: string, key: Words): Wrong {
  return { field, text: say('decisions', key) };
}

/** Makes the fields of a form from what was typed and what was wrong with it. */
export function fieldMaker({ typed, faults }: Shown) {
  const base = (name: string, label: Words, hint?: Words) => {
    const error = faults.of[name]?.text;
    return {
      name,
      label: say('decisions', label),
      ...(hint === undefined ? {} : { hint: say('decisions', hint) }),
      ...(error === undefined ? {} : { error }),
    };
  };
  const value = (name: string): string => typed[name] ?? '';
  return {
    line: (name: string, label: Words, hint?: Words): Field => ({
      ...base(name, label, hint),
      type: 'input',
      value: value(name),
    }),
    text: (name: string, label: Words, hint?: Words, rows = 4): Field => ({
      ...base(name, label, hint),
      type: 'textarea',
      value: value(name),
      rows,
    }),
    date: (name: string, label: Words, hint?: Words): Field => ({
      ...base(name, label, hint),
      type: 'date',
      day: { day: value(`${name}-day`), month: value(`${name}-month`), year: value(`${name}-year`) },
    }),
    choice: (name: string, label: Words, items: readonly Item[], hint?: Words): Field => ({
      ...base(name, label, hint),
      type: 'radios',
      items: items.map((one) => ({ ...one, checked: one.value === value(name) })),
    }),
    select: (name: string, label: Words, items: readonly Item[], hint?: Words): Field => ({
      ...base(name, label, hint),
      type: 'select',
      items: items.map((one) => ({ ...one, selected: one.value === value(name) })),
    }),
    orNone: (name: string, label: Words, hint?: Words): Field => ({
      ...base(name, label, hint),
      type: 'or-none',
      value: value(name),
      isNone: value(`${name}-none`) === 'none',
      noneValue: 'none',
      noneLabel: `${say('decisions', 'none')}: ${say('decisions', label)}`,
    }),
  };
}

/** A text or an express "none", as typed. Both at once is neither. */
export function readOrNone(typed: Typed, name: string): Answered | null | 'both' {
  const text = typed[name] ?? '';
  const none = typed[`${name}-none`] === 'none';
  if (none && text !== '') return 'both';
  if (none) return { sort: 'none' };
  return text === '' ? null : { sort: 'said', text };
}

/** The same, back in the fields of its form. */
export function typedOrNone(name: string, of: Answered | null): Typed {
  if (of === null) return { [name]: '' };
  return of.sort === 'none' ? { [`${name}-none`]: 'none', [name]: '' } : { [name]: of.text };
}
