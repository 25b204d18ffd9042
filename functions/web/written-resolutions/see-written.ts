import type { Body } from '../../../shared/domain/bodies/body.ts';
import type { Person } from '../../../shared/domain/people/person.ts';
import type { Vote } from '../../../shared/domain/written-resolutions/vote.ts';
import type { WrittenResolution } from '../../../shared/domain/written-resolutions/written-resolution.ts';
import { writtenSubject } from '../../../shared/domain/written-resolutions/written-subject.ts';
import { say } from '../../../shared/pages/say.ts';
import { bodies } from '../../../shared/store/bodies.ts';
import { NotFound } from '../../../shared/store/errors.ts';
import { personsById } from '../../../shared/store/promise-around.ts';
import { get } from '../../../shared/store/record-kind.ts';
import { votesOn, writtenResolutions } from '../../../shared/store/written-resolutions.ts';
import { paths } from '../paths.ts';
import type { WebRequest } from '../route.ts';

/** One decision in writing with everything its pages tell. */
export type Around = {
  readonly which: WrittenResolution;
  readonly version: number;
  readonly votes: readonly Vote[];
  readonly body: Body;
  readonly persons: ReadonlyMap<string, Person>;
};

/** May the reader know of it? A draft only those who may put it. */
export function maySeeWritten(request: WebRequest, which: WrittenResolution): boolean {
  const neverPut = which.put === null;
  return request.may(neverPut ? 'written-resolution.put' : 'written-resolution.see', writtenSubject(which));
}

/** Reads it for somebody who may know of it; for everybody else there is no such page. Throws `NotFound`. */
export async function aroundWritten(request: WebRequest): Promise<Around> {
  const { register } = request.services;
  const id = request.params['id'] ?? '';
  request.signedIn();
  const [found, votes, persons] = await Promise.all([
    get(register, writtenResolutions, id),
    votesOn(register, id),
    personsById(register),
  ]);
  if (!maySeeWritten(request, found.record)) throw new NotFound(`written resolution ${id}`);
  const body = await get(register, bodies, found.record.bodyId);
  return { which: found.record, version: found.version, votes, body: body.record, persons };
}

/** Where a page of it is: the list, and the decision itself unless this is its page. */
export function crumbsOf(around?: Around) {
  return [
    { text: say('layout', 'navHome'), href: paths.home() },
    { text: say('written', 'title'), href: paths.writtenResolutions() },
    ...(around ? [{ text: around.which.title, href: paths.writtenResolution(around.which.id) }] : []),
  ];
}

/** A member's name, or what stands for somebody who is not in the register any more. */
export function nameOf({ persons }: Pick<Around, 'persons'>, personId: string): string {
  return persons.get(personId)?.name ?? say('written', 'somebody');
}
