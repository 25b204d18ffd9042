import { calendarOf } from '../../shared/domain/calendar/shipped-calendar.ts';
import { addWorkingDays } from '../../shared/domain/calendar/working-days.ts';
import type { Commitment } from '../../shared/domain/commitments/commitment.ts';
import type { Meeting } from '../../shared/domain/meetings/meeting.ts';
import type { ReminderContext } from '../../shared/domain/messages/milestone.ts';
import { shippedPolicy } from '../../shared/domain/messages/reminder-policy.ts';

/** The office closure of the demonstration organisation. */
export const brackenfordCalendar = calendarOf('england-and-wales', {
  closures: [{ day: '2019-12-27', title: 'Office closed' }],
});

export function aMeeting(day: string, overrides: Partial<Meeting> = {}): Meeting {
  return {
    id: `hosb-${day}`,
    bodyId: 'hosb',
    day,
    time: '14:00',
    venue: null,
    sort: 'ordinary',
    openTo: 'public',
    state: 'called',
    minutesStatus: null,
    published: true,
    accessClass: 'public',
    ...overrides,
  };
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
].map((day) => aMeeting(day));

/** Five clear working days: the agenda is out by the sixth working day before. */
export const reminderContext: ReminderContext = {
  calendar: brackenfordCalendar,
  meetings: boardMeetings,
  policy: shippedPolicy,
  reportDeadlineWorkingDays: 10,
  publishByOf: (meeting) => addWorkingDays(meeting.day, -6, brackenfordCalendar),
};

/** The report-back read from the Coventry seed with the meeting day of the demonstration: 17 October 2018. */
export function outOfHospital(overrides: Partial<Commitment> = {}): Commitment {
  return {
    id: 'out-of-hospital',
    reference: 'HOSB/18/15',
    kind: 'report-back',
    subject: 'How the Out of Hospital model is working',
    asSaid: 'a further report be submitted to a future Board meeting in approximately 6 to 12 months',
    bodyId: 'hosb',
    madeOn: '2018-10-17',
    source: { meetingId: null, itemId: null, minuteId: null, resolutionId: null, limb: '(2)' },
    owner: {
      role: 'Programme manager, Adult Services',
      personId: 'owen-sandpiper',
      linkOfficerId: null,
      since: '2019-04-15',
    },
    due: { sort: 'window', from: '2019-04-17', to: '2019-10-17', asSaid: 'in approximately 6 to 12 months' },
    recurs: 'once',
    state: 'open',
    chasedFrom: '2019-04-15',
    acceptance: { state: 'accepted', on: '2019-04-17' },
    placedOn: null,
    doneOn: null,
    progress: [],
    extensions: [],
    reports: [],
    closure: null,
    cycle: 0,
    overdueSince: null,
    accessClass: 'public',
    ...overrides,
  };
}
