import type { Action, Subject } from '../access/access.ts';
import type { Person } from '../people/person.ts';
import type { Commitment } from './commitment.ts';
import { answerersOf, ownersSideOf } from './owners-side.ts';

/** What the access table is asked about a promise. `commitment.answer` is for those who owe it, reading is wider. */
export function promiseSubject(
  promise: Commitment,
  { persons, today }: { persons: ReadonlyMap<string, Person>; today: string },
  action?: Action,
): Subject {
  const side = action === 'commitment.answer' ? answerersOf : ownersSideOf;
  const { bodyId, accessClass } = promise;
  return { bodyId, accessClass, ownerIds: side(promise, persons, today) };
}
