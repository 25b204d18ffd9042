import '../../shared/pages/words/agendas.ts';
import { holdersOf, type Membership } from '../../shared/domain/bodies/membership.ts';
import { CALENDAR } from '../../shared/domain/calendar/calendar-record.ts';
import type { Day } from '../../shared/domain/calendar/day.ts';
import { formatDay } from '../../shared/domain/calendar/day-words.ts';
import { formatDayWithoutYear } from '../../shared/pages/day-words.ts';
import { say } from '../../shared/pages/say.ts';
import { agendas } from '../../shared/store/agendas.ts';
import { bodies } from '../../shared/store/bodies.ts';
import { agendaItems } from '../../shared/store/business.ts';
import { meetings } from '../../shared/store/meetings.ts';
import { type Flipped, flipsOf } from '../../shared/store/operations.ts';
import { membershipsOf } from '../../shared/store/people.ts';
import { find, type Register } from '../../shared/store/record-kind.ts';
import type { NoticeKind } from './notice-kind.ts';

async function holds(
  register: Register,
  { bodyId, personId, day }: { bodyId: string; personId: string; day: Day },
  roles: readonly Membership['role'][],
): Promise<boolean> {
  const memberships = (await membershipsOf(register, bodyId)).map(({ record }) => record);
  return roles.some((role) => holdersOf(memberships, bodyId, role, day).includes(personId));
}

const rowOf = ({ day, was, now, late }: Flipped) => ({
  name: formatDayWithoutYear(day),
  value: say('agendas', late ? 'flippedLate' : 'flippedTo', {
    now: formatDayWithoutYear(now),
    was: formatDayWithoutYear(was),
  }),
});

/**
 * To the secretaries of a body: the calendar changed, and meetings must be published by another day. Once for each
 * change; the record is the body, the round the version of the calendar.
 */
export const deadlinesMoved: NoticeKind = async ({ recordId, personId, day, round }, { register }) => {
  const [body, report, isSecretary] = await Promise.all([
    find(register, bodies, recordId),
    flipsOf(register.table, `calendar-changed:${CALENDAR}:${round ?? ''}`),
    holds(register, { bodyId: recordId, personId, day }, ['secretary', 'cover-secretary']),
  ]);
  const flips = report.flips.filter(({ bodyId }) => bodyId === recordId).toSorted((a, b) => a.day.localeCompare(b.day));
  const [first] = flips;
  if (!body || !first || !isSecretary) return null;
  const { name } = body.record;
  const late = flips.filter((flip) => flip.late).length;
  return {
    bodyId: recordId,
    notice: {
      accessClass: 'internal',
      bodyName: name,
      day: first.day,
      subject: say('agendas', 'flippedSubject', { body: name }),
      status: late > 0 ? say('agendas', 'flippedPast', { count: late }) : say('agendas', 'flippedStatus'),
      tone: late > 0 ? 'late' : 'soon',
      title: name,
      sentence: say('agendas', 'flippedSentence', { count: flips.length, body: name }),
      quotation: null,
      rows: flips.map(rowOf),
      link: { label: say('agendas', 'flippedLink'), path: `/meetings/${encodeURIComponent(first.meetingId)}` },
      why: say('agendas', 'flippedWhy', { body: name }),
    },
  };
};

/** To the chair: the agenda is sent to be agreed. Nothing once they have answered; it never holds publication up. */
export const agendaToAgree: NoticeKind = async ({ recordId, personId, day }, { register }) => {
  const [meeting, agenda] = await Promise.all([find(register, meetings, recordId), find(register, agendas, recordId)]);
  if (!meeting || !agenda || agenda.record.chairsAgreement.answer !== null) return null;
  const { bodyId, accessClass, day: meetingDay } = meeting.record;
  const [body, isChair] = await Promise.all([
    find(register, bodies, bodyId),
    holds(register, { bodyId, personId, day }, ['chair']),
  ]);
  if (!body || !isChair) return null;
  const slots = { body: body.record.name, day: formatDay(meetingDay) };
  return {
    bodyId,
    notice: {
      accessClass,
      bodyName: body.record.name,
      day: meetingDay,
      subject: say('agendas', 'agreeSubject', slots),
      status: say('agendas', 'agreeStatus'),
      tone: 'soon',
      title: say('agendas', 'agreeTitle', slots),
      sentence: say('agendas', 'agreeSentence', slots),
      quotation: null,
      rows: [],
      link: { label: say('agendas', 'answerAsChair'), path: `/meetings/${encodeURIComponent(recordId)}/agenda/chair` },
      why: say('agendas', 'agreeWhy', slots),
    },
  };
};

/**
 * To the chair: late business, and why it cannot wait. Asked beforehand only: the opinion is that of the person presiding,
 * at the meeting (LGA 1972 s.100B(4)(b)). Nothing once they have answered, or the request was taken back.
 */
export const urgencyAsked: NoticeKind = async ({ recordId, personId, day }, { register }) => {
  const item = await find(register, agendaItems, recordId);
  const meetingId = item?.record.meetingId ?? null;
  if (!item || meetingId === null) return null;
  const [meeting, agenda] = await Promise.all([
    find(register, meetings, meetingId),
    find(register, agendas, meetingId),
  ]);
  const slot = agenda?.record.slots.find(({ itemId }) => itemId === recordId);
  if (!meeting || !slot?.route || slot.route.minded !== null) return null;
  const { bodyId, day: meetingDay } = meeting.record;
  const [body, presides] = await Promise.all([
    find(register, bodies, bodyId),
    holds(register, { bodyId, personId, day }, ['chair', 'vice-chair']),
  ]);
  if (!body || !presides) return null;
  const slots = { body: body.record.name, day: formatDay(meetingDay), number: slot.number, title: slot.title };
  const isPrivate = [meeting.record, item.record, slot].some(({ accessClass }) => accessClass === 'private');
  return {
    bodyId,
    notice: {
      accessClass: isPrivate ? 'private' : 'internal',
      bodyName: body.record.name,
      day: meetingDay,
      subject: say('agendas', 'urgencySubject', slots),
      status: say('agendas', 'agreeStatus'),
      tone: 'soon',
      title: say('agendas', 'urgencyTitle', slots),
      sentence: say('agendas', slot.route.route === 'own-terms' ? 'termsSentence' : 'urgencySentence', slots),
      quotation: { words: slot.route.reason, source: say('agendas', 'urgencySource') },
      rows: [],
      link: {
        label: say('agendas', 'urgencyLink'),
        path: `/meetings/${encodeURIComponent(meetingId)}/agenda/chair`,
      },
      why: say('agendas', 'agreeWhy', slots),
    },
  };
};
