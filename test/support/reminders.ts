import { calendarOf } from '../../shared/domain/calendar/shipped-calendar.ts';
import { addWorkingDays } from '../../shared/domain/calendar/working-days.ts';
import type { Commitment } from '../../shared/domain/commitments/commitment.ts';
import type { Meeting } from '../../shared/domain/meetings/meeting.ts';
import type { ReminderContext } from '../../shared/domain/messages/milestone.ts';
import { shippedPolicy } from '../../shared/domain/messages/reminder-policy.ts';
import { aCommitment, aMeeting } from './builders.ts';

/** The office closures of the demonstration organisation. */
export const brackenfordCalendar = calendarOf('england-and-wales', {
  closures: ['2019-12-27', '2019-12-30', '2019-12-31'].map((day) => ({ day, title: 'Office closed' })),
});

/** A called meeting of the Health Overview and Scrutiny Board on a day. */
export function aMeetingOn(day: string, overrides: Partial<Meeting> = {}): Meeting {
  return aMeeting({ id: `hosb-${day}`, day, ...overrides });
}

/** The Health Overview and Scrutiny Board's programme, 2018 to 2020. */
export const boardMeetings: readonly Meeting[] = [
  '2018-11-28',
  '2019-01-30',
  '2019-03-13',
  '2019-04-25',
  '2019-06-12',
  '2019-07-24',
  '2019-09-11',
  '2019-10-09',
  '2019-11-27',
  '2020-01-29',
  '2020-03-11',
].map((day) => aMeetingOn(day));

/** Five clear working days: the agenda is out by the sixth working day before. */
export const reminderContext: ReminderContext = {
  calendar: brackenfordCalendar,
  meetings: boardMeetings,
  policy: shippedPolicy,
  reportDeadlineWorkingDays: 10,
  publishByOf: (meeting) => addWorkingDays(meeting.day, -6, brackenfordCalendar),
};

/** The report-back read from the Coventry seed with the meeting day of the demonstration, 17 October 2018; accepted. */
export function outOfHospital(overrides: Partial<Commitment> = {}): Commitment {
  return aCommitment({ acceptance: { state: 'accepted', on: '2019-04-17' }, ...overrides });
}
