import '../../../shared/pages/words/agendas.ts';
import { isOut } from '../../../shared/domain/agendas/agenda.ts';
import { type Door, doorsOf, earliestMeetingFor, type Judging } from '../../../shared/domain/agendas/lateness.ts';
import type { Day } from '../../../shared/domain/calendar/day.ts';
import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import { isKnown, workingDaysBetween } from '../../../shared/domain/calendar/working-days.ts';
import type { Meeting } from '../../../shared/domain/meetings/meeting.ts';
import { meetingsAfter } from '../../../shared/domain/meetings/moving.ts';
import { keyDecisionNoticeBy, type PublishBy, publishBy } from '../../../shared/domain/meetings/publish-by.ts';
import { clearBetween, sumOfDays } from '../../../shared/domain/statutory-clock/clear-days.ts';
import { dayStrip } from '../../../shared/pages/charts/day-strip.ts';
import { formatDayWithoutYear, formatTime } from '../../../shared/pages/day-words.ts';
import { say } from '../../../shared/pages/say.ts';
import type { AgendaAround } from '../../../shared/store/agenda-around.ts';

/** What the law of notice is asked with, from what the page has read. */
export function judgingOf({ meeting, context }: AgendaAround): Judging {
  return { meeting: meeting.record, procedure: context.procedure, calendar: context.calendar };
}

/** The next meetings of the body that something can be moved to, the first first. */
export function laterMeetings({ meeting, context }: AgendaAround, today: Day): Meeting[] {
  return meetingsAfter(meeting.record, context.meetings, today);
}

function needsOf(door: Door, around: AgendaAround, ifPublished: Day): string {
  const { procedure, calendar } = around.context;
  switch (door) {
    case 'move-item': {
      const next = laterMeetings(around, ifPublished).find(
        (one) => publishBy(one, procedure, calendar).day >= ifPublished,
      );
      if (!next) return say('agendas', 'door-move-item-none');
      const by = formatDayWithoutYear(publishBy(next, procedure, calendar).day);
      return say('agendas', 'door-move-item-needs', { day: formatDay(next.day), by });
    }
    case 'move-meeting':
      return say('agendas', 'door-move-meeting-needs', {
        day: formatDay(earliestMeetingFor(ifPublished, procedure, calendar)),
      });
    default:
      return say('agendas', `door-${door}-needs`);
  }
}

/** The doors of this kind of body with what each needs, and the ones it has not, with why. */
export function doorsView(around: AgendaAround, ifPublished: Day) {
  const { procedure, body } = around.context;
  const doors = doorsOf(procedure);
  const own = doors.includes('chairs-urgency') || doors.includes('own-terms');
  return {
    intro: own ? null : say('agendas', 'doorsNone'),
    doors: doors.map((door) => ({
      door,
      name: say('agendas', `door-${door}`),
      needs: needsOf(door, around, ifPublished),
    })),
    not: [
      ...(body.kind === 'executive' && !own ? [say('agendas', 'no-chairs-urgency')] : []),
      ...(body.kind === 'council' ? [say('agendas', 'no-shorter-notice')] : []),
    ],
  };
}

/** How urgent the day is: its word, and the tone of the countdown. */
function standing(by: PublishBy, around: AgendaAround, today: Day) {
  const { agenda, meeting, context } = around;
  const out = agenda !== null && isOut(agenda.record);
  const first = out ? agenda.record.publications.find(({ sort }) => sort === 'agenda') : undefined;
  if (first) {
    const counting = { mode: context.procedure.notice?.mode ?? 'working', calendar: context.calendar } as const;
    const count = clearBetween(first.day, meeting.record.day, counting);
    const title = say('agendas', 'clockOut', { day: formatDay(first.day) });
    return { title, text: say('agendas', 'clockOutClear', { count }), tone: 'calm' };
  }
  const title = say('agendas', 'clockTitle', {
    day: formatDayWithoutYear(by.day),
    time: formatTime(context.procedure.closeTime),
  });
  if (by.day < today) return { title, text: say('agendas', 'clockPast'), tone: 'today' };
  if (by.day === today) return { title, text: say('agendas', 'clockToday'), tone: 'today' };
  const count = workingDaysBetween(today, by.day, context.calendar);
  return { title, text: say('agendas', 'clockLeft', { count }), tone: count <= 3 ? 'soon' : 'calm' };
}

function notesOf(by: PublishBy, around: AgendaAround): string[] {
  const { meeting, context } = around;
  const { procedure, calendar } = context;
  const papers = { ...procedure, notice: null };
  const papersBy = procedure.notice !== null && procedure.papers.workingDaysBefore !== null;
  const key = keyDecisionNoticeBy(meeting.record, procedure, calendar);
  return [
    say('agendas', 'clockRule', { rule: by.sourceOfRule }),
    by.strict === by.day
      ? say('agendas', 'clockStrictSame')
      : say('agendas', 'clockStrict', { day: formatDay(by.strict) }),
    say('agendas', 'clockAfter', { time: formatTime(procedure.closeTime) }),
    ...(papersBy
      ? [
          say('agendas', 'clockPapers', {
            day: formatDay(publishBy(meeting.record, papers, calendar).day),
            rule: procedure.papers.sourceOfRule ?? '',
          }),
        ]
      : []),
    ...(key ? [say('agendas', 'clockKey', { day: formatDay(key.day), rule: key.sourceOfRule })] : []),
    ...(isKnown(meeting.record.day, calendar) ? [] : [say('agendas', 'clockUnknown')]),
  ];
}

/** The clock of a meeting: the answer, the days drawn, the sum, and the doors under it. */
export function clockView(around: AgendaAround, { today, ifPublished }: { today: Day; ifPublished: Day }) {
  const { meeting, context } = around;
  const by = publishBy(meeting.record, context.procedure, context.calendar);
  const counting = { mode: 'working', calendar: context.calendar } as const;
  const left = today < by.day ? { left: sumOfDays(today, by.day, counting) } : {};
  return {
    ...standing(by, around, today),
    figure: dayStrip({ id: 'publish-by', today, sum: by.sum, ...left }),
    caption: say('agendas', context.procedure.notice === null ? 'clockCaptionNone' : 'clockCaption'),
    tableTitle: say('agendas', 'clockTable'),
    notes: notesOf(by, around),
    ...doorsView(around, ifPublished),
  };
}
