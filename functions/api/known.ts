import type { Action } from '../../shared/domain/access/access.ts';
import type { Commitment } from '../../shared/domain/commitments/commitment.ts';
import { isOverdue } from '../../shared/domain/commitments/commitment.ts';
import { promiseSubject } from '../../shared/domain/commitments/promise-subject.ts';
import type { Person } from '../../shared/domain/people/person.ts';
import type { AccessClass } from '../../shared/domain/record.ts';
import { NotFound } from '../../shared/store/errors.ts';
import type { RecordKind, Versioned } from '../../shared/store/record-kind.ts';
import { find } from '../../shared/store/record-kind.ts';
import type { Caller } from './operation.ts';

type OfABody = { id: string; bodyId: string; accessClass: AccessClass };
type Asking = Pick<Caller, 'may' | 'demand' | 'register' | 'today'>;

/** Which business of a body the caller may know of; private business is left out, never hinted at. */
export function knownTo({ may }: Pick<Caller, 'may'>, action: Action = 'plan.see') {
  return ({ bodyId, accessClass }: Pick<OfABody, 'bodyId' | 'accessClass'>): boolean =>
    may(action, { bodyId, accessClass });
}

/** A record of a body that the caller may read. Throws: of private business that somebody may not know of, `NotFound`. */
export async function readable<T extends OfABody>(
  caller: Asking,
  kind: RecordKind<T>,
  id: string,
  action: Action = 'plan.see',
): Promise<Versioned<T>> {
  const found = await find(caller.register, kind, id);
  if (!found) throw new NotFound(`${kind.type} ${id}`);
  const { bodyId, accessClass } = found.record;
  if (accessClass === 'private' && !caller.may(action, { bodyId, accessClass }))
    throw new NotFound(`${kind.type} ${id}`);
  caller.demand(action, { bodyId, accessClass });
  return found;
}

type Persons = ReadonlyMap<string, Person>;

/** May the caller know of the promise? */
export function knowsPromise(
  { may, today }: Pick<Caller, 'may' | 'today'>,
  promise: Commitment,
  persons: Persons,
): boolean {
  return may('commitment.see', promiseSubject(promise, { persons, today }));
}

/** Lets only those go on who may do that to the promise; of private business others may not know, it is not there. */
export function requirePromise(caller: Asking, action: Action, promise: Commitment, persons: Persons): void {
  if (promise.accessClass === 'private' && !knowsPromise(caller, promise, persons))
    throw new NotFound(`commitment ${promise.id}`);
  caller.demand(action, promiseSubject(promise, { persons, today: caller.today }, action));
}

/** A promise with what can only be said on a day. */
export function promiseSeen(promise: Commitment, today: string) {
  return { ...promise, overdue: isOverdue(promise, today) };
}
