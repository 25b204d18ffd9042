import type { CallInRequest } from '../../../shared/domain/decisions/call-in-request.ts';
import { isOpenToCallIn } from '../../../shared/domain/decisions/standing.ts';
import { maySign } from '../../../shared/domain/decisions/who-signs.ts';
import { type RequestAround, requestAround } from '../../../shared/store/call-in-acts.ts';
import { signatoryFacts } from '../../../shared/store/decision-around.ts';
import { NotFound } from '../../../shared/store/errors.ts';
import { everybody } from '../../../shared/store/people.ts';
import type { WebRequest } from '../route.ts';
import { maySeeDecision, subjectOf } from './see-decision.ts';

const isNamed = ({ signatories }: CallInRequest, personId: string): boolean =>
  signatories.some((one) => one.personId === personId);

async function peopleAround(request: WebRequest, { request: { record }, around }: RequestAround) {
  const { register } = request.services;
  const persons = (await everybody(register)).map((one) => one.record);
  const councillors = persons.filter(({ councillor }) => councillor !== null);
  const personIds = [
    ...new Set([...councillors.map(({ id }) => id), ...record.signatories.map((one) => one.personId)]),
  ];
  const facts = await signatoryFacts(register, { context: around.context, personIds, today: request.today });
  return { councillors, facts, names: new Map(persons.map(({ id, name }) => [id, name])) };
}

export type People = Awaited<ReturnType<typeof peopleAround>>;

/** A request as the reader of its page meets it. */
export type Asked = RequestAround & { readonly judges: boolean; readonly people: People };

/**
 * The request, for those who judge, serve the body, decided, asked or are named; and, while the decision can be called in,
 * for every member who may sign it. For nobody else is there such a page.
 */
export async function asked(request: WebRequest): Promise<Asked> {
  const me = request.signedIn().person.id;
  const found = await requestAround(request.services.register, request.params['id'] ?? '', request.today);
  const { record } = found.request;
  const decision = found.around.record;
  if (!maySeeDecision(request, decision)) throw new NotFound(`call-in ${record.id}`);
  const judges = request.may('call-in.judge', { bodyId: record.bodyId, accessClass: record.accessClass });
  const people = await peopleAround(request, found);
  const concerned = judges || request.may('decision.record', subjectOf(decision)) || isNamed(record, me);
  const invited = record.state === 'open' && isOpenToCallIn(decision) && maySign(people.facts, me);
  if (!concerned && !invited) throw new NotFound(`call-in ${record.id}`);
  return { ...found, judges, people };
}

/** Whose signature an officer may still record: those named and not signed, and any other member who counts. */
export function unsigned({ signatories }: CallInRequest, { councillors, facts }: People) {
  const signed = signatories.filter(({ signedAt }) => signedAt !== null).map(({ personId }) => personId);
  return councillors.filter(({ id }) => !signed.includes(id) && facts.get(id)?.executive === false);
}
