import type { Body } from '../domain/bodies/body.ts';
import type { Commitment } from '../domain/commitments/commitment.ts';
import { change, outcomeOf, runCommand } from './commit.ts';
import type { Command } from './commitment-acts.ts';
import { commitments, nextAction } from './commitments.ts';
import type { Register } from './record-kind.ts';
import { takeReferences } from './references.ts';

/** What is recorded by hand; the rest of a new promise follows from it. */
export type NewCommitment = Pick<
  Commitment,
  'id' | 'kind' | 'subject' | 'asSaid' | 'madeOn' | 'source' | 'owner' | 'due' | 'accessClass'
> & {
  /** Chased from today, or not yet: never from the past. */
  chase: boolean;
};

const recordOf = ({ chase, ...made }: NewCommitment, body: Body, reference: string, today: string): Commitment => ({
  ...made,
  reference,
  bodyId: body.id,
  recurs: 'once',
  state: 'open',
  chasedFrom: chase ? today : null,
  acceptance: { state: 'not-asked', on: null },
  placedOn: null,
  doneOn: null,
  progress: [],
  extensions: [],
  reports: [],
  closure: null,
  cycle: 0,
  overdueSince: null,
});

/**
 * Records a promise under the body's next reference, once: a repeat of the command answers with the same. Its reference
 * is of the year in which it was made. Throws `NotUnique` when the reference has been given by other means.
 */
export async function recordCommitment(register: Register, command: Command, body: Body, made: NewCommitment) {
  // Asked before a number is taken, so that a form sent twice leaves no gap.
  const before = await outcomeOf(register, command.commandId);
  if (before) return { outcome: before, replayed: true };
  const [reference = ''] = await takeReferences(register.table, body.code, made.madeOn.slice(2, 4), 1);
  return runCommand(register, command.commandId, async () => {
    const record = recordOf(made, body, reference, command.today);
    return {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { id: record.id, reference },
      changes: [change(commitments, { was: null, record, event: 'recorded' })],
      outbox: made.chase ? [{ topic: 'commitment-live' as const, recordId: record.id, word: 'live' }] : [],
      unique: [`reference ${reference}`],
      also: [nextAction(record.id, made.chase ? command.today : null)],
    };
  });
}
