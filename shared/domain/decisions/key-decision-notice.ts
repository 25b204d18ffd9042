import * as z from 'zod';
import { privateReason } from '../agenda-items/agenda-item.ts';
import { strictObjectLater } from '../built-later.ts';
import { type Day, day } from '../calendar/day.ts';
import type { Calendar } from '../calendar/working-days.ts';
import { accessClass, moved, recordId } from '../record.ts';
import { clearBetween, type DayMode, noticeDeadline, type SumDay } from '../statutory-clock/clear-days.ts';
import { agreementGaps, type RouteGap, urgencyAgreement } from './key-route.ts';

/** SI 2012/2089 regs 5(2) and 9(1). */
const NOTICE_CLEAR_DAYS = 28;
/** SI 2012/2089 reg 5(4). */
const FURTHER_NOTICE_CLEAR_DAYS = 5;

export const noticeState = z.enum(['draft', 'published', 'withdrawn']);
export type NoticeState = z.infer<typeof noticeState>;
type NoticeEvent = 'write' | 'publish' | 'add-further-notice' | 'withdraw';

/** Everything that may happen to a notice. What was published is not written again: it is withdrawn and given anew. */
export const noticeTransitions: Record<NoticeState, Partial<Record<NoticeEvent, NoticeState>>> = {
  draft: { write: 'draft', publish: 'published', withdraw: 'withdrawn' },
  published: { 'add-further-notice': 'published', withdraw: 'withdrawn' },
  withdrawn: {},
};

const words = z.string().trim().max(4000);

/** The meeting, or part of it, is to be in private: reasons 28 clear days before, and again five with what came of them. */
const privateMeeting = strictObjectLater(() => ({
  privateReason,
  /** Representations received that it should be in public; `none` once somebody has said that there were none. */
  representations: words,
  noRepresentations: z.boolean(),
  response: words,
  furtherNotice: z.strictObject({ publishedAt: z.iso.datetime(), by: recordId }).nullable(),
  /** Where notice is impracticable: who agreed that the meeting is urgent. Reg 5(6). */
  urgency: urgencyAgreement.nullable(),
}));

/** Notice of a key decision (reg 9), of private business (reg 5), or of both: an entry of the forward plan. */
export const keyDecisionNotice = strictObjectLater(() => ({
  id: recordId,
  bodyId: recordId,
  /** What it is called inside. Of private business it is never published. */
  title: z.string().trim().min(1).max(500),
  keyDecision: z.boolean(),
  /** (a) that a key decision is to be made on behalf of the authority. */
  statement: words,
  /** (b) the matter, in words that the public may read. */
  matter: words,
  /** (c) the individual's name and title, or the body's name and the list of its members. */
  maker: z.discriminatedUnion('sort', [
    z.strictObject({
      sort: z.literal('individual'),
      name: z.string().trim().max(200),
      title: z.string().trim().max(200),
    }),
    z.strictObject({
      sort: z.literal('body'),
      name: z.string().trim().max(200),
      members: z.array(z.string().trim().min(1).max(200)).max(60),
    }),
  ]),
  /** (d) the day of the decision, or the period; of a period its first day is tested. */
  from: day.nullable(),
  to: day.nullable(),
  /** (e) the documents submitted for consideration, one a line. */
  documents: words,
  /** (f) the address at which they are available. */
  address: words,
  /** (g) that other documents may be submitted. */
  others: words,
  /** (h) how to ask for details of those. */
  howToAsk: words,
  private: privateMeeting.nullable(),
  published: z.strictObject({ at: z.iso.datetime(), by: recordId }).nullable(),
  state: noticeState,
  accessClass,
}));
export type KeyDecisionNotice = z.infer<typeof keyDecisionNotice>;

/** The fields that reg 9(1) asks for, by its own letters. */
export type NoticeField = 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h' | 'private-reason' | 'urgency';

const makerIsNamed = ({ maker }: KeyDecisionNotice): boolean =>
  maker.sort === 'individual' ? maker.name !== '' && maker.title !== '' : maker.name !== '' && maker.members.length > 0;

/** Which required fields a notice lacks, in the order of the regulation. */
export function lacksOf(notice: KeyDecisionNotice): NoticeField[] {
  const { statement, matter, from, documents, address, others, howToAsk, keyDecision } = notice;
  const empty: readonly (readonly [NoticeField, boolean])[] = [
    ['a', keyDecision && statement === ''],
    ['b', matter === ''],
    ['c', !makerIsNamed(notice)],
    ['d', from === null],
    ['e', keyDecision && documents === ''],
    ['f', keyDecision && address === ''],
    ['g', keyDecision && others === ''],
    ['h', keyDecision && howToAsk === ''],
    ['private-reason', notice.accessClass === 'private' && notice.private === null],
    ['urgency', urgencyGaps(notice).length > 0],
  ];
  return empty.flatMap(([field, lacks]) => (lacks ? [field] : []));
}

type Days = { readonly calendar: Calendar; readonly noticeMode: DayMode };

/** The last days to publish for a decision or meeting on a day, and the sum of the first. */
export type NoticeDays = {
  readonly noticeBy: Day;
  readonly sum: readonly SumDay[];
  /** Of private business only: the further notice, in working days. */
  readonly furtherBy: Day;
  readonly furtherSum: readonly SumDay[];
};

/** 28 clear days before, and the five of the further notice. SI 2012/2089 regs 5 and 9. */
export function noticeDays(on: Day, { calendar, noticeMode }: Days): NoticeDays {
  const notice = noticeDeadline(on, NOTICE_CLEAR_DAYS, { mode: noticeMode, calendar });
  const further = noticeDeadline(on, FURTHER_NOTICE_CLEAR_DAYS, { mode: 'working', calendar });
  return {
    noticeBy: notice.latestPublication,
    sum: notice.sum,
    furtherBy: further.latestPublication,
    furtherSum: further.sum,
  };
}

/** Clear days that a notice published on a day gives. */
export function clearDaysGiven(publishedOn: Day, on: Day, { calendar, noticeMode }: Days): number {
  return clearBetween(publishedOn, on, { mode: noticeMode, calendar });
}

export type FurtherGap = 'reason' | 'representations' | 'response';

/** What the further notice of private business lacks. */
export function furtherGaps(notice: KeyDecisionNotice): FurtherGap[] {
  const own = notice.private;
  if (own === null) return ['reason'];
  const spoken = own.representations !== '';
  return [
    ...(spoken || own.noRepresentations ? [] : (['representations'] as const)),
    ...(spoken && own.response === '' ? (['response'] as const) : []),
  ];
}

/** What the agreement that a private meeting is urgent lacks; none where nobody claims one. Reg 5(6). */
export function urgencyGaps({ private: own, from }: KeyDecisionNotice): RouteGap[] {
  return own === null || own.urgency === null || from === null ? [] : agreementGaps(own.urgency, from);
}

/** The state after an event; throws `TransitionRefused`. */
export function afterNoticeEvent(from: NoticeState, event: NoticeEvent): NoticeState {
  return moved<NoticeState, NoticeEvent>(noticeTransitions, from, event);
}
