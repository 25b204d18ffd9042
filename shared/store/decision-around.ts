import type { Membership, Role } from '../domain/bodies/membership.ts';
import { heldOn } from '../domain/bodies/membership.ts';
import { type Day, londonDay } from '../domain/calendar/day.ts';
import type { CallInRequest } from '../domain/decisions/call-in-request.ts';
import type { Facts } from '../domain/decisions/call-in-validity.ts';
import type { Decision } from '../domain/decisions/decision.ts';
import { type Window, windowOf } from '../domain/decisions/standing.ts';
import { type BodyContext, bodyContext } from './body-context.ts';
import { callInsOf, decisions } from './decisions.ts';
import { everybody, membershipsOf, people } from './people.ts';
import { get, getMany, type Register, type Versioned } from './record-kind.ts';

/** A decision with the body whose rules it goes by, its window, and what was asked about it. */
export type DecisionAround = Versioned<Decision> & {
  context: BodyContext;
  /** Null while it is not published or cannot be called in. */
  window: Window | null;
  requests: Versioned<CallInRequest>[];
};

/** The window of a decision by the rules in force where it is; null while it is not published or cannot be called in. */
export function windowIn(
  decision: Decision,
  { procedure, calendar }: Pick<BodyContext, 'procedure' | 'calendar'>,
): Window | null {
  const { callIn, closeTime } = procedure;
  if (decision.published === null || decision.callIn.sort === 'waived' || callIn === null) return null;
  return windowOf(decision.published.at, { callIn, closeTime, calendar });
}

/** The body as it stands for a decision: by the rules of the day on which it was published, or of today. */
export function contextOf(register: Register, { bodyId, published }: Decision, today: Day): Promise<BodyContext> {
  return bodyContext(register, bodyId, published === null ? today : londonDay(published.at));
}

type Read = Omit<DecisionAround, 'context' | 'window'>;

async function decisionAndRequests(register: Register, id: string): Promise<Read> {
  const [found, requests] = await Promise.all([get(register, decisions, id), callInsOf(register, id)]);
  return { ...found, requests };
}

const within = (read: Read, context: BodyContext): DecisionAround => ({
  ...read,
  context,
  window: windowIn(read.record, context),
});

/** Reads a decision with what decides how it stands. Throws `NotFound`. */
export async function decisionAround(register: Register, id: string, today: Day): Promise<DecisionAround> {
  const read = await decisionAndRequests(register, id);
  return within(read, await contextOf(register, read.record, today));
}

/** The same, and the names of everybody, in the same two round trips: for the page of a decision. */
export async function decisionWithNames(
  register: Register,
  id: string,
  today: Day,
): Promise<{ around: DecisionAround; names: ReadonlyMap<string, string> }> {
  const read = await decisionAndRequests(register, id);
  const [context, persons] = await Promise.all([contextOf(register, read.record, today), everybody(register)]);
  return { around: within(read, context), names: new Map(persons.map(({ record }) => [record.id, record.name])) };
}

const seated: readonly Role[] = ['chair', 'vice-chair', 'member'];

const sits = (held: readonly Membership[], personId: string, roles: readonly Role[], today: Day): boolean =>
  held.some((one) => one.personId === personId && roles.includes(one.role) && heldOn(one, today));

/** Does this person sit on the executive whose decision it is? */
export function ofExecutive({ body, memberships }: BodyContext, personId: string, today: Day): boolean {
  const own = memberships.filter(({ bodyId }) => bodyId === body.id);
  return sits(own, personId, seated, today);
}

/** What each of these people is that day, as far as call-in asks: a councillor, of the executive, the scrutiny chair. */
export async function signatoryFacts(
  register: Register,
  { context, personIds, today }: { context: BodyContext; personIds: readonly string[]; today: Day },
): Promise<Facts> {
  const heardBy = context.procedure.callIn?.heardBy ?? null;
  const [persons, scrutiny] = await Promise.all([
    getMany(register, people, personIds),
    heardBy === null ? [] : membershipsOf(register, heardBy),
  ]);
  const chairs = scrutiny.map(({ record }) => record);
  return new Map(
    persons.map(({ record: { id, councillor } }) => [
      id,
      {
        councillor: councillor !== null,
        executive: ofExecutive(context, id, today),
        scrutinyChair: sits(chairs, id, ['chair'], today),
      },
    ]),
  );
}
