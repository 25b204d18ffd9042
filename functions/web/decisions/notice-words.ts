import type { Day } from '../../../shared/domain/calendar/day.ts';
import { formatDate, formatDay } from '../../../shared/domain/calendar/day-words.ts';
import { workingDaysBetween } from '../../../shared/domain/calendar/working-days.ts';
import {
  clearDaysGiven,
  type KeyDecisionNotice,
  lacksOf,
  noticeDays,
} from '../../../shared/domain/decisions/key-decision-notice.ts';
import { publicationDay } from '../../../shared/domain/decisions/standing.ts';
import { say } from '../../../shared/pages/say.ts';
import type { Rules } from '../../../shared/store/decision-acts.ts';

/** Who is to decide. */
export function noticeMaker({ maker }: KeyDecisionNotice): string {
  if (maker.sort === 'body' || maker.title === '') return maker.name === '' ? say('decisions', 'notSaid') : maker.name;
  return `${maker.name}, ${maker.title}`;
}

type Status = { kind: string; text: string };

function publicationStatus(notice: KeyDecisionNotice, { calendar, procedure }: Rules, today: Day): Status[] {
  if (notice.from === null) return [{ kind: 'nodate', text: say('decisions', 'notDated') }];
  const noticeMode = procedure.keyDecisionNotice?.mode ?? 'calendar';
  const { noticeBy } = noticeDays(notice.from, { calendar, noticeMode });
  if (notice.published === null) {
    if (noticeBy < today) return [{ kind: 'late', text: say('decisions', 'noticeLate') }];
    const count = workingDaysBetween(today, noticeBy, calendar);
    return [{ kind: count <= 3 ? 'due' : 'todo', text: say('decisions', 'noticeLeft', { count }) }];
  }
  const on = publicationDay(notice.published.at, procedure.closeTime, calendar);
  const count = clearDaysGiven(on, notice.from, { calendar, noticeMode });
  const text = `${say('decisions', 'noticeOut', { day: formatDate(on) })}, ${say('decisions', on <= noticeBy ? 'noticeGives' : 'noticeTooFew', { count })}`;
  return [{ kind: on <= noticeBy ? 'done' : 'late', text }];
}

function furtherStatus(notice: KeyDecisionNotice, { calendar, procedure }: Rules, today: Day): Status[] {
  const own = notice.private;
  if (own === null || notice.from === null || notice.state !== 'published') return [];
  if (own.furtherNotice !== null) {
    const on = publicationDay(own.furtherNotice.publishedAt, procedure.closeTime, calendar);
    return [{ kind: 'done', text: say('decisions', 'furtherGiven', { day: formatDate(on) }) }];
  }
  const noticeMode = procedure.keyDecisionNotice?.mode ?? 'calendar';
  const { furtherBy } = noticeDays(notice.from, { calendar, noticeMode });
  const late = furtherBy < today;
  return [
    {
      kind: late ? 'late' : 'due',
      text: say('decisions', late ? 'furtherLate' : 'furtherDue', { day: formatDay(furtherBy) }),
    },
  ];
}

/** How a notice stands: given with how many days, still to be given, what it lacks, and the further notice. */
export function noticeStatuses(notice: KeyDecisionNotice, rules: Rules, today: Day): Status[] {
  const lacks = lacksOf(notice);
  const named = lacks.map((field) =>
    field === 'private-reason' || field === 'urgency' ? say('decisions', `lack-${field}`) : `(${field})`,
  );
  return [
    ...publicationStatus(notice, rules, today),
    ...(notice.keyDecision ? [{ kind: 'open', text: say('decisions', 'keyDecision') }] : []),
    ...(notice.private === null ? [] : [{ kind: 'private', text: say('decisions', 'privateNotice') }]),
    ...(lacks.length === 0 ? [] : [{ kind: 'todo', text: say('decisions', 'lacks', { fields: named.join(', ') }) }]),
    ...furtherStatus(notice, rules, today),
  ];
}
