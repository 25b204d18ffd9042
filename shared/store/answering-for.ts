import type { Commitment } from '../domain/commitments/commitment.ts';
import type { Command } from './commitment-acts.ts';

/** A link officer or a cover answers for the owner, and the history says so. */
export function answeringFor(command: Command, { owner }: Pick<Commitment, 'owner'>): Command {
  const { actor } = command;
  const theirs = owner?.personId ?? null;
  if (actor.sort !== 'person' || theirs === null || actor.personId === theirs) return command;
  return { ...command, actor: { ...actor, onBehalfOf: theirs } };
}
