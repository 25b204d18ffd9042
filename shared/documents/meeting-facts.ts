import '../pages/words/documents.ts';
import type { AgendaItem } from '../domain/agenda-items/agenda-item.ts';
import type { Agenda, Slot } from '../domain/agendas/agenda.ts';
import type { Body } from '../domain/bodies/body.ts';
import { heldOn, type Membership, type Role } from '../domain/bodies/membership.ts';
import type { Procedure } from '../domain/bodies/procedure.ts';
import { formatDate, formatDay } from '../domain/calendar/day-words.ts';
import type { Attendance } from '../domain/meetings/attendance.ts';
import type { Meeting } from '../domain/meetings/meeting.ts';
import type { Person } from '../domain/people/person.ts';
import { formatTime } from '../pages/day-words.ts';
import { say } from '../pages/say.ts';

/** What every document of a meeting is made from. */
export type MeetingPrinted = {
  readonly meeting: Meeting;
  readonly agenda: Agenda | null;
  readonly items: ReadonlyMap<string, AgendaItem>;
  readonly body: Body;
  readonly procedure: Procedure;
  readonly memberships: readonly Membership[];
  readonly persons: ReadonlyMap<string, Person>;
  readonly organisation: string;
  /** What is printed of the agenda: what was published; it as it is made, for those who make it; or that there is none yet. */
  readonly agendaAs?: 'published' | 'draft' | 'not-published';
  /** What members have said for its day, for those who may know: the attendance sheet marks it. */
  readonly given?: readonly Pick<Attendance, 'personId' | 'intention' | 'substituteId'>[];
  /** Where the public reads of it. */
  readonly publicHref: string;
};

/** A place on the agenda with its item. */
export type Business = { readonly slot: Slot; readonly item: AgendaItem };

const byNumber = (a: Slot, b: Slot): number => a.number.localeCompare(b.number, 'en', { numeric: true });

const bareSlot = ({ id, number, title, accessClass }: AgendaItem): Slot => ({
  itemId: id,
  number: number ?? '',
  title,
  accessClass,
  standing: null,
  publishedOn: null,
  route: null,
  withdrawn: null,
});

/** The business in the order of the agenda; of a meeting without one, by its numbers. */
export function businessOn({ agenda, items }: MeetingPrinted): readonly Business[] {
  const slots = agenda?.slots ?? [...items.values()].map(bareSlot).toSorted(byNumber);
  return slots.flatMap((slot) => {
    const item = items.get(slot.itemId);
    return item ? [{ slot, item }] : [];
  });
}

/** Is it private by its place or by itself? */
export function isPrivate({ slot, item }: Business): boolean {
  return slot.accessClass === 'private' || item.accessClass === 'private';
}

/** Everybody who holds one of the roles on the day of the meeting, by role and then by name. */
export function holdersAt({ meeting, memberships, persons }: MeetingPrinted, roles: readonly Role[]) {
  const held = memberships.filter(
    (one) => one.bodyId === meeting.bodyId && roles.includes(one.role) && heldOn(one, meeting.day),
  );
  return held
    .flatMap((one) => {
      const person = persons.get(one.personId);
      return person ? [{ ...one, person }] : [];
    })
    .toSorted(
      (a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || a.person.name.localeCompare(b.person.name, 'en'),
    );
}

const whenOf = ({ day, time }: Meeting): string =>
  time === null
    ? say('documents', 'timeUnknown', { day: formatDay(day) })
    : say('documents', 'dayAndTime', { day: formatDay(day), time: formatTime(time) });

/** When and where, each a name and a value. */
export function whenAndWhere({ meeting }: Pick<MeetingPrinted, 'meeting'>) {
  return [
    { term: say('documents', 'when'), text: whenOf(meeting) },
    { term: say('documents', 'where'), text: meeting.venue ?? say('documents', 'whereUnknown') },
  ];
}

/** Who to ask about the meeting: the body's secretary, with what is published of them. */
export function contactOf({ body, persons }: Pick<MeetingPrinted, 'body' | 'persons'>) {
  const person = persons.get(body.secretaryId ?? '');
  if (!person) return [];
  const text = [person.name, person.jobTitle, person.telephone, person.email].filter(Boolean).join(', ');
  return [{ term: say('documents', 'contact'), text }];
}

/** What stands at the foot of each page. */
export function footOf({ body, meeting }: Pick<MeetingPrinted, 'body' | 'meeting'>): string {
  return say('documents', 'foot', { body: body.name, day: formatDate(meeting.day) });
}

/** Cancelled, or not published: what a reader must not miss. */
export function warningsOf({ meeting, agendaAs }: Pick<MeetingPrinted, 'meeting' | 'agendaAs'>): string[] {
  return [
    ...(meeting.state === 'cancelled' ? [say('documents', 'cancelled')] : []),
    ...(agendaAs === 'draft' ? [say('documents', 'draft')] : []),
    ...(agendaAs === 'not-published' ? [say('documents', 'notPublished')] : []),
  ];
}
