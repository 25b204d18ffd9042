import type { AgendaItem } from '../domain/agenda-items/agenda-item.ts';
import type { Agenda } from '../domain/agendas/agenda.ts';
import type { Meeting } from '../domain/meetings/meeting.ts';
import type { PublishedMeeting } from '../domain/meetings/published.ts';
import { meetingInPublic } from '../domain/meetings/published-meeting.ts';
import { agendas } from './agendas.ts';
import { type BodyContext, bodyContext } from './body-context.ts';
import { agendaItems, businessOf } from './business.ts';
import { change, outcomeOf, runCommand } from './commit.ts';
import type { Command } from './commitment-acts.ts';
import { NotFound, VersionConflict } from './errors.ts';
import { madeForAgenda } from './made-for-agenda.ts';
import { meetings } from './meetings.ts';
import { people } from './people.ts';
import { feedLine, laySnapshot, nameOfSnapshot, pointTo } from './published.ts';
import { find, get, getMany, type Register, type Versioned } from './record-kind.ts';
import { admittedQuestions } from './submissions.ts';

const recordsOf = <T>(all: readonly { record: T }[]): T[] => all.map(({ record }) => record);

/** A meeting with all that its public face is made from. */
export type Publishable = {
  meeting: Versioned<Meeting>;
  agenda: Versioned<Agenda> | null;
  context: BodyContext;
  /** Every item of the agenda, and those known from minutes. */
  items: Map<string, AgendaItem>;
  /** What the public would see with this meeting and this agenda. */
  face: (meeting: Meeting, agenda: Agenda | null) => PublishedMeeting;
};

/** Reads a meeting to be published. What is on its agenda is read strongly consistent. Throws `NotFound`. */
export async function publishable(register: Register, meetingId: string, today: string): Promise<Publishable> {
  const [meeting, agenda, business, admitted] = await Promise.all([
    get(register, meetings, meetingId),
    find(register, agendas, meetingId),
    businessOf(register, meetingId),
    admittedQuestions(register, meetingId),
  ]);
  const slots = agenda?.record.slots ?? [];
  const [context, placed] = await Promise.all([
    bodyContext(register, meeting.record.bodyId, today),
    getMany(
      register,
      agendaItems,
      slots.map(({ itemId }) => itemId),
    ),
  ]);
  const { secretaryId } = context.body;
  const around = { meeting: meeting.record, all: context.meetings, today };
  const [contact, made] = await Promise.all([
    secretaryId === null ? undefined : find(register, people, secretaryId),
    agenda ? madeForAgenda(register, agenda.record, around) : undefined,
  ]);
  const items = new Map([...recordsOf(business.items), ...recordsOf(placed)].map((item) => [item.id, item]));
  const text = {
    minutes: recordsOf(business.minutes),
    resolutions: recordsOf(business.resolutions),
    questions: admitted.flatMap(({ id: _, text: words, ...rest }) =>
      words === null ? [] : [{ ...rest, text: words }],
    ),
  };
  const { procedure, calendar, body } = context;
  return {
    meeting,
    agenda: agenda ?? null,
    context,
    items,
    face: (which, now) =>
      meetingInPublic(
        which,
        body,
        { ...text, items: [...items.values()] },
        now && { agenda: now, contact: contact?.record ?? null, procedure, calendar, ...(made ? { made } : {}) },
      ),
  };
}

/**
 * Publishes a meeting as it is now, as its minutes are: its public items, minutes and resolutions, beside what its agenda
 * has published. The snapshot is laid first and seen by nobody; then one transaction points to it and writes the history.
 */
export async function publishMeeting(register: Register, command: Command, meetingId: string) {
  // Asked first: a snapshot that was pointed to is never laid again.
  const before = await outcomeOf(register, command.commandId);
  if (before) return { outcome: before, replayed: true };
  return runCommand(register, command.commandId, async () => {
    const { meeting: was, agenda, face } = await publishable(register, meetingId, command.today);
    if (command.version !== undefined && command.version !== was.version) throw new VersionConflict([meetingId]);
    if (was.record.accessClass !== 'public') throw new NotFound(`public meeting ${meetingId}`);
    const record = { ...was.record, published: true };
    const shown = face(record, agenda?.record ?? null);
    const snapshot = nameOfSnapshot(shown);
    await laySnapshot(register.table, snapshot, shown);
    const { sitting } = shown;
    const line = {
      meetingId,
      publicationId: `record-${was.version + 1}`,
      sort: 'record',
      number: was.version + 1,
      bodyName: sitting.bodyName,
      day: sitting.day,
      said: null,
      at: command.at,
    };
    return {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { id: meetingId, snapshot },
      changes: [change(meetings, { was, record, event: 'published' })],
      also: [...pointTo(sitting, { snapshot, at: command.at }), feedLine(record.bodyId, line)],
    };
  });
}
