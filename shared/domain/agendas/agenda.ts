import * as z from 'zod';
import { strictObjectLater, unionLater } from '../built-later.ts';
import { day } from '../calendar/day.ts';
import { madeDocument } from '../meetings/published-document.ts';
import { accessClass, recordId } from '../record.ts';

/** The lawful way found for late business, and what it needs. Confirmed at the meeting by the person presiding, and minuted. */
export const itemRoute = unionLater('route', () => [
  z.strictObject({
    /** LGA 1972 s.100B(4)(b): asked of the chair beforehand; the opinion is that of the person presiding. */
    route: z.literal('chairs-urgency'),
    reason: z.string().trim().min(1).max(2000),
    askedOn: day,
    /** Whether the chair is minded to agree; null while nothing has been heard. */
    minded: z.boolean().nullable(),
  }),
  z.strictObject({
    /** A body that no statute binds: its own terms of reference, which the body itself may waive. */
    route: z.literal('own-terms'),
    reason: z.string().trim().min(1).max(2000),
    askedOn: day,
    minded: z.boolean().nullable(),
  }),
]);
export type ItemRoute = z.infer<typeof itemRoute>;

/**
 * An item's place on an agenda. Order is the order of the list; the number is given by the scheme until the agenda is
 * published, and never changes afterwards. Title and access are copied from the item in the same transaction.
 */
export const slot = strictObjectLater(() => ({
  itemId: recordId,
  number: z.string().min(1).max(20),
  title: z.string().min(1).max(500),
  accessClass,
  /** The key of the standing item that it is; null for other business. */
  standing: z.string().max(60).nullable(),
  /** The first publication that held it; null while none has. */
  publishedOn: day.nullable(),
  route: itemRoute.nullable(),
  /** Withdrawn after publication: it keeps its number, and a note says so; not its title, where that should never have gone out. */
  withdrawn: z.strictObject({ on: day, note: z.string().trim().min(1).max(500), titleShown: z.boolean() }).nullable(),
  /** Made private after the public had seen it: it is taken in private, and its number stays in public with this note. `title` is what it had been. */
  closed: z.strictObject({ on: day, note: z.string().trim().min(1).max(500), title: z.string() }).optional(),
}));
export type Slot = z.infer<typeof slot>;

/** How items are numbered: 1, 2, 3; A1, A2; 19/01 running through the year; or 1.1 under parts. */
export const numbering = z.enum(['plain', 'lettered', 'year', 'parts']);
export type Numbering = z.infer<typeof numbering>;

/** When and where a meeting was to be, before it was moved. */
const sittingAs = z.strictObject({ day, time: z.string().nullable(), venue: z.string().nullable() });

/**
 * One act of publishing. `day` is the day it counts as published: after the body's closing time, the next working day.
 * It is complete once it was read back from where the public reads it (`verifiedAt`).
 */
export const publication = strictObjectLater(() => ({
  /** 'supplement-2': its sort and number, so that it is the same whoever asks. */
  id: recordId,
  sort: z.enum(['agenda', 'supplement', 'replacement', 'withdrawal', 'notice', 'cancellation', 'move']),
  /** 'Supplement 2': its place among those of its sort. */
  number: z.int().min(1),
  at: z.string(),
  day,
  by: recordId,
  /** What changed and why, as the public reads it. */
  said: z.string().trim().max(1000).nullable(),
  /** What it put on the agenda, or took off it. */
  itemIds: z.array(recordId),
  reportIds: z.array(recordId),
  withdrawnReportIds: z.array(recordId),
  /** Of a move: where the meeting was. */
  movedFrom: sittingAs.nullable(),
  /** The snapshot it points the public to; null where the body does not sit in public and only members are told. */
  snapshot: z.string().nullable(),
  state: z.enum(['asked', 'shown', 'verified', 'failed']),
  verifiedAt: z.string().nullable(),
  /** SHA-256 of what was read back: the proof. */
  proof: z.string().nullable(),
  /** Its agenda and notice as PDF, made from the snapshot: they never hold publication up. `none` where there is no snapshot. */
  documents: z.strictObject({ state: z.enum(['none', 'waiting', 'made', 'not-made']), made: z.array(madeDocument) }),
  /** Part of the proof: every file that was read back, at its address below the meeting's. */
  found: z.array(z.strictObject({ file: z.string(), bytes: z.int(), hash: z.string().length(64) })),
}));
export type Publication = z.infer<typeof publication>;

/** The agenda of a meeting. Its id is the meeting's: an agenda is never without one. */
export const agenda = strictObjectLater(() => ({
  id: recordId,
  bodyId: recordId,
  numbering,
  /** The number its first item takes: more than 1 where numbers run through the year. */
  firstNumber: z.int().min(1).max(2000),
  /** The year of numbers that run through it: '19'. */
  series: z.string().regex(/^\d\d$/),
  slots: z.array(slot).max(150),
  /** The chair is asked to agree; that never holds notice up. */
  chairsAgreement: z.strictObject({
    askedOn: day.nullable(),
    answer: z.enum(['agreed', 'question']).nullable(),
    said: z.string().trim().max(2000).nullable(),
    on: day.nullable(),
  }),
  /** Where the printed notice was put up, by whom and when. */
  posted: z.array(
    z.strictObject({ where: z.string().trim().min(1).max(200), by: recordId, on: day, time: z.string().max(5) }),
  ),
  publications: z.array(publication),
  accessClass,
}));
export type Agenda = z.infer<typeof agenda>;

/** Has the agenda gone out? Then numbers are fixed and what changes is a supplement. */
export function isOut({ publications }: Pick<Agenda, 'publications'>): boolean {
  return publications.some(({ sort }) => sort === 'agenda');
}

/** Is a workflow to do something about it yet? One that was not found is for whoever looks after the meeting. */
export function isUnderWay(publication: Pick<Publication, 'state' | 'documents'>): boolean {
  const { state, documents } = publication;
  return state !== 'failed' && documents.state !== 'not-made' && !isComplete(publication);
}

/** Was it found where the public reads, with its documents where it has any? */
export function isComplete({ state, documents }: Pick<Publication, 'state' | 'documents'>): boolean {
  return state === 'verified' && (documents.state === 'none' || documents.state === 'made');
}
