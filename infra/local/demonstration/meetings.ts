import { calendarOf } from '../../../shared/domain/calendar/shipped-calendar.ts';
import type { Calendar } from '../../../shared/domain/calendar/working-days.ts';
import type { Meeting, MeetingState } from '../../../shared/domain/meetings/meeting.ts';
import { meetingsOf, type Programme, type ProgrammedMeeting } from '../../../shared/domain/meetings/programme.ts';
import { closedDays } from './closed-days.ts';
import { demonstrationDay, registerOpened } from './demonstration-day.ts';
import { programmes } from './programmes.ts';

/** The organisation's own calendar. */
export const demonstrationCalendar: Calendar = calendarOf('england-and-wales', { closures: closedDays });

// The diary of 2019 has been agreed; that of 2020 waits for the annual Council.
const CALLED_UNTIL = '2019-12-31';
const PROGRAMME = { from: '2018-07-01', to: '2020-03-31' };

function stateOn(day: string): MeetingState {
  if (day < demonstrationDay) return 'held';
  return day <= CALLED_UNTIL ? 'called' : 'planned';
}

/** 'meeting-hosb-2019-04-25' */
export function meetingId(bodyId: string, day: string): string {
  return `meeting-${bodyId}-${day}`;
}

function meetingFrom(pattern: Programme, made: ProgrammedMeeting): Meeting {
  const state = stateOn(made.day);
  // No statute opens the partnership executive to the public, and its terms of reference do not.
  const inPublic = made.bodyId !== 'partnership';
  return {
    id: meetingId(made.bodyId, made.day),
    bodyId: made.bodyId,
    day: made.day,
    time: pattern.time,
    venue: pattern.venue,
    sort: made.sort,
    // The diary is agreed a year ahead.
    convenedOn: state === 'planned' ? null : registerOpened,
    openTo: inPublic ? 'public' : 'private',
    state,
    minutesStatus: state === 'held' ? 'confirmed' : null,
    published: inPublic && state !== 'planned',
    accessClass: inPublic && state !== 'planned' ? 'public' : 'internal',
  };
}

/** The meetings that the programmes make between two days, as they stand on the demonstration's day. */
export function meetingsBetween(span: { readonly from: string; readonly to: string }): readonly Meeting[] {
  return programmes.flatMap((pattern) =>
    meetingsOf(pattern, span, demonstrationCalendar).map((made) => meetingFrom(pattern, made)),
  );
}

/** The minutes of the last meetings are still drafts: a body confirms them at its next one. */
const draftMinutes = new Set(
  [
    ['hosb', '2019-03-13'],
    ['hwb', '2019-03-11'],
    ['cabinet', '2019-04-09'],
    ['audit', '2019-03-21'],
    ['scc', '2019-03-06'],
    ['council', '2019-02-27'],
    ['partnership', '2019-03-21'],
    ['governing-body', '2019-03-26'],
    ['pccc', '2019-04-02'],
  ].map(([bodyId = '', day = '']) => meetingId(bodyId, day)),
);

/** The programme of 2018/19 and 2019/20. */
export const meetings: readonly Meeting[] = meetingsBetween(PROGRAMME).map((meeting) =>
  draftMinutes.has(meeting.id) ? { ...meeting, minutesStatus: 'draft' } : meeting,
);
