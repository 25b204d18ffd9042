import * as z from 'zod';
import type { Subject } from '../../../shared/domain/access/access.ts';
import { type Decision, decision } from '../../../shared/domain/decisions/decision.ts';
import { everyCouncillorMayRead, mayDecide } from '../../../shared/domain/decisions/who-may.ts';
import { recordId } from '../../../shared/domain/record.ts';
import { bodies } from '../../../shared/store/bodies.ts';
import { publishDecision, RecordNotWhole, saveDecision } from '../../../shared/store/decision-acts.ts';
import { decisions } from '../../../shared/store/decisions.ts';
import { NotFound } from '../../../shared/store/errors.ts';
import { membershipsOf, people } from '../../../shared/store/people.ts';
import { find, get, type Versioned } from '../../../shared/store/record-kind.ts';
import { type Caller, commands, lists, type Operation, reads } from '../operation.ts';
import { visiblePage } from '../pages.ts';
import { Refused } from '../problems.ts';
import { decisionView } from '../views.ts';

const none = z.strictObject({});

/** Whoever decides is the owner of the decision. */
const subjectOf = ({ bodyId, accessClass, decidedBy }: Decision): Subject => ({
  bodyId,
  accessClass,
  ownerIds: decidedBy.personId === null ? [] : [decidedBy.personId],
});

/** Before it is published those who work on it know of it; afterwards everybody, unless it is private business. */
function knows({ may, person }: Pick<Caller, 'may' | 'person'>, one: Decision): boolean {
  if (one.published === null) return may('decision.record', subjectOf(one));
  if (one.accessClass !== 'private') return true;
  return (
    may('decision.see', subjectOf(one)) || (person.councillor !== null && everyCouncillorMayRead(one.privateReason))
  );
}

type Asking = Pick<Caller, 'may' | 'person' | 'register'> & { param(name: string): string };

async function known(call: Asking): Promise<Versioned<Decision>> {
  const found = await get(call.register, decisions, call.param('decisionId'));
  if (!knows(call, found.record)) throw new NotFound('decision');
  return found;
}

const written = z.strictObject(decision.shape).pick({
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
});

/** A decision by one person, as it is first recorded. Private business and key-decision routes are entered on its page. */
const begun = written.extend({
  sort: z.enum(['individual', 'officer']),
  decidedBy: z.strictObject({
    personId: recordId,
    role: z.string().trim().max(200),
    delegation: z.string().trim().max(2000),
  }),
});

const wrong = (pointer: string, detail: string) => new Refused('wrong-input', { errors: [{ pointer, detail }] });

async function decisionFrom(call: Caller & { body: z.output<typeof begun> }): Promise<Decision> {
  const { register, today } = call;
  const { decidedBy, ...rest } = call.body;
  const [body, who, held] = await Promise.all([
    find(register, bodies, rest.bodyId),
    find(register, people, decidedBy.personId),
    membershipsOf(register, rest.bodyId),
  ]);
  if (!body) throw wrong('/bodyId', 'No such body');
  const executive = body.record.kind === 'executive';
  const memberships = held.map(({ record }) => record);
  const facts = { memberships, bodyId: rest.bodyId, executive, on: rest.decidedOn ?? today };
  if (!who || !mayDecide(rest.sort, who.record, facts))
    throw wrong('/decidedBy/personId', 'Not somebody who may decide so for that body');
  const record: Decision = {
    ...rest,
    id: call.newId(),
    decidedBy: { ...decidedBy, name: who.record.name },
    keyRoute: null,
    privateReason: null,
    publicWords: null,
    published: null,
    calledInBy: null,
    outcomes: [],
    state: 'draft',
    accessClass: 'internal',
  };
  call.demand('decision.record', subjectOf(record));
  return record;
}

/** Decisions by one member or officer: their record, and its publication. */
export const decisionOperations: readonly Operation<Caller>[] = [
  lists({
    id: 'listDecisions',
    path: '/decisions',
    group: 'Decisions and minutes',
    summary:
      'Decisions by single members and officers that you may know of: those that go on, or those that have ended',
    action: 'decision.see',
    query: z.strictObject({ ended: z.enum(['true', 'false']).default('false').describe('Those that have ended') }),
    output: decisionView,
    answer: async (call) => {
      const { limit, after, register, query } = call;
      const partition = query.ended === 'true' ? 'DECISIONS#ENDED' : 'DECISIONS#OPEN';
      const keep = (one: Decision) => knows(call, one);
      const { found, next } = await visiblePage(register, {
        kind: decisions,
        index: 'gsi1',
        partition,
        keep,
        limit,
        after,
      });
      return { items: found.map(({ record }) => record), next };
    },
  }),
  reads({
    id: 'readDecision',
    path: '/decisions/{decisionId}',
    group: 'Decisions and minutes',
    summary: 'The record of one decision',
    action: 'decision.see',
    query: none,
    output: decisionView,
    answer: async (call) => {
      const { record, version } = await known(call);
      return { value: record, version };
    },
  }),
  commands({
    id: 'recordDecision',
    path: '/decisions',
    group: 'Decisions and minutes',
    summary: 'Begins the record of a decision by a member or an officer; nothing is published yet',
    action: 'decision.record',
    input: begun,
    changes: null,
    answer: async (call) => saveDecision(call.register, { ...call.command, version: 0 }, await decisionFrom(call)),
  }),
  commands({
    id: 'publishDecision',
    path: '/decisions/{decisionId}/publish',
    group: 'Decisions and minutes',
    summary: 'Publishes the record of a decision: from then the call-in window runs, where there is one',
    action: 'decision.publish',
    input: none,
    changes: 'decision',
    answer: async (call) => {
      const { record } = await known(call);
      call.demand('decision.publish', subjectOf(record));
      return publishDecision(call.register, call.command, record.id).catch((fault: unknown) => {
        if (!(fault instanceof RecordNotWhole)) throw fault;
        throw new Refused('not-possible-now', { detail: 'Something in its record is neither filled nor "none"' });
      });
    },
  }),
];
