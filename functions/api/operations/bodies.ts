import * as z from 'zod';
import { existsOn } from '../../../shared/domain/bodies/body.ts';
import { heldOn } from '../../../shared/domain/bodies/membership.ts';
import { bodies, everyBody } from '../../../shared/store/bodies.ts';
import { heldBy, membershipsOf, people } from '../../../shared/store/people.ts';
import { get, getMany } from '../../../shared/store/record-kind.ts';
import { type Caller, lists, type Operation, reads } from '../operation.ts';
import { pageOfList, visiblePage } from '../pages.ts';
import { bodyView, membershipView, personView } from '../views.ts';

const none = z.strictObject({});
const byId = ({ id }: { id: string }): string => id;

/** Bodies, who holds what in them, and people. */
export const bodyOperations: readonly Operation<Caller>[] = [
  lists({
    id: 'listBodies',
    path: '/bodies',
    group: 'Bodies and people',
    summary: 'The committees, boards and other bodies that you may read about, by name',
    action: 'plan.see',
    query: z.strictObject({ ended: z.enum(['true', 'false']).default('false').describe('Those that have ended too') }),
    output: bodyView,
    answer: async ({ register, may, today, query, ...paged }) => {
      const all = (await everyBody(register)).map(({ record }) => record);
      const seen = all.filter(
        (one) => may('plan.see', { bodyId: one.id }) && (query.ended === 'true' || existsOn(one, today)),
      );
      return pageOfList(seen, paged, byId);
    },
  }),
  reads({
    id: 'readBody',
    path: '/bodies/{bodyId}',
    group: 'Bodies and people',
    summary: 'One body: what it is, and its first and last days',
    action: 'plan.see',
    query: none,
    output: bodyView,
    answer: async ({ register, demand, param }) => {
      demand('plan.see', { bodyId: param('bodyId') });
      const { record, version } = await get(register, bodies, param('bodyId'));
      return { value: record, version };
    },
  }),
  lists({
    id: 'listMemberships',
    path: '/bodies/{bodyId}/memberships',
    group: 'Bodies and people',
    summary: 'Who holds which role in a body today, and who votes',
    action: 'plan.see',
    query: none,
    output: membershipView,
    answer: async ({ register, demand, today, param, ...paged }) => {
      demand('plan.see', { bodyId: param('bodyId') });
      const [, all] = await Promise.all([
        get(register, bodies, param('bodyId')),
        membershipsOf(register, param('bodyId')),
      ]);
      const { items, next } = pageOfList(
        all.map(({ record }) => record).filter((held) => heldOn(held, today)),
        paged,
        byId,
      );
      const holders = await getMany(
        register,
        people,
        items.map(({ personId }) => personId),
      );
      const names = new Map(holders.map(({ record }) => [record.id, record.name]));
      return { items: items.map((held) => ({ ...held, name: names.get(held.personId) ?? '' })), next };
    },
  }),
  lists({
    id: 'listPeople',
    path: '/people',
    group: 'Bodies and people',
    summary: 'The people entered here, by name: for committee secretaries and administrators',
    action: 'people.see',
    query: z.strictObject({ find: z.string().trim().max(100).optional().describe('Part of a name') }),
    output: personView,
    answer: async ({ register, demand, query, ...paged }) => {
      demand('people.see');
      const asked = (query.find ?? '').toLowerCase();
      const { found, next } = await visiblePage(register, {
        kind: people,
        index: 'gsi1',
        partition: 'PEOPLE',
        keep: ({ name }) => name.toLowerCase().includes(asked),
        ...paged,
      });
      return { items: found.map(({ record }) => record), next };
    },
  }),
  reads({
    id: 'readPerson',
    path: '/people/{personId}',
    group: 'Bodies and people',
    summary: 'One person',
    action: 'people.see',
    query: none,
    output: personView,
    answer: async ({ register, demand, param }) => {
      demand('people.see');
      const { record, version } = await get(register, people, param('personId'));
      return { value: record, version };
    },
  }),
  lists({
    id: 'listMembershipsOfPerson',
    path: '/people/{personId}/memberships',
    group: 'Bodies and people',
    summary: 'What a person holds and has held, in which body and between which days',
    action: 'people.see',
    query: none,
    output: membershipView,
    answer: async ({ register, demand, param, ...paged }) => {
      demand('people.see');
      const [{ record }, held] = await Promise.all([
        get(register, people, param('personId')),
        heldBy(register, param('personId')),
      ]);
      return pageOfList(
        held.map((one) => ({ ...one, name: record.name })),
        paged,
        byId,
      );
    },
  }),
];
