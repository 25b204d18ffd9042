import type { Body } from '../../../shared/domain/bodies/body.ts';
import type { Meeting } from '../../../shared/domain/meetings/meeting.ts';
import { hasLeft } from '../../../shared/domain/people/person.ts';
import { isAlreadyLate } from '../../../shared/minutes/promise-answers.ts';
import type { PromiseAnswer, ReadingRecord } from '../../../shared/minutes/reading-record.ts';
import { everyBody } from '../../../shared/store/bodies.ts';
import { NotFound } from '../../../shared/store/errors.ts';
import { meetingsOf } from '../../../shared/store/meetings.ts';
import { everybody } from '../../../shared/store/people.ts';
import { readings } from '../../../shared/store/readings.ts';
import { find, type Versioned } from '../../../shared/store/record-kind.ts';
import type { WebRequest } from '../route.ts';
import type { Known } from './promise-answered.ts';

/** A text being read, with what its answers are chosen from. */
export type ReadingContext = Known & {
  was: Versioned<ReadingRecord>;
  body: Body;
  meetingsOf: (bodyId: string) => readonly Meeting[];
};

/** Of a text that is not theirs nobody learns that it is there. */
export async function readingOf(request: WebRequest): Promise<Versioned<ReadingRecord>> {
  const { params, services } = request;
  const was = await find(services.register, readings, params['id'] ?? '');
  if (!was || !request.may('minutes.read-in', { bodyId: was.record.bodyId })) throw new NotFound('reading');
  return was;
}

/** The reading of the address, for the secretary of its body or their cover. Throws `NotFound`. */
export async function readingContext(request: WebRequest): Promise<ReadingContext> {
  const { register } = request.services;
  const [was, people, bodies] = await Promise.all([readingOf(request), everybody(register), everyBody(register)]);
  const body = bodies.find(({ record }) => record.id === was.record.bodyId)?.record;
  if (!body) throw new NotFound('body');
  const asked = [was.record.bodyId, ...Object.values(was.record.promises).map(({ toBodyId }) => toBodyId)];
  const typed = request.form.names().filter((name) => name.endsWith('-body'));
  const ids = [...new Set([...asked, ...typed.map((name) => request.form.get(name))])];
  const known = ids.filter((id) => bodies.some(({ record }) => record.id === id));
  const meetings = new Map(
    await Promise.all(
      known.map(async (id) => [id, (await meetingsOf(register, id)).map(({ record }) => record)] as const),
    ),
  );
  return {
    was,
    body,
    people: people.map(({ record }) => record).filter((person) => !hasLeft(person, request.today)),
    bodies: bodies.map(({ record }) => record),
    today: request.today,
    meetingsOf: (id) => meetings.get(id) ?? [],
  };
}

/** Is the promise late already, by the meetings of the body it is owed to? */
export function lateIn(context: ReadingContext): (answer: PromiseAnswer) => boolean {
  return (answer) => isAlreadyLate(answer, context.today, context.meetingsOf(answer.toBodyId));
}
