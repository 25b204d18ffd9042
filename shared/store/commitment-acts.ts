import * as acts from '../domain/commitments/acts.ts';
import type { Commitment, Due, Owner } from '../domain/commitments/commitment.ts';
import type { Actor } from '../domain/history/history-entry.ts';
import { change, runCommand } from './commit.ts';
import { commitments, nextAction } from './commitments.ts';
import { VersionConflict } from './errors.ts';
import type { OutboxEntry } from './outbox.ts';
import { get, type Register } from './record-kind.ts';

/** One person's command, once: its id, who, and both times. `version`, when given, is the one the person looked at. */
export type Command = { commandId: string; actor: Actor; at: string; today: string; version?: number };

type Done = {
  event: string;
  /** The word for the workflow that may wait for an answer; null when nothing waits for this. */
  answer: string | null;
  /** The promise is to be asked about afresh. */
  live?: boolean;
  reason?: string | null;
  act: (promise: Commitment, act: acts.Act) => Commitment;
};

const actedBy = ({ actor }: Command): string => (actor.sort === 'person' ? actor.personId : actor.part);

const outboxOf = (id: string, { answer, live }: Done): OutboxEntry[] => [
  ...(answer === null ? [] : [{ topic: 'commitment-answered' as const, recordId: id, word: answer }]),
  ...(live ? [{ topic: 'commitment-live' as const, recordId: id, word: 'live' }] : []),
];

/**
 * Does one act on a promise: reads it, asks the rule, writes record, history and outbox in one transaction and has the
 * next daily round look at it. Throws `TransitionRefused`, `VersionConflict` or `NotFound`.
 */
async function act(register: Register, command: Command, id: string, done: Done) {
  return runCommand(register, command.commandId, async () => {
    const was = await get(register, commitments, id);
    if (command.version !== undefined && command.version !== was.version) throw new VersionConflict([id]);
    const record = done.act(was.record, { by: actedBy(command), today: command.today });
    return {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { id, state: record.state, event: done.event },
      changes: [change(commitments, { was, record, event: done.event, reason: done.reason ?? null })],
      outbox: outboxOf(id, done),
      also: [nextAction(id, record.chasedFrom === null ? null : command.today)],
    };
  });
}

/** The owner accepts the promise. */
export function acceptPromise(register: Register, command: Command, id: string) {
  return act(register, command, id, { event: 'accepted', answer: 'accepted', act: acts.accept });
}

/** The owner says it is not theirs, and why. */
export function refusePromise(register: Register, command: Command, id: string, reason: string) {
  const refuse = (promise: Commitment, by: acts.Act) => acts.refuse(promise, by, reason);
  return act(register, command, id, { event: 'refused as not mine', answer: 'not-mine', reason, act: refuse });
}

/** The promise passes to a new owner, who is asked afresh. */
export function handOverPromise(
  register: Register,
  command: Command,
  id: string,
  to: Omit<Owner, 'since'> & { reason: string },
) {
  const { reason, ...owner } = to;
  const handOver = (promise: Commitment, by: acts.Act) => acts.handOver(promise, by, owner);
  return act(register, command, id, { event: 'handed over', answer: 'handed-over', live: true, reason, act: handOver });
}

/** The secretary places it on a meeting of the body. */
export function placePromise(register: Register, command: Command, id: string, meeting: { id: string; day: string }) {
  const place = (promise: Commitment, by: acts.Act) => acts.place(promise, by, meeting);
  return act(register, command, id, { event: 'placed on a meeting', answer: null, act: place });
}

/** The owner asks for more time, with a reason. */
export function askMoreTime(register: Register, command: Command, id: string, asked: { wanted: Due; reason: string }) {
  const ask = (promise: Commitment, by: acts.Act) => acts.askMoreTime(promise, by, asked);
  return act(register, command, id, {
    event: 'more time asked for',
    answer: 'more-time',
    reason: asked.reason,
    act: ask,
  });
}

/** More time is agreed or declined; both days are kept. */
export function answerMoreTime(
  register: Register,
  command: Command,
  id: string,
  { answer, reason }: { answer: 'agreed' | 'declined'; reason: string },
) {
  const decide = (promise: Commitment, by: acts.Act) => acts.answerMoreTime(promise, by, answer);
  return act(register, command, id, { event: `more time ${answer}`, answer: null, reason, act: decide });
}

/** The secretary gives it a day. */
export function setPromiseDate(
  register: Register,
  command: Command,
  id: string,
  { due, reason }: { due: Due; reason: string },
) {
  const setDate = (promise: Commitment, by: acts.Act) => acts.setDate(promise, by, due);
  return act(register, command, id, { event: 'given a date', answer: null, live: true, reason, act: setDate });
}

/** The owner says it is done, with evidence. */
export function sayPromiseDone(register: Register, command: Command, id: string, evidence: string) {
  const sayDone = (promise: Commitment, by: acts.Act) => acts.sayDone(promise, by, evidence);
  return act(register, command, id, { event: 'said to be done', answer: 'done', reason: evidence, act: sayDone });
}

/** A line of progress. */
export function addPromiseProgress(register: Register, command: Command, id: string, text: string) {
  const add = (promise: Commitment, by: acts.Act) => acts.addProgress(promise, by, text);
  return act(register, command, id, { event: 'progress noted', answer: null, act: add });
}

/** The report was considered at a meeting. Noted is not closed. */
export function recordPromiseConsidered(register: Register, command: Command, id: string, considered: acts.Considered) {
  const record = (promise: Commitment, by: acts.Act) => acts.recordConsidered(promise, by, considered);
  return act(register, command, id, {
    event: 'report considered',
    answer: 'ended',
    reason: considered.said,
    act: record,
  });
}

/** The committee is satisfied, at a minute. */
export function closePromise(register: Register, command: Command, id: string, minuted: acts.Minuted) {
  const close = (promise: Commitment, by: acts.Act) => acts.closeSatisfied(promise, by, minuted);
  return act(register, command, id, { event: 'closed: the committee is satisfied', answer: 'ended', act: close });
}

/** The committee is not yet satisfied: a new window. */
export function reopenPromise(
  register: Register,
  command: Command,
  id: string,
  { due, reason }: { due: Due; reason: string },
) {
  const again = (promise: Commitment, by: acts.Act) => acts.reopen(promise, by, due);
  return act(register, command, id, {
    event: 'reopened: the committee is not yet satisfied',
    answer: null,
    live: true,
    reason,
    act: again,
  });
}

/** The committee no longer wants it. */
export function withdrawPromise(
  register: Register,
  command: Command,
  id: string,
  why: acts.Minuted & { reason: string },
) {
  const withdraw = (promise: Commitment, by: acts.Act) => acts.noLongerWanted(promise, by, why);
  return act(register, command, id, {
    event: 'withdrawn: no longer wanted',
    answer: 'ended',
    reason: why.reason,
    act: withdraw,
  });
}

/** Kept for the record, never chased. */
export function keepPromiseAsHistory(register: Register, command: Command, id: string, reason: string) {
  const keep = (promise: Commitment, by: acts.Act) => acts.keepAsHistory(promise, by, reason);
  return act(register, command, id, { event: 'kept as history', answer: 'ended', reason, act: keep });
}

/** Chased from today on. */
export function chasePromise(register: Register, command: Command, id: string) {
  return act(register, command, id, { event: 'chased from now', answer: null, live: true, act: acts.chaseFromNow });
}
