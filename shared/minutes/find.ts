import * as z from 'zod';

/**
 * What the minutes reader hands back. Every find carries its place in the text, the words as said and the reason it was
 * found, so that a person can keep, correct or drop it; nothing here is in the register until somebody accepts it.
 * Offsets count UTF-16 code units of `Reading.source`; `source.slice(start, end)` is `text` with its white space unfolded.
 */

const dayText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Whole months, weeks, days or years counted from the day of the meeting: "6 to 12 months" is min 6, max 12. */
export const relativeSchema = z.object({
  unit: z.enum(['day', 'week', 'month', 'year']),
  min: z.number().int().nonnegative(),
  max: z.number().int().nonnegative(),
});
export type Relative = z.infer<typeof relativeSchema>;

/** Both days are inside the window. */
const windowSchema = z.object({ from: dayText, to: dayText });
export type Window = z.infer<typeof windowSchema>;

const confidences = ['certain', 'likely', 'check'] as const;
export const outcomes = [
  'approved',
  'noted',
  'received',
  'deferred',
  'referred',
  'delegated',
  'rejected',
  'recommended',
  'withdrawn',
] as const;
export type Outcome = (typeof outcomes)[number];

/** A promise may be an action (somebody is to do a thing), a report-back (something returns to a body), or both at once. */
const promiseKinds = ['action', 'report-back'] as const;
export type PromiseKind = (typeof promiseKinds)[number];

const base = {
  /** Stable within one reading of one text: f1, f2, ... in the order of the text. */
  id: z.string().regex(/^f\d+$/),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  text: z.string(),
  reason: z.string(),
  confidence: z.enum(confidences),
};

const findId = z
  .string()
  .regex(/^f\d+$/)
  .nullable();

const bodyFindSchema = z.object({ ...base, kind: z.literal('body'), name: z.string() });
const meetingDateFindSchema = z.object({ ...base, kind: z.literal('meeting-date'), day: dayText });
const nextMeetingFindSchema = z.object({ ...base, kind: z.literal('next-meeting'), day: dayText });

/** An agenda item, or the one thing a page is about. */
const itemFindSchema = z.object({
  ...base,
  kind: z.literal('item'),
  number: z.string().nullable(),
  title: z.string(),
});

/** Somebody who presented, spoke to the report or came for an item. `role` is the post or organisation as written. */
const presenterFindSchema = z.object({
  ...base,
  kind: z.literal('presenter'),
  name: z.string(),
  role: z.string().nullable(),
  itemId: findId,
});

const attendances = ['present', 'in-attendance', 'for-this-item'] as const;
const attendeeFindSchema = z.object({
  ...base,
  kind: z.literal('attendee'),
  name: z.string(),
  role: z.string().nullable(),
  attendance: z.enum(attendances),
  itemId: findId,
});

const apologyFindSchema = z.object({ ...base, kind: z.literal('apology'), name: z.string() });

/** A question put by a member. Whether it was answered is for the secretary to say; `asksForMore` hints that it was not. */
const matterRaisedFindSchema = z.object({
  ...base,
  kind: z.literal('matter-raised'),
  asksForMore: z.boolean(),
  itemId: findId,
});

const resolutionFindSchema = z.object({
  ...base,
  kind: z.literal('resolution'),
  /** The minute's number and the part's mark as printed: "2", "92.1", "35/20(a)"; null when neither is printed. */
  number: z.string().nullable(),
  outcome: z.enum(outcomes),
  itemId: findId,
});

/** What an officer's paper asks a body to decide. It is not an outcome. */
const recommendationFindSchema = z.object({
  ...base,
  kind: z.literal('recommendation'),
  number: z.string().nullable(),
});

const promiseFindSchema = z.object({
  ...base,
  kind: z.literal('promise'),
  promiseKinds: z.array(z.enum(promiseKinds)).min(1),
  /** A reference of its own, as in an action log ("P/142"). */
  number: z.string().nullable(),
  /** As named in the text; null when the text names none and the secretary is asked. */
  owner: z.string().nullable(),
  /** When it is to be done or to come back, as said; null when no time is said. */
  rawWindow: z.string().nullable(),
  relative: relativeSchema.nullable(),
  /** null when the days cannot be worked out: no day of the meeting, or words such as "in due course". */
  window: windowSchema.nullable(),
  /** How the window was reckoned, in words; null where there is no window. */
  sum: z.string().nullable(),
  /** "quarterly", "every meeting", "annually, May"; null for a promise kept once. */
  recurring: z.string().nullable(),
  /** The status an action log prints beside it. */
  status: z.enum(['open', 'closed', 'overdue']).nullable(),
  /** The resolution in whose words the promise was made. */
  resolutionId: findId,
  itemId: findId,
});

const voteFindSchema = z.object({
  ...base,
  kind: z.literal('vote'),
  for: z.number().int().nullable(),
  against: z.number().int().nullable(),
  abstain: z.number().int().nullable(),
  result: z.enum(['carried', 'lost']).nullable(),
  unanimous: z.boolean(),
  nemCon: z.boolean(),
  recorded: z.boolean(),
  itemId: findId,
});

/** The heading and what is listed beneath it; an empty list is shown as "report not attached". */
const supportingDocumentsFindSchema = z.object({
  ...base,
  kind: z.literal('supporting-documents'),
  names: z.array(z.string()),
});

const detailNames = [
  'time',
  'venue',
  'purpose',
  'prepared-by',
  'responsible-director',
  'published',
  'call-in-ends',
  'effective-from',
] as const;
const detailFindSchema = z.object({
  ...base,
  kind: z.literal('detail'),
  name: z.enum(detailNames),
  value: z.string(),
});

export const findSchema = z.discriminatedUnion('kind', [
  bodyFindSchema,
  meetingDateFindSchema,
  nextMeetingFindSchema,
  itemFindSchema,
  presenterFindSchema,
  attendeeFindSchema,
  apologyFindSchema,
  matterRaisedFindSchema,
  resolutionFindSchema,
  recommendationFindSchema,
  promiseFindSchema,
  voteFindSchema,
  supportingDocumentsFindSchema,
  detailFindSchema,
]);
export type Find = z.infer<typeof findSchema>;
export type FindKind = Find['kind'];
export type FindOf<K extends FindKind> = Extract<Find, { kind: K }>;

/** Something that looked like a promise or a decision and was not taken for one; shown so that a person may disagree. */
const leftOutSchema = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  text: z.string(),
  reason: z.string(),
});
export type LeftOut = z.infer<typeof leftOutSchema>;

const notFoundCodes = [
  'no-meeting-date',
  'meeting-date-differs',
  'no-body',
  'body-guessed',
  'body-differs',
  'no-items',
  'no-decisions',
  'report-not-attached',
] as const;
/** Expected in minutes and missing, or in doubt, as one sentence for the secretary. */
const notFoundSchema = z.object({ code: z.enum(notFoundCodes), sentence: z.string() });
export type NotFound = z.infer<typeof notFoundSchema>;

const readingKinds = ['minutes', 'agenda-item', 'report', 'cover-sheet', 'other'] as const;

export const readingSchema = z.object({
  /** The text the offsets refer to: plain, line feeds only, HTML reduced to its words. */
  source: z.string(),
  kind: z.enum(readingKinds),
  /** The day windows are counted from: the one given, else the one found in the text. */
  meetingDate: dayText.nullable(),
  body: z.string().nullable(),
  finds: z.array(findSchema),
  leftOut: z.array(leftOutSchema),
  notFound: z.array(notFoundSchema),
});
export type Reading = z.infer<typeof readingSchema>;
