import * as z from 'zod';
import { strictObjectLater } from '../built-later.ts';
import { day } from '../calendar/day.ts';
import { recordId } from '../record.ts';
import { answered, type Decision, decisionState } from './decision.ts';
import type { KeyDecisionNotice } from './key-decision-notice.ts';
import { urgencyAgreement } from './key-route.ts';
import type { Window } from './standing.ts';

const paragraphs = z.string().nullable();

/** What the public sees of a decision. Of private business: that it was made, by whom, and the words written for the public. */
export const publishedDecision = strictObjectLater(() => ({
  id: recordId,
  bodyId: recordId,
  bodyName: z.string(),
  inPrivate: paragraphs,
  title: z.string(),
  decidedBy: z.string(),
  decidedOn: day,
  delegation: z.string(),
  text: z.string(),
  reasons: z.string(),
  alternatives: answered.nullable(),
  conflicts: answered.nullable(),
  dispensation: answered.nullable(),
  report: answered.nullable(),
  backgroundPapers: answered.nullable(),
  key: z.boolean(),
  keyWhy: z.string(),
  route: z.enum(['notice', 'general-exception', 'special-urgency']).nullable(),
  callIn: z.enum(['applies', 'urgent', 'not-executive', 'recommendation', 'already-called-in']),
  callInReason: z.string(),
  state: decisionState,
  publishedOn: day,
  window: z.strictObject({ closesOn: day, time: z.string(), from: day }).nullable(),
}));
export type PublishedDecision = z.infer<typeof publishedDecision>;

/** What the public sees of a notice. */
export const publishedNotice = strictObjectLater(() => ({
  id: recordId,
  bodyId: recordId,
  bodyName: z.string(),
  keyDecision: z.boolean(),
  inPrivate: paragraphs,
  /** The reasons for meeting in private, which reg 5 has published: written to be read by everybody. */
  privateBecause: z.string(),
  /** Of a private meeting without its full notice: who agreed that it is urgent, and why. Reg 5(7). */
  urgency: z
    .strictObject({ agreedBy: urgencyAgreement.shape.agreedBy, name: z.string(), on: day.nullable(), why: z.string() })
    .nullable(),
  statement: z.string(),
  matter: z.string(),
  maker: z.string(),
  members: z.array(z.string()),
  from: day,
  to: day.nullable(),
  documents: z.string(),
  address: z.string(),
  others: z.string(),
  howToAsk: z.string(),
  publishedOn: day,
  further: z.strictObject({ publishedOn: day, representations: z.string(), response: z.string() }).nullable(),
}));
export type PublishedNotice = z.infer<typeof publishedNotice>;

/** Why it is private, as the law has it described: paragraphs of Schedule 12A, a stated reason, or confidential. */
export function privateWords(reason: Decision['privateReason']): string | null {
  switch (reason?.scheme) {
    case undefined:
      return null;
    case 'schedule-12A':
      return `${reason.paragraphs.length === 1 ? 'paragraph' : 'paragraphs'} ${reason.paragraphs.join(', ')} of Part 1 of Schedule 12A to the Local Government Act 1972`;
    case '1960-act':
      return 'section 1(2) of the Public Bodies (Admission to Meetings) Act 1960';
    case 'confidential':
      return 'confidential information';
  }
}

type Shown = {
  readonly bodyName: string;
  readonly window: Window | null;
  readonly closesAt: string;
  readonly publishedOn: string;
};

const makerOf = ({ decidedBy: { name, role } }: Decision): string => (role === '' ? name : `${name}, ${role}`);

const onlyInside = {
  title: 'A decision taken in private',
  delegation: '',
  reasons: '',
  alternatives: null,
  conflicts: null,
  dispensation: null,
  report: null,
  backgroundPapers: null,
  keyWhy: '',
  callInReason: '',
} as const;

/** What may be read of it: all that it says, or of private business only the words that were written for the public. */
function wordsInPublic(decision: Decision) {
  if (decision.accessClass === 'private') {
    const inPrivate = privateWords(decision.privateReason) ?? 'exempt or confidential information';
    return { ...onlyInside, inPrivate, text: decision.publicWords ?? '' };
  }
  const { title, text, reasons, alternatives, conflicts, dispensation, report, backgroundPapers, callIn, key } =
    decision;
  return {
    ...{ title, text, reasons, alternatives, conflicts, dispensation, report, backgroundPapers },
    inPrivate: null,
    delegation: decision.decidedBy.delegation,
    keyWhy: key?.why ?? '',
    callInReason: callIn.sort === 'waived' ? callIn.reason : '',
  };
}

/**
 * The snapshot of a published decision, or null while there is none. Of private business nothing goes in but that it was
 * made and the words written for the public: not its title, not its reasons (SI 2012/2089 reg 20, SI 2014/2095 reg 9).
 */
export function decisionInPublic(decision: Decision, shown: Shown): PublishedDecision | null {
  if (decision.published === null || decision.decidedOn === null) return null;
  const { callIn, key } = decision;
  const isKey = key?.sort === 'key';
  return {
    ...wordsInPublic(decision),
    id: decision.id,
    bodyId: decision.bodyId,
    bodyName: shown.bodyName,
    decidedBy: makerOf(decision),
    decidedOn: decision.decidedOn,
    key: isKey,
    route: isKey ? (decision.keyRoute?.sort ?? null) : null,
    callIn: callIn.sort === 'applies' ? 'applies' : callIn.why,
    state: decision.state,
    publishedOn: shown.publishedOn,
    window: shown.window && {
      closesOn: shown.window.closesOn,
      time: shown.closesAt,
      from: shown.window.implementableFrom,
    },
  };
}

/** The snapshot of a published notice, or null. Its own title stays inside; the matter is written for the public. */
export function noticeInPublic(
  notice: KeyDecisionNotice,
  { bodyName, publishedOn, furtherOn }: { bodyName: string; publishedOn: string; furtherOn: string | null },
): PublishedNotice | null {
  if (notice.state !== 'published' || notice.from === null) return null;
  const { maker, private: own } = notice;
  return {
    id: notice.id,
    bodyId: notice.bodyId,
    bodyName,
    keyDecision: notice.keyDecision,
    inPrivate: own === null ? null : privateWords(own.privateReason),
    privateBecause: own?.privateReason.scheme === 'schedule-12A' ? own.privateReason.publicInterest : '',
    urgency: own?.urgency
      ? {
          agreedBy: own.urgency.agreedBy,
          name: own.urgency.name,
          on: own.urgency.agreedOn,
          why: own.urgency.whyUrgent,
        }
      : null,
    statement: notice.statement,
    matter: notice.matter,
    maker: maker.sort === 'individual' ? `${maker.name}, ${maker.title}` : maker.name,
    members: maker.sort === 'individual' ? [] : [...maker.members],
    from: notice.from,
    to: notice.to,
    documents: notice.documents,
    address: notice.address,
    others: notice.others,
    howToAsk: notice.howToAsk,
    publishedOn,
    further:
      own === null || furtherOn === null
        ? null
        : { publishedOn: furtherOn, representations: own.representations, response: own.response },
  };
}
