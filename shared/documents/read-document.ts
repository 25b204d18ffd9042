import type { Action, Subject } from '../domain/access/access.ts';
import { hasBeen, mayReadDraft, mayReadItem } from '../domain/access/draft-agenda.ts';
import { isOut } from '../domain/agendas/agenda.ts';
import { itemAsPublished, slotsAsPublished, snapshotOf } from '../domain/agendas/as-published.ts';
import type { Day } from '../domain/calendar/day.ts';
import { answerersOf } from '../domain/commitments/owners-side.ts';
import { saidForItsDay, seatsOn } from '../domain/meetings/attendance.ts';
import type { Person } from '../domain/people/person.ts';
import { attendancesOf } from '../store/attendances.ts';
import { bodies } from '../store/bodies.ts';
import { bodyContext } from '../store/body-context.ts';
import { owedTo } from '../store/commitments.ts';
import { NotFound } from '../store/errors.ts';
import { personsById } from '../store/promise-around.ts';
import { type Publishable, publishable } from '../store/publish.ts';
import { snapshotNamed } from '../store/published.ts';
import { get, type Register } from '../store/record-kind.ts';
import { urgentDecisionsOf } from '../store/special-urgency.ts';
import { actionLogDocument } from './action-log-document.ts';
import { agendaDocument, type For } from './agenda-document.ts';
import { attendanceDocument } from './attendance-document.ts';
import type { MeetingPrinted } from './meeting-facts.ts';
import { noticeDocument } from './notice-document.ts';
import { type PrintDocument, type PrintName, printNames } from './print-document.ts';
import { urgencyDocument } from './special-urgency-document.ts';

/** Who prints, and from what. */
export type Reader = {
  readonly register: Register;
  readonly today: Day;
  readonly organisation: string;
  readonly publicAddress: string;
  readonly person: Pick<Person, 'id' | 'name'>;
  readonly may: (action: Action, subject: Subject) => boolean;
};

/** A document with where it belongs, and whether this reader may have the members' copy of it. */
export type Printed = {
  readonly document: PrintDocument;
  readonly bodyId: string;
  /** Null for a document of a body. */
  readonly meetingId: string | null;
  readonly mayForMembers: boolean;
};

type Wanted = { readonly name: PrintName; readonly id: string; readonly to: For };

/** What an address asks for: `?for=members` is the members' copy. Undefined where there is no such document. */
export function wantedOf(name: string, id: string, to: string | undefined): Wanted | undefined {
  const known = printNames.find((one) => one === name);
  return known && { name: known, id, to: to === 'members' ? 'members' : 'public' };
}

// Of what is private, and of what is no business of theirs, a reader learns as little as of what is not there.
const requireOf = ({ may }: Reader, action: Action, subject: Subject): void => {
  if (!may(action, subject)) throw new NotFound('document');
};

/** What this reader may have printed of the agenda: once it is out what was published, for everybody; before, the draft. */
async function agendaToPrint(
  reader: Reader,
  { meeting, agenda, items }: Publishable,
): Promise<Pick<MeetingPrinted, 'agenda' | 'items' | 'agendaAs'>> {
  const record = agenda?.record ?? null;
  if (record !== null && isOut(record)) {
    const name = snapshotOf(record);
    const face = (name === null ? undefined : await snapshotNamed(reader.register.table, name)) ?? null;
    const shown = [...items].map(([id, item]): [string, typeof item] => [id, itemAsPublished(item, face)]);
    return {
      agenda: { ...record, slots: slotsAsPublished(record, face) },
      items: new Map(shown),
      agendaAs: 'published',
    };
  }
  const place = { meeting: meeting.record, agenda: record };
  const been = hasBeen(meeting.record, reader.today);
  const drafts = mayReadDraft(reader, meeting.record);
  if (drafts) return { agenda: record, items, ...(been ? {} : { agendaAs: 'draft' }) };
  const read = [...items].filter(([, item]) => mayReadItem(reader, item, place));
  return { agenda: record, items: new Map(read), ...(been ? {} : { agendaAs: 'not-published' }) };
}

/** What members have said whether they come: for those who may know of it, its secretary and its chair. */
async function saidFor({ register, may }: Reader, { meeting: { record }, context }: Publishable) {
  const { id, bodyId, day } = record;
  if (!may('apology.enter', { bodyId }) && !may('chair.home', { bodyId })) return [];
  const seats = seatsOn(context.memberships, bodyId, day);
  const found = await attendancesOf(
    register,
    id,
    seats.map(({ personId }) => personId),
  );
  return found.map((one) => one.record).filter((one) => saidForItsDay(one, record));
}

async function meetingDocument(reader: Reader, { name, id, to }: Wanted): Promise<Printed> {
  const { register, today, organisation, publicAddress } = reader;
  const [found, persons] = await Promise.all([publishable(register, id, today), personsById(register)]);
  const { record } = found.meeting;
  const { bodyId, accessClass } = record;
  requireOf(reader, 'plan.see', { bodyId, accessClass });
  const mayForMembers = reader.may('plan.see', { bodyId, accessClass: 'private' });
  if (to === 'members' && !mayForMembers) throw new NotFound('document');
  const { body, procedure, memberships } = found.context;
  const printed: MeetingPrinted = {
    meeting: record,
    ...(await agendaToPrint(reader, found)),
    ...(name === 'attendance' ? { given: await saidFor(reader, found) } : {}),
    body,
    procedure,
    memberships,
    persons,
    organisation,
    publicHref: `${publicAddress}/committees/${bodyId}/meetings/${id}`,
  };
  const make = { agendas: agendaDocument, attendance: attendanceDocument, notices: noticeDocument };
  if (name === 'action-logs' || name === 'special-urgency') throw new NotFound('document');
  return { document: make[name](printed, to), bodyId, meetingId: id, mayForMembers };
}

async function logDocument(reader: Reader, { id, to }: Wanted): Promise<Printed> {
  const { register, today, organisation } = reader;
  requireOf(reader, 'commitment.see', { bodyId: id });
  const [{ body, calendar }, persons, owed] = await Promise.all([
    bodyContext(register, id, today),
    personsById(register),
    owedTo(register, id),
  ]);
  const seen = owed
    .map(({ record }) => record)
    .filter((promise) => {
      const { bodyId, accessClass } = promise;
      const ownerIds = answerersOf(promise, persons, today);
      return (
        (to === 'members' || accessClass !== 'private') &&
        reader.may('commitment.see', { bodyId, accessClass, ownerIds })
      );
    });
  const document = actionLogDocument({ body, organisation, promises: seen, persons, calendar, today });
  const mayForMembers = reader.may('commitment.see', { bodyId: id, accessClass: 'private' });
  return { document, bodyId: id, meetingId: null, mayForMembers };
}

/** The list of a body and year: `cabinet-2018`. */
async function urgencyList(reader: Reader, { id }: Wanted): Promise<Printed> {
  const { register, today, organisation } = reader;
  const [, bodyId = '', begins = ''] = /^(.+)-(\d{4})$/.exec(id) ?? [];
  requireOf(reader, 'decision.publish', { bodyId });
  const year = Number(begins);
  const [{ record: body }, found] = await Promise.all([
    get(register, bodies, bodyId),
    urgentDecisionsOf(register, { bodyId, year, today }),
  ]);
  const document = urgencyDocument({ body, organisation, decisions: found, year });
  return { document, bodyId, meetingId: null, mayForMembers: false };
}

/** Reads what a document is made from and makes it. Throws `NotFound`. */
export async function readDocument(reader: Reader, wanted: Wanted): Promise<Printed> {
  if (wanted.name === 'special-urgency') return urgencyList(reader, wanted);
  return wanted.name === 'action-logs' ? logDocument(reader, wanted) : meetingDocument(reader, wanted);
}
