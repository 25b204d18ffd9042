import type { Action } from '../../../shared/domain/access/access.ts';
import { type Due, firstDayOf, lastDayOf } from '../../../shared/domain/commitments/commitment.ts';
import { type PromiseAround, promiseAround } from '../../../shared/store/promise-around.ts';
import { requirePromise } from '../known.ts';
import type { Caller } from '../operation.ts';
import { Refused } from '../problems.ts';

type Given = Caller & { param(name: string): string };

/** The promise of the address, once it is known that the caller may do that to it. */
export async function promiseFor(call: Given, action: Action): Promise<PromiseAround> {
  const around = await promiseAround(call.register, call.param('commitmentId'), call.today);
  requirePromise(call, action, around.record, around.persons);
  return around;
}

/** A field that is right by its schema and wrong by what it means. */
export function wrongField(pointer: string, detail: string): Refused {
  return new Refused('wrong-input', { errors: [{ pointer, detail }] });
}

/** A day or a window that is still to come. Throws `Refused`. */
export function stillToCome(due: Due, pointer: string, today: string): Due {
  const [from, to] = [firstDayOf(due), lastDayOf(due)];
  if (from === null || to === null || to < today) throw wrongField(pointer, 'A day that is still to come');
  if (from > to) throw wrongField(`${pointer}/from`, 'A window opens before it closes');
  return due;
}
