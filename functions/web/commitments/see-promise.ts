import type { Action, Subject } from '../../../shared/domain/access/access.ts';
import type { Commitment } from '../../../shared/domain/commitments/commitment.ts';
import { promiseSubject } from '../../../shared/domain/commitments/promise-subject.ts';
import type { Person } from '../../../shared/domain/people/person.ts';
import { NotFound } from '../../../shared/store/errors.ts';
import type { WebRequest } from '../route.ts';

type Persons = ReadonlyMap<string, Person>;

/** What the access table is asked about a promise. */
export function subjectOf(promise: Commitment, persons: Persons, today: string, action?: Action): Subject {
  return promiseSubject(promise, { persons, today }, action);
}

/** May the reader of this page know of the promise? */
export function maySee({ may, today }: WebRequest, promise: Commitment, persons: Persons): boolean {
  return may('commitment.see', subjectOf(promise, persons, today));
}

/** May they do that to it? */
export function mayDo({ may, today }: WebRequest, action: Action, promise: Commitment, persons: Persons): boolean {
  return may(action, subjectOf(promise, persons, today, action));
}

/**
 * Lets only those go on who may do that to the promise. Of private business somebody may not know, the answer is that
 * there is no such page. Throws `NotFound`, `NotAllowed` or `SignInNeeded`.
 */
export function requireOf(request: WebRequest, action: Action, promise: Commitment, persons: Persons): void {
  if (promise.accessClass === 'private' && request.visitor && !maySee(request, promise, persons))
    throw new NotFound(`commitment ${promise.id}`);
  request.require(action, subjectOf(promise, persons, request.today, action));
}
