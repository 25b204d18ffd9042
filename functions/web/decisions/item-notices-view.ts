import type { AgendaItem } from '../../../shared/domain/agenda-items/agenda-item.ts';
import type { NoticeStanding } from '../../../shared/domain/agendas/lateness.ts';
import { countsAsPublishedOn } from '../../../shared/domain/agendas/publication.ts';
import type { Day } from '../../../shared/domain/calendar/day.ts';
import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import {
  clearDaysGiven,
  type KeyDecisionNotice,
  noticeDays,
} from '../../../shared/domain/decisions/key-decision-notice.ts';
import { earliestByException } from '../../../shared/domain/decisions/key-route.ts';
import { type WayGap, wayGaps } from '../../../shared/domain/decisions/urgent-way.ts';
import { sumOfDays } from '../../../shared/domain/statutory-clock/clear-days.ts';
import { dayStrip } from '../../../shared/pages/charts/day-strip.ts';
import { say } from '../../../shared/pages/say.ts';
import type { AgendaAround } from '../../../shared/store/agenda-around.ts';

/** An item of an executive's agenda, with the days that its notices are judged by. */
export type Judged = {
  readonly around: AgendaAround;
  readonly item: AgendaItem;
  readonly today: Day;
  /** The day that what is published now counts as. */
  readonly ifPublished: Day;
};

/** The calendar and the reading of the 28 days that the body goes by. */
export function daysOf({ context: { calendar, procedure } }: AgendaAround) {
  return { calendar, noticeMode: procedure.keyDecisionNotice?.mode ?? ('calendar' as const) };
}

const noticeOf = ({ around, item }: Judged): KeyDecisionNotice | null =>
  around.notices.get(item.noticeId ?? '') ?? null;

const gapWords = (gap: WayGap): string =>
  gap === 'no-matter' ? say('keyWay', 'gap-no-matter') : say('decisions', `missing-route-${gap}`);

/** What the chosen way of a key decision lacks, in words. */
export function gapsView({ around, item }: Judged): string[] {
  return item.keyDecision ? wayGaps(item, around.meeting.record.day, daysOf(around)).map(gapWords) : [];
}

/** May it be considered, as far as its notices go? */
export const inOrder = (standings: readonly NoticeStanding[]): boolean =>
  standings.every(({ word }) => word !== 'missed' && word !== 'to-give');

function regularText(judged: Judged): string {
  const { around, today } = judged;
  const on = around.meeting.record.day;
  const { procedure, calendar } = around.context;
  const published = noticeOf(judged)?.published ?? null;
  if (published !== null) {
    const day = countsAsPublishedOn(published.at, procedure, calendar);
    const given = clearDaysGiven(day, on, daysOf(around));
    return say('keyWay', 'regularGiven', { day: formatDay(day), given });
  }
  const { noticeBy } = noticeDays(on, daysOf(around));
  return say('keyWay', today <= noticeBy ? 'regularOpen' : 'regularPast', { by: formatDay(noticeBy) });
}

function exceptionText({ around, item, ifPublished }: Judged): string {
  const { keyRoute } = item;
  const given = keyRoute?.sort === 'general-exception' ? keyRoute.noticeAvailableOn : null;
  const available = given ?? ifPublished;
  const earliest = earliestByException(available, around.context.calendar);
  const slots = { day: formatDay(available), earliest: formatDay(earliest) };
  const verdict = earliest <= around.meeting.record.day ? 'exceptionInTime' : 'exceptionLate';
  return `${say('keyWay', given === null ? 'exceptionWould' : 'exceptionGiven', slots)} ${say('keyWay', verdict)}`;
}

function urgencyText({ item: { keyRoute } }: Judged): string {
  if (keyRoute?.sort !== 'special-urgency' || keyRoute.agreement.agreedOn === null)
    return say('keyWay', 'urgencyNeeds');
  const { name, agreedOn } = keyRoute.agreement;
  return say('keyWay', 'urgencyGiven', { name, day: formatDay(agreedOn) });
}

/** The three ways of a key decision with what each needs for this meeting. */
export function waysView(judged: Judged) {
  return [
    { term: say('keyWay', 'regular'), text: regularText(judged) },
    { term: say('keyWay', 'exception'), text: exceptionText(judged) },
    { term: say('keyWay', 'urgency'), text: urgencyText(judged) },
  ];
}

/** The days counted, drawn: the 28 of the notice, the five of the exception, and of private business the further five. */
export function sumsView({ around, item, today, ifPublished }: Judged) {
  const on = around.meeting.record.day;
  const { calendar, procedure } = around.context;
  const { sum, furtherSum } = noticeDays(on, daysOf(around));
  const route = item.keyRoute;
  const since = (route?.sort === 'general-exception' ? route.noticeAvailableOn : null) ?? ifPublished;
  const working = { mode: 'working', calendar } as const;
  const words = { startWord: say('decisions', 'publishBy'), endWord: say('decisions', 'decisionWord') };
  return [
    {
      title: say('keyWay', 'daysTitle'),
      figure: dayStrip({ id: 'notice', today, sum, unit: procedure.keyDecisionNotice?.mode ?? 'calendar', ...words }),
      caption: say('decisions', 'noticeDaysCaption'),
    },
    ...(item.keyDecision
      ? [
          {
            title: say('keyWay', 'exceptionTitle'),
            figure: dayStrip({
              id: 'exception',
              today,
              sum: sumOfDays(since, earliestByException(since, calendar), working),
              startWord: say('keyWay', 'exceptionStart'),
              endWord: say('keyWay', 'exceptionEnd'),
            }),
            caption: say('keyWay', 'exceptionCaption'),
          },
        ]
      : []),
    ...(item.accessClass === 'private'
      ? [
          {
            title: say('keyWay', 'furtherTitle'),
            figure: dayStrip({ id: 'further', today, sum: furtherSum, ...words }),
            caption: say('decisions', 'furtherCaption'),
          },
        ]
      : []),
  ];
}
