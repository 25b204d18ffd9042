import type { AgendaItem } from '../domain/agenda-items/agenda-item.ts';
import type { Agenda, ItemRoute } from '../domain/agendas/agenda.ts';
import * as build from '../domain/agendas/build.ts';
import type { Day } from '../domain/calendar/day.ts';
import { withAnswers } from '../domain/meetings/published-agenda.ts';
import { TransitionRefused } from '../domain/record.ts';
import { goesTo, leavesFor } from './agenda-leaving.ts';
import { itemChange, type Motion, withMotion } from './agenda-motion.ts';
import { closesPublished, makeItemPrivate } from './agenda-privacy.ts';
import { agendas } from './agendas.ts';
import { agendaItems } from './business.ts';
import { type Change, change, runCommand } from './commit.ts';
import type { Command } from './commitment-acts.ts';
import { VersionConflict } from './errors.ts';
import { meetings } from './meetings.ts';
import type { OutboxEntry } from './outbox.ts';
import { laySnapshot, nameOfSnapshot, pointTo, shownNow, snapshotNamed } from './published.ts';
import { find, get, type Register } from './record-kind.ts';
import type { Write } from './table.ts';

/** What an act makes of an agenda, with what must agree with it. `reason` is in the person's words. */
export type Built = {
  record: Agenda;
  event: string;
  reason?: string | null;
  changes?: readonly Change[];
  outbox?: readonly OutboxEntry[];
  also?: readonly Write[];
};

/**
 * Does one act on an agenda in one transaction with its items. `command.version` is the agenda that the person looked
 * at. Throws `TransitionRefused`, `VersionConflict` or `NotFound`.
 */
export function buildAgenda(
  register: Register,
  command: Command,
  meetingId: string,
  act: (was: Agenda) => Built | Promise<Built>,
) {
  return runCommand(register, command.commandId, async () => {
    const was = await get(register, agendas, meetingId);
    if (command.version !== undefined && command.version !== was.version) throw new VersionConflict([meetingId]);
    const { record, event, reason = null, changes = [], outbox = [], also = [] } = await act(was.record);
    return {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { id: meetingId, event },
      changes: [change(agendas, { was, record, event, reason }), ...changes],
      outbox,
      also,
    };
  });
}

/** Begins the agenda of a meeting with new items and with those that are on it already. Throws when there is one. */
export function beginAgenda(
  register: Register,
  command: Command,
  { agenda, made }: { agenda: Agenda; made: readonly AgendaItem[] },
) {
  return runCommand(register, command.commandId, async () => {
    const was = (await find(register, agendas, agenda.id)) ?? null;
    if (was && was.record.slots.length > 0) throw new TransitionRefused('begun', 'begin');
    // Moved before it was begun: what was said of that stays.
    const record = was ? { ...agenda, publications: was.record.publications, posted: was.record.posted } : agenda;
    return {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { id: agenda.id, event: 'agenda begun' },
      changes: [
        change(agendas, { was, record, event: 'agenda begun' }),
        ...made.map((item) => itemChange(null, item, 'put on the agenda')),
      ],
    };
  });
}

/** Adds business that is typed in. `motion` is put on too when this is the first private business. */
export function addNewItem(
  register: Register,
  command: Command,
  meetingId: string,
  { item, after, motion }: { item: AgendaItem; after: string | null; motion: Motion },
) {
  return buildAgenda(register, command, meetingId, (was) => {
    const built = withMotion(build.addItem(was, item, after), motion);
    return {
      record: built.agenda,
      event: 'item added',
      changes: [itemChange(null, item, 'put on the agenda'), ...built.changes],
    };
  });
}

/**
 * Changes what is arranged for an item. `command.version` is the item that the person looked at; its place on the agenda
 * follows, and somebody who reorders meanwhile is not in the way. What is made private after it was published leaves
 * every public page in the same transaction; `note` is what stands in its place.
 */
export async function editAgendaItem(
  register: Register,
  command: Command,
  { item, motion, note }: { item: AgendaItem; motion: Motion; note?: string },
) {
  if (await closesPublished(register, item))
    return makeItemPrivate(register, command, { item, motion, ...(note === undefined ? {} : { note }) });
  const { version, ...rest } = command;
  return buildAgenda(register, rest, item.meetingId ?? '', async (was) => {
    const before = await get(register, agendaItems, item.id);
    if (version !== undefined && version !== before.version) throw new VersionConflict([item.id]);
    const built = withMotion(build.editItem(was, item), motion);
    return {
      record: built.agenda,
      event: 'item edited',
      changes: [itemChange(before, item, 'arrangements changed'), ...built.changes],
    };
  });
}

/** Moves an item to a place of the list, from 0. */
export function moveAgendaItem(
  register: Register,
  command: Command,
  meetingId: string,
  { itemId, to }: { itemId: string; to: number },
) {
  return buildAgenda(register, command, meetingId, (was) => ({
    record: build.moveItem(was, itemId, to),
    event: 'item moved',
  }));
}

/** Takes an item off an agenda that has not shown it: put off to another meeting, or withdrawn for good. */
export function takeItemOff(
  register: Register,
  command: Command,
  meetingId: string,
  { itemId, how, reason }: { itemId: string; how: 'defer' | 'withdraw'; reason: string },
) {
  return buildAgenda(register, command, meetingId, async (was) => {
    const item = await get(register, agendaItems, itemId);
    const record = how === 'defer' ? build.deferredFrom(item.record, meetingId) : build.withdrawnItem(item.record);
    const event = how === 'defer' ? 'put off to another meeting' : 'withdrawn';
    return {
      record: build.takeOff(was, itemId),
      event: how === 'defer' ? 'item put off' : 'item withdrawn',
      reason,
      ...(await leavesFor(register, command, meetingId, { was: item, record, event, reason })),
    };
  });
}

/** The door that is always open: an item goes to another meeting of the body, at once where that has an agenda. */
export function moveItemToMeeting(
  register: Register,
  command: Command,
  meetingId: string,
  { itemId, toMeetingId, reason }: { itemId: string; toMeetingId: string; reason: string },
) {
  return buildAgenda(register, command, meetingId, async (was) => {
    const item = await get(register, agendaItems, itemId);
    const record = build.takeOff(was, itemId);
    const leaving = { was: item, record: item.record, event: 'moved to another meeting', reason };
    return {
      record,
      event: 'item moved to another meeting',
      reason,
      ...(await goesTo(register, command, toMeetingId, leaving)),
    };
  });
}

/** Records the lawful way found for late business, or takes it back (null). */
export function recordRoute(
  register: Register,
  command: Command,
  meetingId: string,
  { itemId, route }: { itemId: string; route: ItemRoute | null },
) {
  return buildAgenda(register, command, meetingId, (was) => ({
    record: build.setRoute(was, itemId, route),
    event: route === null ? 'route taken back' : 'route recorded',
    reason: route?.reason ?? null,
    // Whoever chairs is told of it; they answer on the page of the agenda.
    outbox: route === null ? [] : [{ topic: 'urgency-asked', recordId: itemId, word: route.askedOn }],
  }));
}

/** The chair is asked to agree the agenda. */
export function askChairToAgree(register: Register, command: Command, meetingId: string) {
  return buildAgenda(register, command, meetingId, (was) => ({
    record: build.askChair(was, command.today),
    event: 'chair asked to agree',
    outbox: [{ topic: 'chair-asked', recordId: meetingId, word: command.today }],
  }));
}

/** The chair's answers: to the agenda (null leaves it), and to each item asked about as urgent. */
export type ChairsAnswer = {
  agenda: { answer: 'agreed' | 'question'; said: string | null } | null;
  urgent: readonly { itemId: string; minded: boolean }[];
};

/** What the public reads of late business follows the chair's answer, and nothing else of the agenda goes out with it. */
async function answersInPublic(register: Register, agenda: Agenda, at: string): Promise<Write[]> {
  const { table } = register;
  const now = await shownNow(table, agenda.id);
  const face = now && (await snapshotNamed(table, now.snapshot));
  if (!now || !face) return [];
  const after = withAnswers(face, agenda);
  const snapshot = nameOfSnapshot(after);
  if (snapshot === now.snapshot) return [];
  await laySnapshot(table, snapshot, after);
  return pointTo(after.sitting, { snapshot, at: at > now.at ? at : now.at });
}

/** The chair agrees or has a question, and says of what is urgent whether they are minded to take it. */
export function answerChair(register: Register, command: Command, meetingId: string, answer: ChairsAnswer) {
  return buildAgenda(register, command, meetingId, async (was) => {
    const asked = answer.agenda === null ? was : build.answerAsChair(was, answer.agenda, command.today);
    const record = answer.urgent.reduce(
      (agenda, { itemId, minded }) => build.answerUrgency(agenda, itemId, minded),
      asked,
    );
    const event = answer.agenda === null ? 'chair answered about urgency' : `chair: ${answer.agenda.answer}`;
    const also = answer.urgent.length > 0 ? await answersInPublic(register, record, command.at) : [];
    return { record, event, reason: answer.agenda?.said ?? null, also };
  });
}

/**
 * The meeting itself is convened afresh, at shorter notice: what is published from that day is in time for it. For
 * bodies whose law allows it: LGA 1972 ss.100A(6)(a), 100B(3); never a full council.
 */
export function reconveneMeeting(
  register: Register,
  command: Command,
  meetingId: string,
  { on, reason }: { on: Day; reason: string },
) {
  return runCommand(register, command.commandId, async () => {
    const was = await get(register, meetings, meetingId);
    if (command.version !== undefined && command.version !== was.version) throw new VersionConflict([meetingId]);
    const record = { ...was.record, convenedOn: on };
    return {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { id: meetingId, event: 'convened at shorter notice' },
      changes: [change(meetings, { was, record, event: 'convened at shorter notice', reason })],
    };
  });
}
