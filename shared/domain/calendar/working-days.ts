import { type BankHolidays, bankHolidays, type Closure, type Division, type ProclaimedDay } from './bank-holidays.ts';
import { addDays, compareDays, type Day, daysBetween, isWeekend, weekday } from './day.ts';

/** Which days count as working days somewhere: Monday to Friday, without bank holidays and office closures. */
export type Calendar = {
  readonly division: Division;
  readonly holidays: ReadonlyMap<Day, string>;
  readonly closures: ReadonlyMap<Day, string>;
  /** The first and last day for which bank holidays are known; outside, only weekends are left out. */
  readonly knownFrom: Day;
  readonly knownTo: Day;
};

export type CalendarChanges = {
  readonly proclaimed?: readonly ProclaimedDay[] | undefined;
  readonly closures?: readonly Closure[] | undefined;
};

type CalendarSource = CalendarChanges & { readonly division: Division; readonly bankHolidays: unknown };

// A counting loop that has not ended after this many days is counting on a calendar that has no working days left.
const LONGEST_SEARCH_DAYS = 3660;

/** Thrown when a calendar has been closed so far that a count of working days cannot end. */
export class NoWorkingDays extends Error {
  override name = 'NoWorkingDays';
  constructor(near: Day) {
    super(`The calendar has no working days within ten years of ${near}.`);
  }
}

function holidayTitle(event: { title: string; notes: string }): string {
  return event.notes === '' ? event.title : `${event.title} (${event.notes.toLowerCase()})`;
}

function withProclaimed(holidays: Map<Day, string>, proclaimed: readonly ProclaimedDay[]): Map<Day, string> {
  for (const { day, title, change } of proclaimed) {
    if (change === 'added') holidays.set(day, title);
    else holidays.delete(day);
  }
  return holidays;
}

/**
 * The calendar of a division, with what an administrator has added since.
 * @param source `bankHolidays` in the shape of GOV.UK's feed (parsed here; throws ZodError), `proclaimed` days applied
 *   in order, `closures` of the organisation's own offices.
 */
export function makeCalendar(source: CalendarSource): Calendar {
  return calendarFrom(bankHolidays.parse(source.bankHolidays), source);
}

/** As `makeCalendar`, from holidays already parsed. */
export function calendarFrom(
  parsed: BankHolidays,
  { division, proclaimed = [], closures = [] }: CalendarChanges & { readonly division: Division },
): Calendar {
  const events = parsed[division].events;
  const days = events.map((event) => event.date).sort(compareDays);
  return {
    division,
    holidays: withProclaimed(new Map(events.map((event) => [event.date, holidayTitle(event)])), proclaimed),
    closures: new Map(closures.map(({ day, title }) => [day, title])),
    knownFrom: `${days.at(0)?.slice(0, 4)}-01-01`,
    knownTo: `${days.at(-1)?.slice(0, 4)}-12-31`,
  };
}

/** Whether the bank holidays of that day's year are known. A page showing a deadline beyond should say that it may move. */
export function isKnown(day: Day, calendar: Calendar): boolean {
  return day >= calendar.knownFrom && day <= calendar.knownTo;
}

/** Why a day is no working day: 'weekend', the holiday's title, the closure's title; or null if it is one. */
export function whyNotWorking(day: Day, calendar: Calendar): string | null {
  if (isWeekend(day)) return 'weekend';
  return calendar.holidays.get(day) ?? calendar.closures.get(day) ?? null;
}

export function isWorkingDay(day: Day, calendar: Calendar): boolean {
  return whyNotWorking(day, calendar) === null;
}

/**
 * The `count`-th working day after `from` (before it, if negative), counted day by day. `from` itself never counts and
 * need not be a working day; a count of 0 gives `from` back.
 */
export function addWorkingDays(from: Day, count: number, calendar: Calendar): Day {
  const step = count < 0 ? -1 : 1;
  let [at, left, searched] = [from, Math.abs(count), 0];
  while (left > 0) {
    at = addDays(at, step);
    searched += 1;
    if (isWorkingDay(at, calendar)) [left, searched] = [left - 1, 0];
    if (searched > LONGEST_SEARCH_DAYS) throw new NoWorkingDays(from);
  }
  return at;
}

/** The day itself if it is a working day, otherwise the next one. */
export function nextWorkingDay(day: Day, calendar: Calendar): Day {
  return isWorkingDay(day, calendar) ? day : addWorkingDays(day, 1, calendar);
}

/** The day itself if it is a working day, otherwise the last one before it. */
export function previousWorkingDay(day: Day, calendar: Calendar): Day {
  return isWorkingDay(day, calendar) ? day : addWorkingDays(day, -1, calendar);
}

/** Mondays to Fridays after `from`, up to and including `to`: five a week, and those of the days that are left over. */
function weekdaysBetween(from: Day, to: Day): number {
  const days = daysBetween(from, to);
  const begun = weekday(from);
  let over = 0;
  for (let at = begun; at < begun + (days % 7); at += 1) if (at % 7 < 5) over += 1;
  return Math.floor(days / 7) * 5 + over;
}

/**
 * Working days after `from`, up to and including `to`: what is left until a due day, or how long it has been overdue.
 * Negative when `to` comes first (working days after `to`, up to and including `from`). Not counted day by day: an agenda
 * asks it of every item.
 */
export function workingDaysBetween(from: Day, to: Day, calendar: Calendar): number {
  if (to < from) return 0 - workingDaysBetween(to, from, calendar);
  const { holidays, closures } = calendar;
  let shut = 0;
  for (const day of holidays.keys()) if (day > from && day <= to && !isWeekend(day)) shut += 1;
  for (const day of closures.keys()) if (day > from && day <= to && !holidays.has(day) && !isWeekend(day)) shut += 1;
  return weekdaysBetween(from, to) - shut;
}
