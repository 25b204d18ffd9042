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

/** Whom a quorum may want by their office, not by the capacity they sit in: "including the chair or vice-chair". */
export const presiding = ['chair', 'vice-chair', 'chair-or-vice-chair'] as const;
export type Presiding = (typeof presiding)[number];

/** One part of what a quorum asks for. */
export type QuorumPart = { readonly who: Capacity | Presiding; readonly number: number };

const CHAIR = /^(?:the |a |an |1 |one )?(vice[- ]?)?chair(?:man|woman|person)?$/;

function presidingOf(words: string): Presiding | null {
  const offices = words.split(/\s+or\s+/).map((part) => CHAIR.exec(part.trim()));
  if (offices.some((office) => office === null) || offices.length > 2) return null;
  const vice = offices.map((office) => office?.[1] !== undefined);
  if (vice.length === 2) return vice[0] === vice[1] ? null : 'chair-or-vice-chair';
  return vice[0] ? 'vice-chair' : 'chair';
}

const partsOf = (including: string): string[] =>
  including
    .toLowerCase()
    .replace(/^(?:including|incl\.|at least)\s+/, '')
    .split(/\s*(?:,|;|\band\b)\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/**
 * What the words of a quorum ask for at a meeting, part by part: capacities as `amongIn`, and the chair or the vice-chair,
 * who must be in the room. Empty for no words; null when a part cannot be counted.
 */
export function quorumPartsIn(including: string | null): readonly QuorumPart[] | null {
  const parts = partsOf(including ?? '').map((words): QuorumPart | null => {
    const among = amongOf(words);
    const office = presidingOf(words);
    if (among) return { who: among.capacity, number: among.number };
    return office && { who: office, number: 1 };
  });
  return parts.every((part) => part !== null) ? parts : null;
}

/**
 * What the words of a quorum ask for, counted: '1 lay member and 1 clinician' is one of each. Empty for no words; null
 * when they cannot be counted, and then nothing may be decided by counting.
 */
export function amongIn(including: string | null): readonly Among[] | null {
  if (including === null || including.trim() === '') return [];
  const parts = partsOf(including).map(amongOf);
  return parts.every((part) => part !== null) ? parts : null;
}
