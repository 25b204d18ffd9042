import type { Day } from '../../../shared/domain/calendar/day.ts';
import { formatDate, formatDay } from '../../../shared/domain/calendar/day-words.ts';
import type { Due } from '../../../shared/domain/commitments/commitment.ts';
import { canReceiveReports, type Meeting } from '../../../shared/domain/meetings/meeting.ts';
import { hasLeft, type Person } from '../../../shared/domain/people/person.ts';
import { personWords } from '../../../shared/pages/promises/promise-words.ts';
import { say } from '../../../shared/pages/say.ts';
import type { PromiseAround } from '../../../shared/store/promise-around.ts';
import type { Fields } from '../route.ts';
import { dayIn } from './form-fields.ts';

/** One choice of a list, as govuk's select and radios take it. */
export type Choice = { value: string; text: string; selected?: boolean };

/** Meetings to come that can take something, the next first. */
export function comingMeetings({ context }: PromiseAround, today: Day): Meeting[] {
  return context.meetings.filter((one) => canReceiveReports(one) && one.day >= today).slice(0, 24);
}

/** Meetings that have been since it was promised, the latest first; today's may have been. */
export function pastMeetings({ record, context }: PromiseAround, today: Day): Meeting[] {
  return context.meetings
    .filter(({ state, day }) => state !== 'cancelled' && day >= record.madeOn && day <= today)
    .toReversed()
    .slice(0, 24);
}

/** Meetings as choices, with a first one for none of them. */
export function meetingChoices(meetings: readonly Meeting[], none: string, chosen: string): Choice[] {
  return [
    { value: '', text: none, selected: chosen === '' },
    ...meetings.map(({ id, day }) => ({ value: id, text: formatDay(day), selected: id === chosen })),
  ];
}

/** People as choices, by name: those who are still here. */
export function personChoices(
  persons: ReadonlyMap<string, Person>,
  {
    none,
    chosen,
    today,
    only = () => true,
  }: { none: string; chosen: string; today: Day; only?: (who: Person) => boolean },
): Choice[] {
  const here = [...persons.values()].filter((who) => !hasLeft(who, today) && only(who));
  return [
    { value: '', text: none, selected: chosen === '' },
    ...here
      .toSorted((a, b) => a.name.localeCompare(b.name))
      .map((who) => ({ value: who.id, text: personWords(who), selected: who.id === chosen })),
  ];
}

/** The day that was meant by a meeting chosen or a day typed, optionally with the day a window opens; or what is wrong. */
export function dueFrom(
  form: Fields,
  {
    meetings,
    names,
    today,
  }: { meetings: readonly Meeting[]; names: { meeting: string; day: string; from?: string }; today: Day },
): Due | { field: string; key: string } {
  const wanted = form.get(names.meeting);
  if (wanted !== '') {
    const meeting = meetings.find(({ id }) => id === wanted);
    if (!meeting) return { field: names.meeting, key: 'noSuchMeeting' };
    const asSaid = say('promiseForms', 'toMeeting', { day: formatDate(meeting.day) });
    return { sort: 'day', day: meeting.day, asSaid };
  }
  const day = dayIn(form, names.day);
  if (day === '') return { field: names.meeting, key: 'needWhen' };
  if (day === 'wrong') return { field: names.day, key: 'noSuchDay' };
  if (day < today) return { field: names.day, key: 'dayPast' };
  const from = names.from === undefined ? '' : dayIn(form, names.from);
  if (from === '') return { sort: 'day', day, asSaid: '' };
  if (from === 'wrong') return { field: names.from ?? names.day, key: 'noSuchDay' };
  return from > day
    ? { field: names.from ?? names.day, key: 'dayOrder' }
    : { sort: 'window', from, to: day, asSaid: '' };
}
