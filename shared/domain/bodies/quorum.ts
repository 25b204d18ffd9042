import * as z from 'zod';

/** In what capacity somebody sits, where a quorum asks for some of them: "including 1 lay member and 1 clinician". */
export const capacity = z.enum(['lay-member', 'clinician', 'councillor', 'nhs-member']);
export type Capacity = z.infer<typeof capacity>;

export type Among = { readonly capacity: Capacity; readonly number: number };

const named: readonly (readonly [RegExp, Capacity])[] = [
  [/^lay(?: (?:member|person)s?)?$/, 'lay-member'],
  [/^clinicians?$|^clinical members?$/, 'clinician'],
  [/^councillors?$/, 'councillor'],
  [/^nhs(?: members?)?$/, 'nhs-member'],
];

const figures: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4 };

function amongOf(words: string): Among | null {
  const [, count = '', who = ''] = /^(\S+) (.+)$/.exec(words) ?? [];
  const number = /^\d{1,2}$/.test(count) ? Number(count) : figures[count];
  const found = named.find(([pattern]) => pattern.test(who));
  return number === undefined || number === 0 || !found ? null : { capacity: found[1], number };
}

/**
 * What the words of a quorum ask for, counted: '1 lay member and 1 clinician' is one of each. Empty for no words; null
 * when they cannot be counted, and then nothing may be decided by counting.
 */
export function amongIn(including: string | null): readonly Among[] | null {
  if (including === null || including.trim() === '') return [];
  const parts = including
    .toLowerCase()
    .replace(/^(?:including|incl\.|at least)\s+/, '')
    .split(/\s*(?:,|;|\band\b)\s*/)
    .filter((part) => part !== '')
    .map((part) => amongOf(part.trim()));
  return parts.every((part) => part !== null) ? parts : null;
}
