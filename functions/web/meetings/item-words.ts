import '../../../shared/pages/words/agendas.ts';
import '../../../shared/pages/words/meetings.ts';
import type { AgendaItem } from '../../../shared/domain/agenda-items/agenda-item.ts';
import { type Judgement, judgeItem, type NoticeStanding, noticesOf } from '../../../shared/domain/agendas/lateness.ts';
import type { Business } from '../../../shared/domain/agendas/readiness.ts';
import { neighboursOf } from '../../../shared/domain/agendas/start.ts';
import type { Day } from '../../../shared/domain/calendar/day.ts';
import { formatDate } from '../../../shared/domain/calendar/day-words.ts';
import { privateStatus } from '../../../shared/pages/agendas/private-words.ts';
import { formatDateWithoutYear, formatTime } from '../../../shared/pages/day-words.ts';
import type { Status } from '../../../shared/pages/promises/promise-words.ts';
import { say } from '../../../shared/pages/say.ts';
import type { AgendaAround } from '../../../shared/store/agenda-around.ts';
import { paths } from '../paths.ts';
import { judgingOf } from './clock-view.ts';

/** A line under an item: words, and where they lead. */
export type Line = { text: string; link?: { text: string; href: string } };

/** 'Andy Ouzel at 2.40pm; Jo Waxwing' */
export function invitedWords({ attendedFor }: Pick<AgendaItem, 'attendedFor'>): string {
  return attendedFor
    .map(({ named, at }) => (at === null ? named : say('agendas', 'invitedAt', { who: named, time: formatTime(at) })))
    .join('; ');
}

/** Purpose, who reports, who presents, who is invited, in one line. */
export function factsOf(item: AgendaItem): string[] {
  const { purpose, reportOf, presenter, attendedFor, contactOfficer } = item;
  return [
    ...(purpose === null ? [] : [say('agendas', `purpose-${purpose}`)]),
    ...(reportOf === null ? [] : [say('agendas', 'reportBy', { who: reportOf })]),
    ...(presenter === null ? [] : [say('agendas', 'presentedBy', { who: presenter })]),
    ...(attendedFor.length === 0 ? [] : [say('agendas', 'invited', { who: invitedWords(item) })]),
    ...(contactOfficer === null ? [] : [say('agendas', 'contact', { who: contactOfficer })]),
  ];
}

const orNothing = (text: string | null): string => text ?? '';

function reportStatus(item: AgendaItem): Status[] {
  const standing = item.origin.sort === 'standing';
  switch (item.report) {
    case 'oral':
      return standing ? [] : [{ kind: 'todo', text: say('agendas', 'report-oral') }];
    case 'attached':
      return standing ? [] : [{ kind: 'done', text: say('agendas', 'report-attached') }];
    case 'not-attached':
      return [{ kind: 'late', text: say('agendas', 'report-not-attached') }];
    case 'to-follow': {
      const reason = orNothing(item.toFollowReason);
      return reason === ''
        ? [{ kind: 'late', text: say('agendas', 'toFollowNoReason') }]
        : [{ kind: 'wait', text: say('agendas', 'report-to-follow') }];
    }
  }
}

function lateStatus(judged: Judgement): Status[] {
  switch (judged.word) {
    case 'on-time':
      return judged.by === 'shorter-notice' ? [{ kind: 'open', text: say('agendas', 'shortNoticeStatus') }] : [];
    case 'has-route': {
      const key = judged.route.route === 'own-terms' ? 'routeStatusTerms' : 'routeStatus';
      return [{ kind: 'open', text: say('agendas', key) }];
    }
    case 'late': {
      const asked = judged.asked;
      const late = judged.statutory
        ? say('agendas', 'lateStatus', { count: judged.clearDays })
        : say('agendas', 'lateTerms');
      if (asked === null) return [{ kind: 'stop', text: late }];
      const told =
        asked.minded === false
          ? say('agendas', 'lateDeclined')
          : say('agendas', 'lateAsked', { day: formatDateWithoutYear(asked.askedOn) });
      return [
        { kind: 'stop', text: late },
        { kind: 'wait', text: told },
      ];
    }
  }
}

const noticeKinds = {
  'in-time': 'done',
  'general-exception': 'open',
  'special-urgency': 'open',
  'private-urgent': 'open',
  'to-give': 'due',
  missed: 'stop',
} as const;

/** 'Key decision notice given 1 April'. */
export function noticeWords({ about, word, by, given }: NoticeStanding): string {
  const slots = { by: formatDateWithoutYear(by), given: given === null ? '' : formatDateWithoutYear(given) };
  // Only these pairs come of the rule: routes of key decisions, and urgency of private business.
  if (about === 'key-decision')
    return say('agendas', `notice-key-decision-${word === 'private-urgent' ? 'missed' : word}`, slots);
  const own = word === 'general-exception' || word === 'special-urgency' ? 'missed' : word;
  return say('agendas', `notice-${about}-${own}`, slots);
}

/** How an item stands with the law of notice as the page judges it. */
export const judgedIn = (around: AgendaAround, { slot }: Business, ifPublished: Day): Judgement =>
  judgeItem(slot, ifPublished, judgingOf(around));

/** How the notices of an executive stand for an item. */
export function standingsOf(around: AgendaAround, item: AgendaItem, today: Day): readonly NoticeStanding[] {
  const notice = around.notices.get(item.noticeId ?? '') ?? null;
  return noticesOf(item, { notice, today }, judgingOf(around));
}

/** Everything that stands out about an item, each a shape and a word. */
export function statusesFor(
  around: AgendaAround,
  business: Business,
  { today, ifPublished }: { today: Day; ifPublished: Day },
): Status[] {
  const { item, slot } = business;
  return [
    ...(slot.accessClass === 'private' ? [{ kind: 'private', text: privateStatus(item.privateReason) }] : []),
    ...(item.keyDecision ? [{ kind: 'open', text: say('agendas', 'keyDecision') }] : []),
    ...reportStatus(item),
    ...(item.blockedBy === null ? [] : [{ kind: 'stop', text: say('agendas', 'blockedStatus') }]),
    ...lateStatus(judgedIn(around, business, ifPublished)),
    ...standingsOf(around, item, today).map((one) => ({ kind: noticeKinds[one.word], text: noticeWords(one) })),
  ];
}

function standingLine(key: string, around: AgendaAround): Line {
  const { meeting, context } = around;
  const { body, meetings } = context;
  const { last } = neighboursOf(meeting.record, meetings);
  if (key === 'minutes' && last) {
    if (last.minutesStatus === null) return { text: say('agendas', 'whyNoMinutes', { day: formatDate(last.day) }) };
    const status = say('meetings', `minutes-${last.minutesStatus}`).toLowerCase();
    const link = {
      text: say('agendas', 'whyMinutesLink', { day: formatDate(last.day), status }),
      href: paths.meeting(last.id),
    };
    return { text: say('agendas', 'whyMinutes'), link };
  }
  if (key === 'action-log') {
    const link = { text: say('agendas', 'whyLogLink', { body: body.shortName }), href: paths.actionLog(body.id) };
    return { text: say('agendas', 'whyLog'), link };
  }
  if (key === 'work-programme') {
    const link = { text: say('agendas', 'whyPlanLink', { body: body.shortName }), href: paths.bodyPlan(body.id) };
    return { text: say('agendas', 'whyPlan'), link };
  }
  return { text: say('agendas', key === 'exclusion' ? 'whyMotion' : 'whyStanding') };
}

/** Why an item is on the agenda. */
export function whyHere(item: AgendaItem, around: AgendaAround): Line {
  const { origin, commitmentId } = item;
  const promised = around.owed.find(({ id }) => id === commitmentId);
  if (origin.sort === 'standing') return standingLine(origin.key, around);
  if (origin.sort === 'deferred') {
    const from = around.context.meetings.find(({ id }) => id === origin.fromMeetingId);
    return {
      text: from ? say('agendas', 'whyDeferred', { day: formatDate(from.day) }) : say('agendas', 'whyDeferredUnknown'),
    };
  }
  if (origin.sort === 'promise' && promised)
    return {
      text: say('agendas', 'whyPromise'),
      link: { text: `${promised.reference}, ${promised.subject}`, href: paths.commitment(promised.id) },
    };
  if (origin.sort === 'written-resolution') return { text: say('agendas', 'whyWritten') };
  return { text: say('agendas', origin.sort === 'read' ? 'whyRead' : 'whyTyped') };
}
