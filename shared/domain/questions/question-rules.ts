import * as z from 'zod';
import type { BodyKind } from '../bodies/body.ts';
import { strictObjectLater } from '../built-later.ts';
import { day } from '../calendar/day.ts';
import { recordId } from '../record.ts';

/** What somebody outside may put to a meeting. */
export const submissionSorts = ['question', 'petition', 'deputation'] as const;
export const submissionSort = z.enum(submissionSorts);
export type SubmissionSort = z.infer<typeof submissionSort>;

/** Why the chair or proper officer may refuse one: the usual list of standing orders. */
export const refusalReasons = [
  'not-our-business',
  'defamatory-or-offensive',
  'same-within-six-months',
  'exempt-information',
  'too-long',
  'too-late',
  'frivolous',
] as const;
export const refusalReason = z.enum(refusalReasons);
export type RefusalReason = z.infer<typeof refusalReason>;

/** Nobody's rules allow more; it keeps what is kept with a record short enough to write in one piece. */
export const MOST_WORDS = 1000;

/** The rules of a body for one sort. Days are working days before the meeting, the time is on a London clock. */
const sortRules = strictObjectLater(() => ({
  workingDaysBefore: z.int().min(0).max(60),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  mostWords: z.int().min(10).max(MOST_WORDS),
  /** How many one person may put to one meeting. */
  mostPerPerson: z.int().min(1).max(20),
  /** How many one meeting takes; null for no limit of their own. */
  mostPerMeeting: z.int().min(1).max(100).nullable(),
  /** Minutes that are given to it at the meeting. */
  minutes: z.int().min(1).max(120),
  /** Signatures from which a petition is debated rather than received; null where it makes no difference. */
  signaturesThatMatter: z.int().min(1).max(1_000_000).nullable(),
}));
export type SortRules = z.infer<typeof sortRules>;

/**
 * What a body takes from the public, and how: its own standing orders, dated. No statute gives the right to ask; a change
 * is a new record from its first day, and the old one gets its last.
 */
export const questionRules = strictObjectLater(() => ({
  id: recordId,
  bodyId: recordId,
  from: day,
  to: day.nullable(),
  /** As it is shown beside the sum. */
  sourceOfRule: z.string().trim().min(1).max(300),
  /** null: the body does not take this sort. */
  question: sortRules.nullable(),
  petition: sortRules.nullable(),
  deputation: sortRules.nullable(),
  reasons: z.array(refusalReason).min(1),
  /** Whole months after the meeting for which the asker's own data are kept. */
  monthsKept: z.int().min(1).max(84),
}));
export type QuestionRules = z.infer<typeof questionRules>;

/** What a preset settles; the days and the body are the body's own. */
type Preset = Omit<QuestionRules, 'id' | 'bodyId' | 'from' | 'to'>;

const question: SortRules = {
  workingDaysBefore: 5,
  time: '12:00',
  mostWords: 100,
  mostPerPerson: 2,
  mostPerMeeting: 15,
  minutes: 3,
  signaturesThatMatter: null,
};

const councils: Preset = {
  sourceOfRule: 'Procedure rules of the council: public participation',
  question,
  petition: {
    ...question,
    workingDaysBefore: 8,
    mostWords: 200,
    mostPerPerson: 1,
    minutes: 5,
    signaturesThatMatter: 500,
  },
  deputation: { ...question, mostWords: 200, mostPerPerson: 1, mostPerMeeting: 3, minutes: 5 },
  reasons: [...refusalReasons],
  monthsKept: 12,
};

// Boards of the NHS meet in public and are no public meetings: they take questions on their agenda, and no petitions.
const nhs: Preset = {
  ...councils,
  sourceOfRule: 'Standing orders of the body: questions from the public',
  question: { ...question, workingDaysBefore: 3, mostWords: 150, mostPerPerson: 1, mostPerMeeting: 10 },
  petition: null,
  deputation: null,
};

/** The shipped preset of each kind of body; null for a kind that takes nothing from the public. */
export const questionPresets: Record<BodyKind, Preset | null> = {
  council: {
    ...councils,
    petition: {
      ...question,
      workingDaysBefore: 8,
      mostWords: 200,
      mostPerPerson: 1,
      minutes: 5,
      signaturesThatMatter: 1500,
    },
  },
  executive: councils,
  scrutiny: councils,
  committee: councils,
  'health-and-wellbeing-board': { ...councils, petition: null, deputation: null },
  // Its members have agreed to meet among themselves.
  partnership: null,
  'nhs-board': nhs,
  'nhs-committee': nhs,
};

/** The rules in force for a body on a day: its own, or the preset of its kind; null when it takes nothing. Days inclusive. */
export function questionRulesOn(
  dated: readonly QuestionRules[],
  body: { readonly id: string; readonly kind: BodyKind; readonly firstDay: string },
  on: string,
): QuestionRules | null {
  const inForce = dated.filter(
    (rules) => rules.bodyId === body.id && rules.from <= on && (rules.to === null || on <= rules.to),
  );
  const own = inForce.toSorted((a, b) => b.from.localeCompare(a.from)).at(0);
  if (own) return own;
  const preset = questionPresets[body.kind];
  return preset && { ...preset, id: `questions-preset-${body.kind}`, bodyId: body.id, from: body.firstDay, to: null };
}

/** The sorts that a body takes, in the order of the form. */
export function sortsTaken(rules: QuestionRules): SubmissionSort[] {
  return submissionSorts.filter((sort) => rules[sort] !== null);
}
