import type { AgendaItem } from '../domain/agenda-items/agenda-item.ts';
import type { Agenda } from '../domain/agendas/agenda.ts';
import type { Day } from '../domain/calendar/day.ts';
import type { Commitment } from '../domain/commitments/commitment.ts';
import type { KeyDecisionNotice } from '../domain/decisions/key-decision-notice.ts';
import type { Meeting } from '../domain/meetings/meeting.ts';
import type { WrittenResolution } from '../domain/written-resolutions/written-resolution.ts';
import { agendas } from './agendas.ts';
import { type BodyContext, bodyContext } from './body-context.ts';
import { agendaItems, waitingItems } from './business.ts';
import { owedTo } from './commitments.ts';
import { allNotices } from './decisions.ts';
import { NotFound } from './errors.ts';
import { meetings } from './meetings.ts';
import { find, getMany, list, type Register, type Versioned } from './record-kind.ts';
import { writtenResolutionsToReport } from './written-resolutions.ts';

/** A meeting and its agenda, if it has one: what a page reads first. */
export type MeetingAndAgenda = { meeting: Versioned<Meeting>; agenda: Versioned<Agenda> | null };

/** Reads a meeting and its agenda side by side. Throws `NotFound`. */
export async function meetingAndAgenda(register: Register, meetingId: string): Promise<MeetingAndAgenda> {
  const [meeting, agenda] = await Promise.all([
    find(register, meetings, meetingId),
    find(register, agendas, meetingId),
  ]);
  if (!meeting) throw new NotFound('meeting');
  return { meeting, agenda: agenda ?? null };
}

/** Everything that the builder of an agenda works with. */
export type AgendaAround = MeetingAndAgenda & {
  context: BodyContext;
  /** The items of the agenda by id; without an agenda, those that are on the meeting already. */
  items: ReadonlyMap<string, Versioned<AgendaItem>>;
  owed: readonly Commitment[];
  /** Business of the body that waits for a meeting. */
  waiting: readonly AgendaItem[];
  /** What the body decided in writing and has not been told at a meeting. */
  toReport: readonly WrittenResolution[];
  /** Notices of an executive, that the secretary may know of or not; empty for other bodies. */
  notices: ReadonlyMap<string, KeyDecisionNotice>;
};

const recordsOf = <T>(all: readonly { record: T }[]): T[] => all.map(({ record }) => record);

/** Reads what depends on a meeting and its agenda, all side by side: the second round trip of the page. */
export async function aroundAgenda(
  register: Register,
  { meeting, agenda }: MeetingAndAgenda,
  today: Day,
): Promise<AgendaAround> {
  const { id, bodyId } = meeting.record;
  const wanted = (agenda?.record.slots ?? []).map(({ itemId }) => itemId);
  const [context, listed, known, owed, waiting, notices, toReport] = await Promise.all([
    bodyContext(register, bodyId, today),
    wanted.length > 0 ? [] : list(register, agendaItems, { index: 'gsi1', partition: `MEETING#${id}#ITEMS` }),
    getMany(register, agendaItems, wanted),
    owedTo(register, bodyId),
    waitingItems(register, bodyId),
    allNotices(register),
    writtenResolutionsToReport(register, bodyId),
  ]);
  return {
    meeting,
    agenda,
    context,
    items: new Map([...listed, ...known].map((one) => [one.record.id, one])),
    owed: recordsOf(owed),
    waiting: recordsOf(waiting),
    toReport: recordsOf(toReport),
    notices: new Map(recordsOf(notices).map((notice) => [notice.id, notice])),
  };
}
