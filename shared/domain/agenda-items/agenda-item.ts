import * as z from 'zod';
import { strictObjectLater, unionLater } from '../built-later.ts';
import { day } from '../calendar/day.ts';
import { keyRoute } from '../decisions/key-route.ts';
import { accessClass, recordId } from '../record.ts';

export const itemState = z.enum(['proposed', 'on-agenda', 'considered', 'deferred', 'withdrawn']);
export type ItemState = z.infer<typeof itemState>;
type ItemEvent = 'place' | 'consider' | 'defer' | 'withdraw';

/** Everything that may happen to an agenda item. It exists before it has a meeting. */
export const itemTransitions: Record<ItemState, Partial<Record<ItemEvent, ItemState>>> = {
  proposed: { place: 'on-agenda', withdraw: 'withdrawn' },
  'on-agenda': { consider: 'considered', defer: 'deferred', withdraw: 'withdrawn', place: 'on-agenda' },
  deferred: { place: 'on-agenda', withdraw: 'withdrawn' },
  considered: {},
  withdrawn: {},
};

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/**
 * Why an item is likely to be taken in private. Councils and their executives: paragraphs 1-7 of Part 1 of Schedule 12A
 * to the LGA 1972, with the public interest weighed (para 10). 1960 Act bodies: a special reason stated in the
 * resolution (s.1(2)). Confidential: disclosure is forbidden, and no resolution is needed (LGA 1972 s.100A(2), (3)).
 */
export const privateReason = unionLater('scheme', () => [
  z.strictObject({
    scheme: z.literal('schedule-12A'),
    paragraphs: z.array(z.int().min(1).max(7)).min(1),
    /** Paragraph 3 as terms proposed in contract negotiations: then other councillors have no right to see it (s.100F(2A)). */
    contractTerms: z.boolean(),
    publicInterest: z.string().trim().min(1).max(2000),
  }),
  z.strictObject({ scheme: z.literal('1960-act'), specialReason: z.string().trim().min(1).max(2000) }),
  z.strictObject({ scheme: z.literal('confidential'), forbiddenBy: z.string().trim().min(1).max(500) }),
]);
export type PrivateReason = z.infer<typeof privateReason>;

/** Where a piece of business comes from. */
export const itemOrigin = unionLater('sort', () => [
  z.strictObject({ sort: z.literal('standing'), key: z.string().max(60) }),
  z.strictObject({ sort: z.literal('promise'), commitmentId: recordId }),
  z.strictObject({ sort: z.literal('deferred'), fromMeetingId: recordId }),
  z.strictObject({ sort: z.literal('written-resolution'), writtenResolutionId: recordId }),
  z.strictObject({ sort: z.literal('typed') }),
  z.strictObject({ sort: z.literal('read') }),
]);

/** A report put with an item: a file kept by its hash. `accessClass` private is marked "not for publication". */
export const itemReport = strictObjectLater(() => ({
  id: recordId,
  title: z.string().trim().min(1).max(300),
  /** SHA-256 of the file, in hex: also its name in the files store. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(1),
  pages: z.int().min(1).nullable(),
  /** Says in what order, and as what, a screen reader is to read it. Absent where that was not looked at. */
  tagged: z.boolean().optional(),
  accessClass,
  addedOn: day,
}));
export type ItemReport = z.infer<typeof itemReport>;

/** One piece of business. */
export const agendaItem = strictObjectLater(() => ({
  id: recordId,
  bodyId: recordId,
  meetingId: recordId.nullable(),
  number: z.string().max(20).nullable(),
  title: z.string().trim().min(1).max(500),
  purpose: z.enum(['decision', 'discussion', 'information', 'assurance']).nullable(),
  reportOf: z.string().trim().max(500).nullable(),
  presenter: z.string().trim().max(300).nullable(),
  /** Names as they stand in the text, or as invited; not people until matched. `at` is when they are expected, London time. */
  attendedFor: z.array(
    z.strictObject({ named: z.string().max(200), personId: recordId.nullable(), at: time.nullable() }),
  ),
  mattersRaised: z.array(z.strictObject({ text: z.string().max(2000), answer: z.enum(['answered', 'to-follow']) })),
  report: z.enum(['attached', 'not-attached', 'to-follow', 'oral']),
  /** Why a report is to follow, in words for the agenda. */
  toFollowReason: z.string().trim().max(500).nullable(),
  reports: z.array(itemReport).max(60),
  privateReason: privateReason.nullable(),
  contactOfficer: z.string().trim().max(300).nullable(),
  /** A key decision of an executive: SI 2012/2089 reg 8. */
  keyDecision: z.boolean(),
  /** The notice of it (regs 5 and 9), where the executive has given one; and how else a key decision may be made. */
  noticeId: recordId.nullable(),
  keyRoute: keyRoute.nullable(),
  /** Why it may not be published yet, in words: an equality impact assessment that is not signed off. */
  blockedBy: z.string().trim().max(500).nullable(),
  origin: itemOrigin,
  /** The promise this item reports back on, if any. */
  commitmentId: recordId.nullable(),
  state: itemState,
  published: z.boolean(),
  accessClass,
}));
export type AgendaItem = z.infer<typeof agendaItem>;

type Arranged =
  | 'presenter'
  | 'toFollowReason'
  | 'reports'
  | 'privateReason'
  | 'contactOfficer'
  | 'keyDecision'
  | 'noticeId'
  | 'keyRoute'
  | 'blockedBy'
  | 'origin';

/** What an item has until somebody arranges more for it. */
export const unarranged: Pick<AgendaItem, Arranged> = {
  presenter: null,
  toFollowReason: null,
  reports: [],
  privateReason: null,
  contactOfficer: null,
  keyDecision: false,
  noticeId: null,
  keyRoute: null,
  blockedBy: null,
  origin: { sort: 'read' },
};
