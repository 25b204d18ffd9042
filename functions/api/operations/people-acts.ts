import * as z from 'zod';
import { membership, ORGANISATION } from '../../../shared/domain/bodies/membership.ts';
import { isHeldThere, membershipProblem } from '../../../shared/domain/bodies/membership-rules.ts';
import { type Person, person } from '../../../shared/domain/people/person.ts';
import { faultsOfPerson } from '../../../shared/domain/people/person-faults.ts';
import { bodies } from '../../../shared/store/bodies.ts';
import { NotFound, NotUnique } from '../../../shared/store/errors.ts';
import { heldBy, memberships, people } from '../../../shared/store/people.ts';
import { saveMembership, savePerson } from '../../../shared/store/people-acts.ts';
import { find, get } from '../../../shared/store/record-kind.ts';
import { type Caller, commands, type Operation } from '../operation.ts';
import { Refused } from '../problems.ts';
import { wrongField } from './promise-for.ts';

const manages = { group: 'Administration', action: 'people.manage' } as const;
const entered = z
  .strictObject(person.shape)
  .omit({ id: true, councillor: true })
  .extend({
    councillor: person.shape.councillor.default(null),
  });
const changed = z.strictObject(person.shape).omit({ id: true }).partial();

/** What is right by its schema and wrong by what it means, field by field. Throws `Refused`. */
function requireSound(who: Person): Person {
  const errors = faultsOfPerson(who).map(({ field, word }) => ({ pointer: `/${field}`, detail: sentences[word] }));
  if (errors.length > 0) throw new Refused('wrong-input', { errors });
  return who;
}

const sentences = {
  'confirm-needs-email': 'There is no address to be confirmed',
  'channel-needs-slack': 'Their Slack id is needed to tell them so',
  'manager-is-self': 'Nobody manages themselves',
  'cover-is-self': 'Nobody covers for themselves',
  'absence-ends-first': 'An absence ends after it begins',
} as const;

const heldInput = z
  .strictObject(membership.shape)
  .pick({ bodyId: true, role: true, votes: true, group: true, sitsAs: true, from: true, to: true });
type Held = z.output<typeof heldInput>;

async function requireMembership({ register }: Caller, id: string, personId: string, body: Held) {
  const record = { ...body, id, personId };
  if (body.bodyId !== ORGANISATION && !(await find(register, bodies, body.bodyId)))
    throw wrongField('/bodyId', 'No such body');
  if (!isHeldThere(body.role, body.bodyId)) throw wrongField('/role', 'Not a role that is held there');
  const problem = membershipProblem(await heldBy(register, personId), record);
  if (problem === 'overlaps') throw new Refused('membership-overlaps');
  if (problem !== null) throw wrongField('/to', 'It ends after it begins');
  return record;
}

const addressTaken = (fault: unknown): never => {
  if (fault instanceof NotUnique) throw new Refused('taken', { detail: 'Somebody else has that confirmed address' });
  throw fault;
};

/** People and what they hold, as administrators enter them. */
export const peopleActOperations: readonly Operation<Caller>[] = [
  commands({
    ...manages,
    id: 'enterPerson',
    path: '/people',
    summary: 'An administrator enters a person',
    input: entered,
    changes: null,
    answer: async (call) => {
      call.demand('people.manage');
      const record = requireSound({ ...call.body, id: call.newId() });
      return savePerson(call.register, { ...call.command, version: 0 }, record).catch(addressTaken);
    },
  }),
  commands({
    ...manages,
    id: 'changePerson',
    path: '/people/{personId}',
    summary: 'An administrator changes what is kept of a person; what is not named stays',
    input: changed,
    changes: 'person',
    answer: async (call) => {
      call.demand('people.manage');
      const { record: was } = await get(call.register, people, call.param('personId'));
      const record = requireSound(z.object(person.shape).parse({ ...was, ...call.body }));
      return savePerson(call.register, call.command, record).catch(addressTaken);
    },
  }),
  commands({
    ...manages,
    id: 'beginMembership',
    path: '/people/{personId}/memberships',
    summary: 'An administrator enters that somebody holds a role in a body, or in the organisation, from a day',
    refuses: { overlaps: 'membership-overlaps' },
    input: heldInput,
    changes: null,
    answer: async (call) => {
      call.demand('people.manage');
      const { record } = await get(call.register, people, call.param('personId'));
      const held = await requireMembership(call, call.newId(), record.id, call.body);
      return saveMembership(call.register, { ...call.command, version: 0 }, held);
    },
  }),
  commands({
    ...manages,
    id: 'changeMembership',
    path: '/people/{personId}/memberships/{membershipId}',
    summary: 'An administrator changes the days, the vote or the group of a membership; body and role are what it is',
    refuses: { overlaps: 'membership-overlaps' },
    input: heldInput.omit({ bodyId: true, role: true }),
    changes: 'membership',
    answer: async (call) => {
      call.demand('people.manage');
      const { record: was } = await get(call.register, memberships, call.param('membershipId'));
      if (was.personId !== call.param('personId')) throw new NotFound('membership');
      const { bodyId, role } = was;
      const held = await requireMembership(call, was.id, was.personId, { ...call.body, bodyId, role });
      return saveMembership(call.register, call.command, held);
    },
  }),
];
