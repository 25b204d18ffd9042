import * as z from 'zod';
import { type Decision, decision } from '../../../shared/domain/decisions/decision.ts';
import { publicationDay } from '../../../shared/domain/decisions/standing.ts';
import { mayDecide } from '../../../shared/domain/decisions/who-may.ts';
import { recordId } from '../../../shared/domain/record.ts';
import { bodies } from '../../../shared/store/bodies.ts';
import { bodyContext } from '../../../shared/store/body-context.ts';
import { keyDecisionNotices } from '../../../shared/store/decisions.ts';
import { membershipsOf, people } from '../../../shared/store/people.ts';
import { find, type Register } from '../../../shared/store/record-kind.ts';
import type { Caller } from '../operation.ts';
import { wrongField } from './promise-for.ts';

const shape = decision.shape;

/** The record of a decision as it is written: first, and anew until it is published. */
export const written = z
  .strictObject(shape)
  .pick({
    bodyId: true,
    title: true,
    decidedOn: true,
    text: true,
    reasons: true,
    alternatives: true,
    conflicts: true,
    dispensation: true,
    report: true,
    backgroundPapers: true,
    key: true,
    callIn: true,
  })
  .extend({
    sort: shape.sort.describe('By one member, by an officer, or by the body itself'),
    decidedBy: z.strictObject({
      personId: recordId.nullable().describe('Null of a decision of the body itself'),
      role: z.string().trim().max(200),
      delegation: z.string().trim().max(2000),
    }),
    keyRoute: shape.keyRoute.default(null).describe('By which lawful way a key decision is made'),
    privateReason: shape.privateReason.default(null),
    publicWords: shape.publicWords.default(null).describe('Of private business: the words that the public may read'),
  });
type Written = z.output<typeof written>;

async function deciderIn({ register, today }: Caller, body: Written, of: { name: string; kind: string }) {
  const { sort, bodyId, decidedBy } = body;
  const executive = of.kind === 'executive';
  if (sort === 'body') return { ...decidedBy, personId: null, role: '', name: of.name };
  if (sort === 'individual' && !executive) throw wrongField('/sort', 'One member decides only for an executive');
  const [who, held] = await Promise.all([
    decidedBy.personId === null ? undefined : find(register, people, decidedBy.personId),
    membershipsOf(register, bodyId),
  ]);
  const facts = { memberships: held.map(({ record }) => record), bodyId, executive, on: body.decidedOn ?? today };
  if (!who || !mayDecide(sort, who.record, facts))
    throw wrongField('/decidedBy/personId', 'Not somebody who may decide so for that body');
  return { ...decidedBy, name: who.record.name };
}

/** The day on which a notice that is named counts as published: not what somebody types. */
async function routeIn(register: Register, route: Decision['keyRoute'], bodyId: string, today: string) {
  if (route?.sort !== 'notice' || route.noticeId === null) return route;
  const notice = await find(register, keyDecisionNotices, route.noticeId);
  if (!notice?.record.published) throw wrongField('/keyRoute/noticeId', 'No notice that is published');
  const { procedure, calendar } = await bodyContext(register, bodyId, today);
  const publishedOn = publicationDay(notice.record.published.at, procedure.closeTime, calendar);
  return { ...route, publishedOn };
}

/** What was sent as a record that is not published. Throws `Refused` naming what is wrong. */
export async function decisionFrom(call: Caller & { body: Written }, id: string): Promise<Decision> {
  const { register, body, today } = call;
  const of = await find(register, bodies, body.bodyId);
  if (!of) throw wrongField('/bodyId', 'No such body');
  const isKey = body.key?.sort === 'key';
  if (isKey && of.record.kind !== 'executive') throw wrongField('/key', 'Only an executive makes key decisions');
  if (body.keyRoute !== null && !isKey) throw wrongField('/keyRoute', 'Only a key decision has one');
  return {
    ...body,
    id,
    decidedBy: await deciderIn(call, body, of.record),
    keyRoute: await routeIn(register, body.keyRoute, body.bodyId, today),
    published: null,
    calledInBy: null,
    outcomes: [],
    state: 'draft',
    accessClass: body.privateReason === null ? 'internal' : 'private',
  };
}
