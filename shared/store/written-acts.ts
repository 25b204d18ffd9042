import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { TransitionRefused } from '../domain/record.ts';
import type { Resolution } from '../domain/resolutions/resolution.ts';
import * as acts from '../domain/written-resolutions/acts.ts';
import {
  electorsOf,
  type NotInWriting,
  notInWriting,
  termsOf,
  type WrongClosing,
  wrongClosing,
} from '../domain/written-resolutions/allowed.ts';
import { writtenInPublic } from '../domain/written-resolutions/in-public.ts';
import { nextLookOn } from '../domain/written-resolutions/reminders.ts';
import type { Given, Vote } from '../domain/written-resolutions/vote.ts';
import type { Asked, WrittenResolution } from '../domain/written-resolutions/written-resolution.ts';
import { bodies } from './bodies.ts';
import { type BodyContext, bodyContext } from './body-context.ts';
import { resolutions } from './business.ts';
import { type Change, type Commit, change, runCommand } from './commit.ts';
import type { Command } from './commitment-acts.ts';
import { StoreBusy, VersionConflict } from './errors.ts';
import { memberships, people } from './people.ts';
import { personsById } from './promise-around.ts';
import { showWritten } from './published-written.ts';
import { find, get, getMany, type Register, type Versioned } from './record-kind.ts';
import type { Write } from './table.ts';
import { nextLook, voteCopy, voteIdOf, votes, votesOn, writtenResolutions } from './written-resolutions.ts';

/** Members may all answer in the same second: each waits for those before it, longer each time, some ten seconds in all. */
const MOST_ATTEMPTS = 25;
const LONGER_EACH_TIME = 60; // milliseconds

/** Why it cannot be put to the members. */
export type WhyNotPut = NotInWriting | WrongClosing | 'nobody-votes';

/** It cannot be put as it is; nothing was written. */
export class PutRefused extends TransitionRefused {
  override name = 'PutRefused';
  readonly why: WhyNotPut;
  constructor(state: string, why: WhyNotPut) {
    super(state, 'put');
    this.why = why;
  }
}

const actBy = ({ actor, at, today }: Command): acts.Act => ({
  by: actor.sort === 'person' ? actor.personId : actor.part,
  at,
  today,
});

async function lookedAt(register: Register, command: Command, id: string): Promise<Versioned<WrittenResolution>> {
  const was = await get(register, writtenResolutions, id);
  if (command.version !== undefined && command.version !== was.version) throw new VersionConflict([id]);
  return was;
}

type Done = Pick<Commit, 'changes'> &
  Partial<Pick<Commit, 'outbox' | 'also' | 'attempt'>> & { record: WrittenResolution };

const commitOf = (command: Command, { record, ...rest }: Done): Commit => ({
  commandId: command.commandId,
  actor: command.actor,
  at: command.at,
  outcome: { id: record.id, state: record.state },
  ...rest,
});

/** The secretary drafts a decision in writing; nobody is asked yet. */
export function draftWritten(register: Register, command: Command, typed: Asked, of: { id: string; bodyId: string }) {
  return runCommand(register, command.commandId, async () => {
    const record = acts.draft(typed, of);
    return commitOf(command, {
      record,
      changes: [change(writtenResolutions, { was: null, record, event: 'drafted' })],
    });
  });
}

/** The draft is changed. Throws `VersionConflict`, and `TransitionRefused` once it has been put. */
export function changeWritten(register: Register, command: Command, id: string, typed: Asked) {
  return runCommand(register, command.commandId, async () => {
    const was = await lookedAt(register, command, id);
    const record = acts.changeDraft(was.record, typed);
    return commitOf(command, {
      record,
      changes: [change(writtenResolutions, { was, record, event: 'draft changed' })],
    });
  });
}

/** Who would be asked if it were put that day. The index finds the seats; the records say who holds them. */
export async function electorsNow(register: Register, { body, memberships: listed }: BodyContext, today: string) {
  const ids = listed.filter(({ bodyId }) => bodyId === body.id).map(({ id }) => id);
  const [held, persons] = await Promise.all([getMany(register, memberships, ids), personsById(register)]);
  return electorsOf(
    held.map(({ record }) => record),
    { bodyId: body.id, today, persons },
  );
}

/**
 * It is put to the members at the chair's request, under the rules of that day. Throws `PutRefused` with the reason,
 * `VersionConflict`, or `TransitionRefused` when it has been put already.
 */
export function putWritten(register: Register, command: Command, id: string) {
  return runCommand(register, command.commandId, async () => {
    const was = await lookedAt(register, command, id);
    const { today, at: now } = command;
    const context = await bodyContext(register, was.record.bodyId, today);
    const { body, procedure, calendar } = context;
    const terms = termsOf(body.kind, procedure);
    const refuse = (why: WhyNotPut) => new PutRefused(was.record.state, why);
    if (terms === null) throw refuse(notInWriting(body.kind, procedure) ?? 'not-in-its-procedure');
    const electors = await electorsNow(register, context, today);
    if (electors.length === 0) throw refuse('nobody-votes');
    const record = acts.put(was.record, actBy(command), { terms, electors });
    const wrong = wrongClosing(record.closes, { now, today, rules: terms, calendar });
    if (wrong !== null) throw refuse(wrong);
    return commitOf(command, {
      record,
      changes: [change(writtenResolutions, { was, record, event: 'put to the members' })],
      outbox: [{ topic: 'written-resolution-put', recordId: id, word: 'put' }],
      also: [nextLook(id, nextLookOn(record, today, calendar))],
    });
  });
}

const passed = (record: WrittenResolution, cast: readonly Vote[]): Resolution[] =>
  record.resolutionId === null || record.ended === null
    ? []
    : [
        {
          id: record.resolutionId,
          bodyId: record.bodyId,
          meetingId: null,
          itemId: null,
          minuteId: null,
          resolvedOn: record.ended.on,
          limbs: record.parts.map((part) => ({ ...part, outcome: 'approved' as const })),
          writtenResolutionId: record.id,
          votes: acts.votesForRecord(record, cast),
          published: false,
          accessClass: record.accessClass,
        },
      ];

/** What the public reads of it, where the body is shown and the business is not private. */
async function inPublic(register: Register, record: WrittenResolution, cast: readonly Vote[]): Promise<Write[]> {
  if (record.accessClass === 'private') return [];
  const [{ record: body }, persons] = await Promise.all([
    get(register, bodies, record.bodyId),
    getMany(
      register,
      people,
      (record.put?.electors ?? []).map(({ personId }) => personId),
    ),
  ]);
  if (!body.published) return [];
  const names = new Map(persons.map(({ record: { id, name } }) => [id, name]));
  const shown = writtenInPublic(record, cast, { bodyName: body.name, names });
  return shown === null ? [] : showWritten(shown);
}

/** Everything that an ending brings with it, in the same transaction: the resolution, the telling, the public result. */
async function endingOf(register: Register, record: WrittenResolution, cast: readonly Vote[]) {
  if (record.ended === null) return { changes: [], outbox: [], also: [] };
  const resolved = passed(record, cast).map((one): Change => {
    return change(resolutions, { was: null, record: one, event: 'resolution passed in writing' });
  });
  return {
    changes: resolved,
    outbox: [{ topic: 'written-resolution-ended' as const, recordId: record.id, word: record.state }],
    also: [nextLook(record.id, null), ...(await inPublic(register, record, cast))],
  };
}

const eventOf = ({ state }: WrittenResolution): string =>
  ({
    draft: 'drafted',
    put: 'answer taken',
    carried: 'carried',
    lost: 'lost',
    lapsed: 'lapsed',
    'meeting-required': 'meeting required',
    withdrawn: 'withdrawn',
  })[state];

async function decideAnswer(register: Register, command: Command, { id, given }: { id: string; given: Given }) {
  const act = actBy(command);
  // The record first: an answer taken after it moves its version on, and this one is then decided afresh.
  const was = await get(register, writtenResolutions, id);
  const voteId = voteIdOf(id, act.by);
  const [others, held] = await Promise.all([votesOn(register, id), find(register, votes, voteId)]);
  const why = acts.whyNotAnswer(was.record, {
    personId: act.by,
    at: act.at,
    held: held?.record.given.answer ?? null,
  });
  if (why !== null) throw new acts.VoteRefused(was.record.state, why);
  const { bodyId, accessClass } = was.record;
  const cast: Vote = {
    id: voteId,
    writtenResolutionId: id,
    bodyId,
    personId: act.by,
    given,
    firstAt: held?.record.firstAt ?? act.at,
    at: act.at,
    accessClass,
  };
  const all = [...others.filter(({ personId }) => personId !== act.by), cast];
  const record = acts.takeAnswer(was.record, act, all);
  const ending = await endingOf(register, record, all);
  return {
    record,
    changes: [
      change(writtenResolutions, { was, record, event: eventOf(record) }),
      change(votes, { was: held ?? null, record: cast, event: held ? 'answer changed' : 'answered' }),
      ...ending.changes,
    ],
    outbox: ending.outbox,
    also: [voteCopy(cast), ...ending.also],
  };
}

/**
 * A member answers, or answers again while it is open. When the answer decides it, the ending and the resolution are in
 * the same transaction. Answers of others at the same moment are waited for. Throws `VoteRefused` with the reason.
 */
export async function answerWritten(register: Register, command: Command, id: string, given: Given) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runCommand(register, command.commandId, async () =>
        commitOf(command, { ...(await decideAnswer(register, command, { id, given })), attempt }),
      );
    } catch (fault) {
      if (!(fault instanceof VersionConflict)) throw fault;
      if (attempt === MOST_ATTEMPTS)
        throw new StoreBusy('Too many answers at once; nothing was written', { cause: fault });
      await wait(randomInt(5, LONGER_EACH_TIME * attempt));
    }
  }
}

/**
 * Closes it if its time is up: what the answers come to is written with the resolution, once. Says the state it is in;
 * a decision that is still open, or has ended before, is left as it is. Throws `VersionConflict` when an answer came in.
 */
export async function closeWritten(register: Register, command: Command, id: string): Promise<string> {
  const { outcome } = await runCommand(register, command.commandId, async () => {
    const was = await get(register, writtenResolutions, id);
    const cast = await votesOn(register, id);
    const record = acts.closeAtDeadline(was.record, command, cast);
    if (record === null) throw new TransitionRefused(was.record.state, 'close');
    const ending = await endingOf(register, record, cast);
    const closed = change(writtenResolutions, { was, record, event: eventOf(record) });
    return commitOf(command, { record, ...ending, changes: [closed, ...ending.changes] });
  }).catch(async (fault: unknown) => {
    if (!(fault instanceof TransitionRefused)) throw fault;
    return { outcome: { state: (await get(register, writtenResolutions, id)).record.state } };
  });
  return String(outcome['state']);
}

/** The secretary withdraws it, with the reason. Throws `VersionConflict` or `TransitionRefused`. */
export function withdrawWritten(register: Register, command: Command, id: string, why: string) {
  return runCommand(register, command.commandId, async () => {
    const was = await lookedAt(register, command, id);
    const record = acts.withdraw(was.record, actBy(command), why);
    const ending = await endingOf(register, record, []);
    const withdrawn = change(writtenResolutions, { was, record, event: 'withdrawn', reason: why });
    return commitOf(command, {
      record,
      changes: [withdrawn],
      // Nobody has been asked for a draft, so nobody is told.
      outbox: was.record.put === null ? [] : ending.outbox,
      also: ending.also,
    });
  });
}

/** It is on the agenda of a meeting of the body, to be reported. Throws `TransitionRefused` before it has ended. */
export function reportWritten(
  register: Register,
  command: Command,
  id: string,
  meeting: { meetingId: string; on: string },
) {
  return runCommand(register, command.commandId, async () => {
    const was = await lookedAt(register, command, id);
    const record = acts.report(was.record, meeting);
    return commitOf(command, {
      record,
      changes: [change(writtenResolutions, { was, record, event: 'reported to a meeting' })],
    });
  });
}
