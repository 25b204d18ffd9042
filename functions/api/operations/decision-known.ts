import type { Subject } from '../../../shared/domain/access/access.ts';
import type { Decision } from '../../../shared/domain/decisions/decision.ts';
import { everyCouncillorMayRead } from '../../../shared/domain/decisions/who-may.ts';
import { decisions } from '../../../shared/store/decisions.ts';
import { NotFound } from '../../../shared/store/errors.ts';
import { get, type Versioned } from '../../../shared/store/record-kind.ts';
import type { Caller } from '../operation.ts';

/** Whoever decides is the owner of the decision. */
export const subjectOf = ({ bodyId, accessClass, decidedBy }: Decision): Subject => ({
  bodyId,
  accessClass,
  ownerIds: decidedBy.personId === null ? [] : [decidedBy.personId],
});

/** Before it is published those who work on it know of it; afterwards everybody, unless it is private business. */
export function knowsDecision({ may, person }: Pick<Caller, 'may' | 'person'>, one: Decision): boolean {
  if (one.published === null) return may('decision.record', subjectOf(one));
  if (one.accessClass !== 'private') return true;
  return (
    may('decision.see', subjectOf(one)) || (person.councillor !== null && everyCouncillorMayRead(one.privateReason))
  );
}

type Asking = Pick<Caller, 'may' | 'person' | 'register'> & { param(name: string): string };

/** The decision of the address, for whoever may know of it. Throws `NotFound`. */
export async function decisionKnown(call: Asking): Promise<Versioned<Decision>> {
  const found = await get(call.register, decisions, call.param('decisionId'));
  if (!knowsDecision(call, found.record)) throw new NotFound('decision');
  return found;
}
