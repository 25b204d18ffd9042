import type { Meeting } from '../domain/meetings/meeting.ts';
import { moved } from '../domain/record.ts';
import { heldByItsMinutes, meetingFromMinutes, meetingOnDay } from '../minutes/meeting-of-reading.ts';
import { type PlannedPart, planParts } from '../minutes/parts.ts';
import { isAlreadyLate } from '../minutes/promise-answers.ts';
import { type PartToEnter, type ReadingRecord, readingTransitions } from '../minutes/reading-record.ts';
import { bodies } from './bodies.ts';
import { type Change, change, runCommand } from './commit.ts';
import type { Command } from './commitment-acts.ts';
import { VersionConflict } from './errors.ts';
import { meetings, meetingsOf, sitting } from './meetings.ts';
import { readings } from './readings.ts';
import { get, getMany, type Register, type Versioned } from './record-kind.ts';
import { takeReferences } from './references.ts';

/** Begins to read a text. Nothing of it is in the register. */
export function beginReading(register: Register, command: Command, record: ReadingRecord) {
  return runCommand(register, command.commandId, async () => ({
    commandId: command.commandId,
    actor: command.actor,
    at: command.at,
    outcome: { id: record.id },
    changes: [change(readings, { was: null, record, event: 'text read' })],
  }));
}

async function looked(register: Register, command: Command, id: string): Promise<Versioned<ReadingRecord>> {
  const was = await get(register, readings, id);
  if (command.version !== undefined && command.version !== was.version) throw new VersionConflict([id]);
  return was;
}

/** Keeps what the secretary has answered so far. Throws `VersionConflict` when somebody else saved first. */
export function saveReading(register: Register, command: Command, record: ReadingRecord) {
  return runCommand(register, command.commandId, async () => {
    const was = await looked(register, command, record.id);
    const state = moved(readingTransitions, was.record.state, 'save');
    return {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { id: record.id, state },
      changes: [change(readings, { was, record: { ...record, state }, event: 'answers saved' })],
    };
  });
}

/** Gives up reading a text: nothing was in the register, so nothing leaves it. */
export function abandonReading(register: Register, command: Command, id: string) {
  return runCommand(register, command.commandId, async () => {
    const was = await looked(register, command, id);
    const state = moved(readingTransitions, was.record.state, 'abandon');
    return {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { id, state },
      changes: [change(readings, { was, record: { ...was.record, state }, event: 'text given up' })],
    };
  });
}

/** The number of each promise, of the body it is owed to, in the year it was made in. */
async function numbered(
  register: Register,
  record: ReadingRecord,
  planned: readonly PlannedPart[],
): Promise<PartToEnter[]> {
  const toBody = (findId: string): string => record.promises[findId]?.toBodyId ?? record.bodyId;
  const all = planned.flatMap(({ promises }) => promises);
  const owedTo = await getMany(
    register,
    bodies,
    all.map(({ findId }) => toBody(findId)),
  );
  const waiting = new Map<string, string[]>();
  for (const { record: body } of owedTo) {
    const count = all.filter(({ findId }) => toBody(findId) === body.id).length;
    waiting.set(body.id, await takeReferences(register.table, body.code, record.meetingDay.slice(2, 4), count));
  }
  const next = (findId: string): string => {
    const reference = waiting.get(toBody(findId))?.shift();
    if (reference === undefined) throw new Error(`Promise ${findId} is owed to a body that does not exist`);
    return reference;
  };
  return planned.map((part) => ({
    ...part,
    promises: part.promises.map((promise) => ({ ...promise, reference: next(promise.findId) })),
  }));
}

type Settled = { meeting: Meeting; changes: Change[]; unique: string[] };

/** The meeting these are the minutes of: the one the register knows, held now if it was not; else a new one. */
function settleMeeting(record: ReadingRecord, all: readonly Versioned<Meeting>[], newId: () => string): Settled {
  const known = all.map((one) => one.record);
  const same = meetingOnDay(known, record.meetingDay);
  const was = all.find((one) => one.record.id === same?.id);
  if (!was) {
    const meeting = meetingFromMinutes(record, newId(), known);
    const event = 'meeting recorded from its minutes';
    return { meeting, changes: [change(meetings, { was: null, record: meeting, event })], unique: [sitting(meeting)] };
  }
  const meeting = heldByItsMinutes(was.record, record);
  const isSame = JSON.stringify(meeting) === JSON.stringify(was.record);
  const event = 'minutes read in';
  return { meeting, changes: isSame ? [] : [change(meetings, { was, record: meeting, event })], unique: [] };
}

async function markLate(register: Register, record: ReadingRecord, today: string): Promise<ReadingRecord['promises']> {
  const toBodies = [...new Set(Object.values(record.promises).map(({ toBodyId }) => toBodyId))];
  const known = new Map(
    await Promise.all(
      toBodies.map(async (id) => [id, (await meetingsOf(register, id)).map((one) => one.record)] as const),
    ),
  );
  return Object.fromEntries(
    Object.entries(record.promises).map(([findId, answer]) => {
      const isLate = isAlreadyLate(answer, today, known.get(answer.toBodyId) ?? []);
      return [findId, { ...answer, late: isLate ? (answer.late ?? 'undecided') : null }];
    }),
  );
}

/**
 * Accepts a text that was checked: the list of what is to be entered, with every id and reference, is recorded in one transaction
 * with the meeting and the entry that has a workflow enter it. Throws `TransitionRefused` or `VersionConflict`.
 */
export function acceptReading(register: Register, command: Command, id: string, newId: () => string) {
  return runCommand(register, command.commandId, async () => {
    const was = await looked(register, command, id);
    const state = moved(readingTransitions, was.record.state, 'accept');
    const [all, promises] = await Promise.all([
      meetingsOf(register, was.record.bodyId),
      markLate(register, was.record, command.today),
    ]);
    const { meeting, changes, unique } = settleMeeting(was.record, all, newId);
    const parts = await numbered(register, was.record, planParts(was.record, newId));
    const by = command.actor.sort === 'person' ? command.actor.personId : null;
    const accepted = { state, promises, parts, acceptedBy: by, acceptedOn: command.today, meetingId: meeting.id };
    return {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { id, state, meetingId: meeting.id },
      changes: [change(readings, { was, record: { ...was.record, ...accepted }, event: 'finds accepted' }), ...changes],
      unique,
      outbox: [{ topic: 'finds-accepted' as const, recordId: id, word: 'accepted' }],
    };
  });
}
