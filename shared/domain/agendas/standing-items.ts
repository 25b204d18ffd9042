import * as z from 'zod';
import { type BodyKind, planName } from '../bodies/body.ts';
import { strictObjectLater } from '../built-later.ts';

/** Business that stands on the agendas of a body. The system knows these by their key, whatever they are called there. */
export const standingKey = z.enum([
  'apologies',
  'declarations',
  'minutes',
  'action-log',
  'public-questions',
  'work-programme',
  'urgent',
  'next-meeting',
  'exclusion',
]);
export type StandingKey = z.infer<typeof standingKey>;

/** One line of the template of a body's agendas. */
export const standingItem = strictObjectLater(() => ({
  key: standingKey,
  title: z.string().trim().min(1).max(200),
  purpose: z.enum(['decision', 'discussion', 'information', 'assurance']).nullable(),
}));
export type StandingItem = z.infer<typeof standingItem>;

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const usual = {
  apologies: { key: 'apologies', title: 'Apologies and substitutes', purpose: null },
  declarations: { key: 'declarations', title: 'Declarations of interest', purpose: null },
  minutes: { key: 'minutes', title: 'Minutes', purpose: 'decision' },
  'action-log': { key: 'action-log', title: 'Action log and outstanding promises', purpose: 'discussion' },
  'public-questions': { key: 'public-questions', title: 'Public questions', purpose: null },
  'work-programme': { key: 'work-programme', title: 'Work programme', purpose: 'decision' },
  urgent: { key: 'urgent', title: 'Urgent business', purpose: null },
  'next-meeting': { key: 'next-meeting', title: 'Date of next meeting', purpose: 'information' },
  exclusion: { key: 'exclusion', title: 'Exclusion of the press and public', purpose: 'decision' },
} as const satisfies Record<StandingKey, StandingItem>;

/** What each kind of body does without; everything else stands in the usual order. */
const without: Partial<Record<BodyKind, readonly StandingKey[]>> = {
  // A council's business is only what its summons names (LGA 1972 Sch 12 para 4(5)); its programme is the annual meeting's.
  council: ['work-programme'],
  // No urgency route for an executive's items: SI 2012/2089 reg 6(2).
  executive: ['urgent'],
  // It does not sit in public: nobody asks from outside, and nobody is excluded.
  partnership: ['public-questions', 'exclusion'],
};

const own: Partial<Record<BodyKind, Partial<Record<StandingKey, string>>>> = {
  'nhs-board': { declarations: 'Declarations of interest and register of interests' },
  'nhs-committee': { declarations: 'Declarations of interest and register of interests' },
};

/** A standing item as bodies of the kind usually call it. */
export function usualStandingItem(key: StandingKey, kind: BodyKind): StandingItem {
  const title = own[kind]?.[key] ?? (key === 'work-programme' ? capital(planName[kind]) : usual[key].title);
  return { ...usual[key], title };
}

/** The shipped template of each kind of body, in order. */
export function standingItemsOf(kind: BodyKind): readonly StandingItem[] {
  return standingKey.options.filter((key) => !without[kind]?.includes(key)).map((key) => usualStandingItem(key, kind));
}
