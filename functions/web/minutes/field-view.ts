import { say } from '../../../shared/pages/say.ts';
import type { TypedDay } from '../day-fields.ts';
import type { Values } from './reading-values.ts';

export type Choice = { value: string; text: string; selected?: boolean; checked?: boolean };

/** A field as the templates show it, whatever find it belongs to. */
export type FieldView = {
  type: 'input' | 'textarea' | 'select' | 'radios' | 'date';
  name: string;
  label: string;
  hint?: string;
  value: string;
  items: readonly Choice[];
  day?: TypedDay;
  error?: string;
};

export type Filled = { values: Values; errors: ReadonlyMap<string, string> };

type Shown = { label: string; hint?: string };

const errorOf = ({ errors }: Filled, name: string): { error?: string } => {
  const error = errors.get(name);
  return error === undefined ? {} : { error };
};

export function textField(filled: Filled, name: string, shown: Shown, type: 'input' | 'textarea' = 'input'): FieldView {
  return { type, name, ...shown, value: filled.values[name] ?? '', items: [], ...errorOf(filled, name) };
}

export function choiceField(
  filled: Filled,
  name: string,
  { items, type, ...shown }: Shown & { items: readonly Choice[]; type: 'select' | 'radios' },
): FieldView {
  const value = filled.values[name] ?? '';
  const chosen = items.map((item) => ({ ...item, selected: item.value === value, checked: item.value === value }));
  return { type, name, ...shown, value, items: chosen, ...errorOf(filled, name) };
}

export function dateField(filled: Filled, name: string, shown: Shown): FieldView {
  const part = (which: string): string => filled.values[`${name}-${which}`] ?? '';
  const day = { day: part('day'), month: part('month'), year: part('year') };
  return { type: 'date', name, ...shown, value: '', items: [], day, ...errorOf(filled, `${name}-day`) };
}

export function optional(items: readonly Choice[], none: 'nobodyYet' | 'notMatched' | 'noLink'): readonly Choice[] {
  return [{ value: '', text: say('minutes', none) }, ...items];
}
