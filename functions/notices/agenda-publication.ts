import '../../shared/pages/words/publication-messages.ts';
import '../../shared/pages/words/published.ts';
import type { Agenda, Publication } from '../../shared/domain/agendas/agenda.ts';
import type { Body } from '../../shared/domain/bodies/body.ts';
import { formatDay } from '../../shared/domain/calendar/day-words.ts';
import type { Meeting } from '../../shared/domain/meetings/meeting.ts';
import { sittingInPublic } from '../../shared/domain/meetings/published-meeting.ts';
import type { Person } from '../../shared/domain/people/person.ts';
import type { PlainNotice } from '../../shared/messages/plain-notice.ts';
import { formatTime } from '../../shared/pages/day-words.ts';
import { publicAddresses } from '../../shared/pages/published/addresses.ts';
import { publicationName } from '../../shared/pages/published/agenda-view.ts';
import { type Key, say } from '../../shared/pages/say.ts';
import { agendas } from '../../shared/store/agendas.ts';
import { bodies } from '../../shared/store/bodies.ts';
import { meetings } from '../../shared/store/meetings.ts';
import { find, type Register } from '../../shared/store/record-kind.ts';
import type { NoticeKind } from './notice-kind.ts';

type About = { readonly meeting: Meeting; readonly body: Body; readonly agenda: Agenda | null };

async function aboutMeeting(register: Register, meetingId: string): Promise<About | null> {
  const [meeting, agenda] = await Promise.all([
    find(register, meetings, meetingId),
    find(register, agendas, meetingId),
  ]);
  const body = meeting && (await find(register, bodies, meeting.record.bodyId));
  return meeting && body ? { meeting: meeting.record, body: body.record, agenda: agenda?.record ?? null } : null;
}

const sentences: Record<Publication['sort'], Key<'publicationMessages'>> = {
  agenda: 'agenda',
  supplement: 'supplement',
  replacement: 'replacement',
  withdrawal: 'withdrawal',
  notice: 'notice',
  cancellation: 'cancellation',
  move: 'move',
};

/** Where the meeting is, as rows. */
const rowsOf = ({ day, time, venue }: Meeting): PlainNotice['rows'] => [
  { name: say('published', 'noticeDay'), value: formatDay(day) },
  ...(time === null ? [] : [{ name: say('published', 'noticeTime'), value: formatTime(time) }]),
  ...(venue === null ? [] : [{ name: say('published', 'noticePlace'), value: venue }]),
];

/** Whoever has no account reads where the public reads; members read their own page, with what is private. */
function linkOf({ meeting }: About, person: Person | null): PlainNotice['link'] {
  const label = say('publicationMessages', 'open');
  const outside = person === null || person.accountless;
  const path =
    outside && meeting.published
      ? publicAddresses.meeting(meeting.bodyId, meeting.id)
      : `/meetings/${encodeURIComponent(meeting.id)}`;
  return { label, path };
}

/** What every notice about a meeting has, with the meeting as a calendar entry beside it. */
function noticeOf(
  about: About,
  person: Person | null,
  words: Pick<PlainNotice, 'subject' | 'status' | 'sentence' | 'tone' | 'quotation'>,
) {
  const { meeting, body, agenda } = about;
  return {
    bodyId: body.id,
    notice: {
      ...words,
      accessClass: meeting.accessClass,
      bodyName: body.name,
      day: meeting.day,
      title: say('publicationMessages', 'title', { body: body.name, day: formatDay(meeting.day) }),
      rows: rowsOf(meeting),
      link: linkOf(about, person),
      why: say('publicationMessages', 'why', { body: body.name }),
    },
    ...(meeting.accessClass === 'private' ? {} : { sitting: sittingInPublic(meeting, body, agenda && { agenda }) }),
  };
}

/** To everybody concerned: what was published of a meeting, each publication once. The round is the publication's id. */
export const agendaPublication: NoticeKind = async ({ recordId, person, round }, { register }) => {
  const about = await aboutMeeting(register, recordId);
  const publication = about?.agenda?.publications.find(({ id }) => id === round);
  if (!about || !publication) return null;
  const { sort, said, movedFrom } = publication;
  const slots = {
    body: about.body.name,
    day: formatDay(about.meeting.day),
    was: movedFrom === null ? '' : formatDay(movedFrom.day),
  };
  return noticeOf(about, person, {
    subject: say('publicationMessages', 'subject', { what: publicationName(publication), ...slots }),
    status: publicationName(publication),
    tone: sort === 'cancellation' || sort === 'move' ? 'soon' : 'plain',
    sentence: say('publicationMessages', sentences[sort], slots),
    quotation: said === null ? null : { words: said, source: publicationName(publication) },
  });
};

/** To everybody concerned: a meeting is called, with its first calendar entry. */
export const meetingCalled: NoticeKind = async ({ recordId, person }, { register }) => {
  const about = await aboutMeeting(register, recordId);
  if (!about || about.meeting.state === 'cancelled' || about.meeting.state === 'planned') return null;
  const slots = { body: about.body.name, day: formatDay(about.meeting.day) };
  return noticeOf(about, person, {
    subject: say('publicationMessages', 'calledSubject', slots),
    status: say('publicationMessages', 'calledStatus'),
    tone: 'plain',
    sentence: say('publicationMessages', 'called', slots),
    quotation: null,
  });
};
