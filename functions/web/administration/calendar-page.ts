import { type CalendarAct, changeCalendar } from '../../../shared/domain/calendar/calendar-changes.ts';
import { type CalendarRecord, calendarFromRecord } from '../../../shared/domain/calendar/calendar-record.ts';
import { addMonths, day as dayShape } from '../../../shared/domain/calendar/day.ts';
import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import { isKnown } from '../../../shared/domain/calendar/working-days.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { calendarToChange, saveCalendar } from '../../../shared/store/calendar-acts.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { dayTyped, type Faults, faultless, faultsOf, type Typed, typedIn, versionIn } from '../typed-form.ts';
import { crumbs } from './crumbs.ts';

type Shown = { typed?: Typed; faults?: Faults };

const byDay = (a: { day: string }, b: { day: string }): number => a.day.localeCompare(b.day);

function holidayRows(record: CalendarRecord, today: string): string[][] {
  const calendar = calendarFromRecord(record);
  const until = addMonths(today, 12);
  return [...calendar.holidays]
    .filter(([day]) => day >= today && day <= until)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([day, title]) => [formatDay(day), title]);
}

/** The calendar: bank holidays of the year to come, office closures, and what was proclaimed or moved. */
export async function calendarPage(
  request: WebRequest,
  { typed = {}, faults = faultless }: Shown = {},
): Promise<WebAnswer> {
  request.require('calendar.manage');
  const { today } = request;
  const { record, version } = await calendarToChange(request.services.register);
  const end = addMonths(today, 12);
  const title = say('calendar', 'title');
  return {
    status: faults.list.length > 0 ? 422 : 200,
    html: render('administration/calendar.njk', {
      frame: request.frame(title, { breadcrumbs: crumbs(), errors: faults.list }),
      division: say('calendar', record.division),
      holidays: holidayRows(record, today),
      unknownFrom: isKnown(end, calendarFromRecord(record)) ? null : calendarFromRecord(record).knownTo,
      closures: record.closures
        .toSorted(byDay)
        .map(({ day, title: of }) => ({ day, words: formatDay(day), title: of })),
      proclaimed: record.proclaimed.toSorted(byDay).map(({ day, title: of, change }) => ({
        day,
        words: formatDay(day),
        title: of,
        change: say('calendar', change),
      })),
      sorts: (['added', 'removed'] as const).map((value) => ({ value, text: say('calendar', `choose-${value}`) })),
      typed: { sort: 'added', ...typed },
      errors: faults.of,
      version: typed['version'] ?? version,
      commandIds: { closure: request.services.newId(), proclaimed: request.services.newId() },
      removeIds: record.closures.concat(record.proclaimed).map(() => request.services.newId()),
      actions: { closure: paths.closures(), proclaimed: paths.proclaimed(), remove: paths.removeDay() },
    }),
  };
}

type Field = 'closure' | 'proclaimed';

function readAct(typed: Typed, field: Field): CalendarAct | Faults {
  const day = dayTyped(typed, field);
  const title = typed[`${field}Title`] ?? '';
  const faults = [
    ...(day === null ? [{ field, text: say('calendar', 'needDay') }] : []),
    ...(day === 'wrong' ? [{ field, text: say('calendar', 'noSuchDay') }] : []),
    ...(title === '' ? [{ field: `${field}Title`, text: say('calendar', 'needTitle') }] : []),
    ...(title.length > 200 ? [{ field: `${field}Title`, text: say('calendar', 'longTitle') }] : []),
  ];
  if (day === null || day === 'wrong' || faults.length > 0) return faultsOf(faults, [field]);
  if (field === 'closure') return { sort: 'closure', day, title };
  return { sort: typed['sort'] === 'removed' ? 'removed' : 'added', day, title };
}

async function carryOut(request: WebRequest, act: CalendarAct, onProblem: (text: string) => Promise<WebAnswer>) {
  const { record } = await calendarToChange(request.services.register);
  const changed = changeCalendar(record, act);
  if (typeof changed === 'string') return onProblem(say('calendar', changed));
  const command = { ...request.command(), version: versionIn(request.form) };
  const event = `calendar: ${act.sort} ${act.day}`;
  const { outcome } = await saveCalendar(request.services.register, command, { record: changed, event });
  return { redirect: paths.calendarChange(Number(outcome['version'])), flash: say('calendar', 'saved') };
}

async function add(request: WebRequest, field: Field): Promise<WebAnswer> {
  request.require('calendar.manage');
  const typed = typedIn(request.form);
  const act = readAct(typed, field);
  if ('list' in act) return calendarPage(request, { typed, faults: act });
  return carryOut(request, act, (text) =>
    calendarPage(request, { typed, faults: faultsOf([{ field, text }], [field]) }),
  );
}

/** The offices are shut on a day. */
export function addClosure(request: WebRequest): Promise<WebAnswer> {
  return add(request, 'closure');
}

/** A bank holiday is proclaimed, or moved away. */
export function addProclaimed(request: WebRequest): Promise<WebAnswer> {
  return add(request, 'proclaimed');
}

/** What was added to the calendar is taken out again. */
export async function removeDay(request: WebRequest): Promise<WebAnswer> {
  request.require('calendar.manage');
  const day = dayShape.safeParse(request.form.get('day'));
  const sort = request.form.get('of') === 'closure' ? 'undo-closure' : 'undo-proclaimed';
  const again = { redirect: paths.calendar(), flash: say('calendar', 'not-there') };
  if (!day.success) return again;
  return carryOut(request, { sort, day: day.data }, () => Promise.resolve(again));
}
