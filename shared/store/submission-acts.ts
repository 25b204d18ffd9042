import type { RefusalReason } from '../domain/questions/question-rules.ts';
import {
  type Asking,
  admit,
  answer,
  forget,
  refuse,
  type Submission,
  withdraw,
} from '../domain/questions/submission.ts';
import { TransitionRefused } from '../domain/record.ts';
import { endAsking } from './askings.ts';
import { change, outcomeOf, runCommand } from './commit.ts';
import type { Command } from './commitment-acts.ts';
import { StoreBusy, VersionConflict } from './errors.ts';
import type { OutboxEntry } from './outbox.ts';
import { get, type Register } from './record-kind.ts';
import { addToTally, forgetWrites, keepSaid, submissions, type Tally, tallyOf } from './submissions.ts';

const publicForm = { sort: 'system', part: 'public form' } as const;

/** What the caller decides from what the meeting has so far; `null` when its rules stand against it. */
type Decide<No> = (tally: Tally) => Promise<{ record: Omit<Submission, 'saidDigest'> } | { no: No }>;

const isCancelled = (fault: unknown): boolean =>
  fault instanceof Error && fault.name === 'TransactionCanceledException';

/**
 * Receives a submission whose address has been confirmed: record, history, what was said beside it, the meeting's tally
 * and the end of the wait in one transaction. A second confirmation answers as the first did. Two for the last place at
 * once are taken one after the other: the second is decided anew.
 */
export async function receiveSubmission<No>(
  register: Register,
  { one, at, meetingId }: { one: Asking; at: string; meetingId: string },
  decide: Decide<No>,
): Promise<{ word: 'received' } | { word: 'not-taken'; no: No }> {
  const commandId = `confirm-${one.id}`;
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    if (await outcomeOf(register, commandId)) return { word: 'received' };
    const tally = await tallyOf(register.table, meetingId);
    const decided = await decide(tally);
    if ('no' in decided) return { word: 'not-taken', no: decided.no };
    const { id, forgetOn, sort } = decided.record;
    const { writes, digest } = keepSaid(id, one.said, { secret: one.secret, forgetOn });
    const record = { ...decided.record, saidDigest: digest };
    const added = addToTally(tally, { meetingId, id, sort, email: one.said.email });
    try {
      await runCommand(register, commandId, async () => ({
        commandId,
        actor: publicForm,
        at,
        outcome: { id, state: 'received' },
        changes: [change(submissions, { was: null, record, event: 'received from the public' })],
        also: [endAsking(one.id), added, ...writes],
      }));
      return { word: 'received' };
    } catch (fault) {
      if (!(isCancelled(fault) || fault instanceof VersionConflict)) throw fault;
    }
  }
  throw new StoreBusy('Many are being received at once; nothing was written');
}

type Done = {
  event: string;
  reason?: string | null;
  /** The word of what the asker is told; null when nothing is said. */
  tell: string | null;
  act: (which: Submission, by: { by: string; today: string }) => Submission;
};

async function act(register: Register, command: Command, id: string, done: Done) {
  return runCommand(register, command.commandId, async () => {
    const was = await get(register, submissions, id);
    if (command.version !== undefined && command.version !== was.version) throw new VersionConflict([id]);
    const by = command.actor.sort === 'person' ? command.actor.personId : command.actor.part;
    const record = done.act(was.record, { by, today: command.today });
    const outbox: OutboxEntry[] =
      done.tell === null || was.record.forgotten
        ? []
        : [{ topic: 'submission-decided', recordId: id, word: `${done.tell}/${was.version + 1}` }];
    return {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { id, state: record.state },
      changes: [change(submissions, { was, record, event: done.event, reason: done.reason ?? null })],
      outbox,
    };
  });
}

/** It will be put at the meeting; the asker is told. Throws `TransitionRefused` or `VersionConflict`. */
export function admitSubmission(register: Register, command: Command, id: string) {
  return act(register, command, id, { event: 'admitted', tell: 'admitted', act: admit });
}

/** It will not be put, and why; the asker is told. Throws `TransitionRefused` or `VersionConflict`. */
export function refuseSubmission(
  register: Register,
  command: Command,
  id: string,
  { reason, why }: { reason: RefusalReason; why: string },
) {
  return act(register, command, id, {
    event: `refused: ${reason}`,
    reason: why,
    tell: 'refused',
    act: (which, by) => refuse(which, by, { reason, why }),
  });
}

/** The reply is recorded; the asker is told. Throws `TransitionRefused` or `VersionConflict`. */
export function answerSubmission(register: Register, command: Command, id: string, text: string) {
  return act(register, command, id, {
    event: 'reply recorded',
    tell: 'answered',
    act: (which, by) => answer(which, by, text),
  });
}

/** The asker has taken it back, as the secretary heard. Throws `TransitionRefused` or `VersionConflict`. */
export function withdrawSubmission(register: Register, command: Command, id: string, reason: string) {
  return act(register, command, id, { event: 'withdrawn by the asker', reason, tell: null, act: withdraw });
}

/**
 * The asker takes it back by their link: nobody else has it. 'over' when it can no longer be taken back. Somebody who
 * decides at the same moment is waited for.
 */
export async function takeBackSubmission(
  register: Register,
  { at, today }: { at: string; today: string },
  id: string,
): Promise<'withdrawn' | 'over'> {
  const commandId = `take-back-${id}`;
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    try {
      await act(register, { commandId, actor: publicForm, at, today }, id, {
        event: 'withdrawn by the asker',
        reason: null,
        tell: null,
        act: withdraw,
      });
      return 'withdrawn';
    } catch (fault) {
      if (fault instanceof TransitionRefused) return 'over';
      if (!(fault instanceof VersionConflict)) throw fault;
    }
  }
  throw new StoreBusy('Many act on it at once; nothing was written');
}

/** Deletes what the asker wrote, once its time is over. The act stays on the record; doing it twice is the same as once. */
export async function forgetSubmission(register: Register, { at, today }: { at: string; today: string }, id: string) {
  const commandId = `forget-${id}`;
  return runCommand(register, commandId, async () => {
    const was = await get(register, submissions, id);
    return {
      commandId,
      actor: { sort: 'system', part: 'daily round' },
      at,
      outcome: { id, forgotten: today },
      changes: [change(submissions, { was, record: forget(was.record), event: 'what the asker wrote was deleted' })],
      also: forgetWrites(was.record),
    };
  });
}
