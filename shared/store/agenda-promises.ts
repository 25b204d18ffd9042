import type { Day } from '../domain/calendar/day.ts';
import { type Act, place, unplace } from '../domain/commitments/acts.ts';
import { type Commitment, commitmentTransitions } from '../domain/commitments/commitment.ts';
import { type Change, change } from './commit.ts';
import type { Command } from './commitment-acts.ts';
import { commitments, nextAction } from './commitments.ts';
import { get, type Register } from './record-kind.ts';
import type { Write } from './table.ts';

export type At = { meetingId: string; day: Day };

/** What changes with an item: the promise that it reports on, and when the daily round looks at that next. */
type Moved = { changes: Change[]; also: Write[] };

async function withPromise(
  register: Register,
  command: Command,
  commitmentId: string | null,
  decide: (promise: Commitment, act: Act) => { record: Commitment; event: string; reason?: string } | null,
): Promise<Moved> {
  if (commitmentId === null) return { changes: [], also: [] };
  const was = await get(register, commitments, commitmentId);
  // A promise that has been reported or has ended keeps the place it had.
  if (commitmentTransitions[was.record.state].place === undefined) return { changes: [], also: [] };
  const by = command.actor.sort === 'person' ? command.actor.personId : command.actor.part;
  const done = decide(was.record, { by, today: command.today });
  if (done === null) return { changes: [], also: [] };
  const { id, chasedFrom } = done.record;
  return {
    changes: [change(commitments, { was, ...done })],
    also: [nextAction(id, chasedFrom === null ? null : command.today)],
  };
}

/** A promise goes with the item that reports on it: placed on the same meeting, where it can be. */
export function placedWith(
  register: Register,
  command: Command,
  { commitmentId, meetingId, day, reason }: At & { commitmentId: string | null; reason?: string },
): Promise<Moved> {
  return withPromise(register, command, commitmentId, (promise, act) => {
    if (promise.placedOn?.meetingId === meetingId) return null;
    const record = place(promise, act, { id: meetingId, day });
    return { record, event: 'placed on a meeting', ...(reason === undefined ? {} : { reason }) };
  });
}

/** The item leaves the meeting and has no other: the promise is placed there no longer, and waits in the plan. */
export function freedWith(
  register: Register,
  command: Command,
  { commitmentId, meetingId, reason }: Pick<At, 'meetingId'> & { commitmentId: string | null; reason: string },
): Promise<Moved> {
  return withPromise(register, command, commitmentId, (promise, act) =>
    promise.placedOn?.meetingId === meetingId
      ? { record: unplace(promise, act), event: 'taken off the meeting with its item', reason }
      : null,
  );
}
