import { londonInstant } from '../../shared/domain/calendar/day.ts';
import { formatDay } from '../../shared/domain/calendar/day-words.ts';
import { saidForItsDay, seatsOn, takesApologies } from '../../shared/domain/meetings/attendance.ts';
import { formatTime } from '../../shared/pages/day-words.ts';
import { attendancesOf } from '../../shared/store/attendances.ts';
import { bodies } from '../../shared/store/bodies.ts';
import { meetings } from '../../shared/store/meetings.ts';
import { membershipsOf } from '../../shared/store/people.ts';
import { find } from '../../shared/store/record-kind.ts';
import type { NoticeKind } from './notice-kind.ts';

/** Asks a member whether they come; nothing to whoever has said so, has no seat any more, or has no account to answer with. */
export const apologiesAsked: NoticeKind = async ({ recordId, personId, person, day }, { register }) => {
  const found = await find(register, meetings, recordId);
  if (!found || person === null || person.accountless) return null;
  const meeting = found.record;
  if (!takesApologies(meeting, londonInstant(day, '00:00'))) return null;
  const [body, held, said] = await Promise.all([
    find(register, bodies, meeting.bodyId),
    membershipsOf(register, meeting.bodyId),
    attendancesOf(register, meeting.id, [personId]),
  ]);
  const seats = seatsOn(
    held.map(({ record }) => record),
    meeting.bodyId,
    meeting.day,
  );
  const earlier = said.find(({ record }) => !saidForItsDay(record, meeting))?.record;
  if (!body || (said.length > 0 && !earlier) || !seats.some((seat) => seat.personId === personId)) return null;
  const { name } = body.record;
  return {
    bodyId: body.record.id,
    notice: {
      accessClass: meeting.accessClass,
      bodyName: name,
      day: meeting.day,
      subject: `Will you come? ${name}, ${formatDay(meeting.day)}`,
      status: 'Your answer is asked for',
      tone: 'soon',
      title: `Will you come to the ${name}?`,
      sentence: `the ${name} ${earlier ? 'has been moved and now meets' : 'meets'} on ${formatDay(meeting.day)}. Please say whether you come, send your apologies, or send a substitute.`,
      quotation: null,
      rows: [
        ...(earlier?.forDay ? [{ name: 'What you said for', value: formatDay(earlier.forDay) }] : []),
        ...(meeting.time === null ? [] : [{ name: 'Time', value: formatTime(meeting.time) }]),
        ...(meeting.venue === null ? [] : [{ name: 'Place', value: meeting.venue }]),
      ],
      link: { label: 'Say whether you come', path: `/apologies/${meeting.id}` },
      why: `You get this because you have a seat in the ${name}.`,
    },
  };
};
