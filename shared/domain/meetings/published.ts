// What the public reads, as it is kept. It is made in `published-meeting.ts` and `published-agenda.ts`; nothing of what it is
// made from is imported here, so that the public site neither loads nor knows the shape of what is not published.
import * as z from 'zod';
import { bodyKind } from '../bodies/body.ts';
import { strictObjectLater } from '../built-later.ts';
import { day } from '../calendar/day.ts';
import { recordId } from '../record.ts';
import { limb } from '../resolutions/resolution.ts';

const publishedReport = strictObjectLater(() => ({
  id: recordId,
  title: z.string(),
  bytes: z.int().min(1),
  pages: z.int().min(1).nullable(),
  /** The publication that showed it: 'agenda-1', 'supplement-2'. */
  shownBy: z.string(),
  withdrawn: z.strictObject({ on: day, note: z.string() }).nullable(),
}));

/** The action log as it stood when it was published: a role and no name, and no private promise. */
const publishedLog = strictObjectLater(() => ({
  asOf: day,
  rows: z.array(
    z.strictObject({
      reference: z.string(),
      subject: z.string(),
      role: z.string().nullable(),
      from: day.nullable(),
      to: day.nullable(),
      standing: z.enum(['open', 'overdue', 'done', 'reported']),
    }),
  ),
}));
export type PublishedLog = z.infer<typeof publishedLog>;

/** What the motion to exclude the public speaks of: items by their numbers and grounds, never by title. */
const publishedMotion = strictObjectLater(() => ({
  executive: z.boolean(),
  items: z.array(
    z.strictObject({
      number: z.string(),
      reason: z.discriminatedUnion('scheme', [
        z.strictObject({ scheme: z.literal('schedule-12A'), paragraphs: z.array(z.int().min(1).max(7)) }),
        z.strictObject({ scheme: z.literal('1960-act'), specialReason: z.string() }),
        z.strictObject({ scheme: z.literal('confidential') }),
      ]),
    }),
  ),
}));
export type PublishedMotion = z.infer<typeof publishedMotion>;

/** What an agenda says of an item beyond its number, title and whose report it is. */
export const arrangedInPublic = strictObjectLater(() => ({
  purpose: z.enum(['decision', 'discussion', 'information', 'assurance']).nullable(),
  presenter: z.string().nullable(),
  report: z.enum(['attached', 'not-attached', 'to-follow', 'oral']),
  toFollowReason: z.string().nullable(),
  reports: z.array(publishedReport),
  /** Some of its reports are not for publication. LGA 1972 s.100B(5). */
  partPrivate: z.boolean(),
  keyDecision: z.boolean(),
  /** The publication that first held it. */
  addedBy: z.string(),
  addedOn: day,
  /** It may not be considered unless …: the clear days it has and needs, and the lawful way that is asked for. */
  late: z
    .strictObject({
      clearDays: z.int(),
      needed: z.int(),
      route: z.string().nullable(),
      reason: z.string().nullable(),
      /** What the chair said beforehand: whether they are minded to take it; null while nothing has been heard. */
      minded: z.boolean().nullable().optional(),
    })
    .nullable(),
  withdrawn: z.strictObject({ on: day, note: z.string() }).nullable(),
  /** The key of the standing item that it is; absent of other business, and of what was published before this was kept. */
  standing: z.string().optional(),
  /** Of the action log: what Quorate made for the meeting. */
  log: publishedLog.optional(),
  /** Of the minutes: the meeting whose minutes the public may read at its own page. */
  minutesOf: z.strictObject({ meetingId: recordId, day }).optional(),
  /** Of the exclusion of the public: the motion. */
  motion: publishedMotion.optional(),
}));
export type ArrangedInPublic = z.infer<typeof arrangedInPublic>;

const publishedPublication = strictObjectLater(() => ({
  id: recordId,
  sort: z.enum(['agenda', 'supplement', 'replacement', 'withdrawal', 'notice', 'cancellation', 'move']),
  number: z.int().min(1),
  at: z.string(),
  day,
  /** What changed and why. */
  said: z.string().nullable(),
}));

/** What the public reads of an agenda as a whole. */
export const publishedAgenda = strictObjectLater(() => ({
  /** Business likely to be taken in private: that there is some, and the descriptions the law asks for. No more. */
  partTwo: z
    .strictObject({
      paragraphs: z.array(z.int().min(1).max(7)),
      specialReasons: z.array(z.string()),
      confidential: z.boolean(),
    })
    .nullable(),
  publications: z.array(publishedPublication),
  contact: z
    .strictObject({
      name: z.string(),
      jobTitle: z.string().nullable(),
      telephone: z.string().nullable(),
      email: z.string().nullable(),
    })
    .nullable(),
}));
export type PublishedAgenda = z.infer<typeof publishedAgenda>;

const publishedItem = strictObjectLater(() => ({
  id: recordId,
  number: z.string().nullable(),
  /** Null where an item was withdrawn and its title should never have gone out. */
  title: z.string().nullable(),
  reportOf: z.string().nullable(),
  /** As it stands on the agenda; null where it is known from minutes alone. */
  arranged: arrangedInPublic.nullable().default(null),
  minutes: z.array(z.strictObject({ id: recordId, number: z.string().nullable(), text: z.string() })),
  limbs: z.array(limb),
}));
export type PublishedItem = z.infer<typeof publishedItem>;

/** What the public sees of a body. */
export const publishedBody = strictObjectLater(() => ({
  id: recordId,
  name: z.string(),
  shortName: z.string(),
  kind: bodyKind,
  firstDay: day,
  lastDay: day.nullable(),
}));
export type PublishedBody = z.infer<typeof publishedBody>;

/** What the public sees of a meeting in a list. */
export const publishedSitting = strictObjectLater(() => ({
  id: recordId,
  bodyId: recordId,
  bodyName: z.string(),
  day,
  time: z.string().nullable(),
  venue: z.string().nullable(),
  sort: z.enum(['ordinary', 'extraordinary', 'annual']),
  cancelled: z.boolean(),
  minutesStatus: z.enum(['draft', 'confirmed', 'not-known']).nullable(),
  agendaOut: z.boolean().default(false),
  /** Where it was to be before it was last moved. */
  movedFrom: z
    .strictObject({ day, time: z.string().nullable(), venue: z.string().nullable() })
    .nullable()
    .default(null),
  /** Of its calendar entry: RFC 5545 SEQUENCE, and the UTC moment of the change that raised it. */
  sequence: z.int().default(0),
  revisedAt: z.string().nullable().default(null),
}));
export type PublishedSitting = z.infer<typeof publishedSitting>;

/** What somebody outside puts to the meeting, as it was admitted; the name only where they agreed. */
export const publishedQuestion = strictObjectLater(() => ({
  sort: z.enum(['question', 'petition', 'deputation']),
  text: z.string(),
  name: z.string().nullable(),
  signatures: z.int().nullable(),
  reply: z.string().nullable(),
}));
export type PublishedQuestion = z.infer<typeof publishedQuestion>;

/** What the public sees of a meeting: an immutable snapshot, made when it is published. */
export const publishedMeeting = strictObjectLater(() => ({
  sitting: publishedSitting,
  agenda: publishedAgenda.nullable().default(null),
  items: z.array(publishedItem),
  /** Absent while nothing has been admitted. */
  questions: z.array(publishedQuestion).optional(),
}));
export type PublishedMeeting = z.infer<typeof publishedMeeting>;
