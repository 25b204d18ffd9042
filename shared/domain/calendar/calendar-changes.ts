import { type CalendarRecord, calendarFromRecord } from './calendar-record.ts';
import type { Day } from './day.ts';
import { whyNotWorking } from './working-days.ts';

/** What an administrator may do to the calendar: shut the offices, proclaim a bank holiday or take one away, or undo that. */
export type CalendarAct =
  | { sort: 'closure' | 'added' | 'removed'; day: Day; title: string }
  | { sort: 'undo-closure' | 'undo-proclaimed'; day: Day };

export type CalendarProblem = 'is-weekend' | 'is-shut-already' | 'is-no-holiday' | 'not-there' | 'too-many';

function problemOf(record: CalendarRecord, act: CalendarAct): CalendarProblem | null {
  const calendar = calendarFromRecord(record);
  const why = whyNotWorking(act.day, calendar);
  switch (act.sort) {
    case 'closure':
    case 'added':
      if (record.closures.length >= 500 || record.proclaimed.length >= 200) return 'too-many';
      if (why === 'weekend') return 'is-weekend';
      return why === null ? null : 'is-shut-already';
    case 'removed':
      return calendar.holidays.has(act.day) ? null : 'is-no-holiday';
    case 'undo-closure':
      return record.closures.some(({ day }) => day === act.day) ? null : 'not-there';
    case 'undo-proclaimed':
      return record.proclaimed.some(({ day }) => day === act.day) ? null : 'not-there';
  }
}

function after(record: CalendarRecord, act: CalendarAct): CalendarRecord {
  const { closures, proclaimed } = record;
  const { day } = act;
  switch (act.sort) {
    case 'closure':
      return { ...record, closures: [...closures, { day, title: act.title }] };
    case 'added':
    case 'removed':
      return { ...record, proclaimed: [...proclaimed, { day, title: act.title, change: act.sort }] };
    case 'undo-closure':
      return { ...record, closures: closures.filter((one) => one.day !== day) };
    case 'undo-proclaimed':
      return { ...record, proclaimed: proclaimed.filter((one) => one.day !== day) };
  }
}

/** The calendar after an act, or why it cannot be. Banking and Financial Dealings Act 1971 s.1(2) and (3) for holidays. */
export function changeCalendar(record: CalendarRecord, act: CalendarAct): CalendarRecord | CalendarProblem {
  return problemOf(record, act) ?? after(record, act);
}
