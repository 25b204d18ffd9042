import { expect, test } from '@jest/globals';
import { bodies } from '../../../infra/local/demonstration/bodies.ts';
import { closedDays } from '../../../infra/local/demonstration/closed-days.ts';
import { councillors } from '../../../infra/local/demonstration/councillors.ts';
import { demonstrationDay } from '../../../infra/local/demonstration/demonstration-day.ts';
import { memberships } from '../../../infra/local/demonstration/memberships.ts';
import { people } from '../../../infra/local/demonstration/people.ts';
import { procedures } from '../../../infra/local/demonstration/procedures.ts';
import { programmes } from '../../../infra/local/demonstration/programmes.ts';
import { signInList } from '../../../infra/local/demonstration/sign-in-list.ts';
import { body, planName } from '../../../shared/domain/bodies/body.ts';
import { holdersOf, membership, ORGANISATION } from '../../../shared/domain/bodies/membership.ts';
import { procedure } from '../../../shared/domain/bodies/procedure.ts';
import { closure } from '../../../shared/domain/calendar/bank-holidays.ts';
import { programme } from '../../../shared/domain/meetings/programme.ts';
import { person } from '../../../shared/domain/people/person.ts';

const byId = new Map(people.map((who) => [who.id, who]));

test('every person, body, membership, procedure, programme and closed day is whole', () => {
  for (const who of people) expect(person.safeParse(who).error).toBeUndefined();
  for (const which of bodies) expect(body.safeParse(which).error).toBeUndefined();
  for (const held of memberships) expect(membership.safeParse(held).error).toBeUndefined();
  for (const dated of procedures) expect(procedure.safeParse(dated).error).toBeUndefined();
  for (const pattern of programmes) expect(programme.safeParse(pattern).error).toBeUndefined();
  for (const shut of closedDays) expect(closure.safeParse(shut).error).toBeUndefined();
});

test('ids are used once, and what is pointed at exists', () => {
  for (const records of [people, bodies, memberships, procedures])
    expect(new Set(records.map((record) => record.id)).size).toBe(records.length);
  const bodyIds = new Set([ORGANISATION, ...bodies.map((which) => which.id)]);
  for (const held of memberships) expect([byId.has(held.personId), bodyIds.has(held.bodyId)]).toEqual([true, true]);
  for (const who of people) if (who.lineManagerId !== null) expect(byId.has(who.lineManagerId)).toBe(true);
  for (const which of bodies) if (which.secretaryId !== null) expect(byId.has(which.secretaryId)).toBe(true);
});

test('eleven people may sign in, each a person with that address who holds something', () => {
  expect(signInList).toHaveLength(11);
  for (const { personId, email, name } of signInList) {
    expect(byId.get(personId)).toMatchObject({ email, name, emailConfirmed: true, accountless: false });
    expect(memberships.some((held) => held.personId === personId)).toBe(true);
  }
});

test('every address ends in .example, and is used once', () => {
  for (const who of people) expect(who.email).toMatch(/\.example$/);
  expect(new Set(people.map((who) => who.email)).size).toBe(people.length);
});

test('the council has 24 members in twelve wards of two, and its groups their seats', () => {
  const count = (pick: (of: { ward: string; group: string | null }) => string | null) =>
    Object.fromEntries(
      [...Map.groupBy(councillors, (who) => String(who.councillor && pick(who.councillor)))].map(([key, of]) => [
        key,
        of.length,
      ]),
    );
  expect(councillors).toHaveLength(24);
  expect(Object.values(count((of) => of.ward))).toEqual(Array(12).fill(2));
  expect(count((of) => of.group)).toEqual({
    'Orchard Group': 13,
    'River Group': 8,
    'Independent Alliance': 2,
    null: 1,
  });
});

const voting = (bodyId: string) =>
  memberships.filter(
    (held) => held.bodyId === bodyId && ['chair', 'vice-chair', 'member'].includes(held.role) && held.votes === 'all',
  );

test.each([
  ['council', 24],
  ['cabinet', 6],
  ['hosb', 9],
  ['scc', 9],
  ['hwb', 9],
  ['audit', 7],
  ['partnership', 8],
  ['governing-body', 11],
  ['pccc', 7],
])('%s has %i voting members', (bodyId, seats) => {
  expect(voting(bodyId)).toHaveLength(seats);
  expect(new Set(voting(bodyId).map((held) => held.personId)).size).toBe(seats);
});

test.each([
  ['hosb', [5, 3, 1]],
  ['scc', [5, 3, 1]],
  ['audit', [4, 2, 1]],
])('%s is politically balanced, with one substitute a group', (bodyId, balance) => {
  const seatsOf = (group: string) => voting(bodyId).filter((held) => held.group === group).length;
  expect(['Orchard Group', 'River Group', 'Independent Alliance'].map(seatsOf)).toEqual(balance);
  const substitutes = memberships.filter((held) => held.bodyId === bodyId && held.role === 'substitute');
  expect(new Set(substitutes.map((held) => held.group)).size).toBe(3);
  const members = voting(bodyId).map((held) => held.personId);
  for (const held of substitutes) expect(members).not.toContain(held.personId);
});

test('no member of the cabinet sits on a scrutiny committee', () => {
  const executive = new Set(voting('cabinet').map((held) => held.personId));
  for (const held of [...voting('hosb'), ...voting('scc')]) expect(executive.has(held.personId)).toBe(false);
});

test('the Health O&S Board has its chair, vice-chair, secretary and cover, and the organisation its officers', () => {
  const holder = (bodyId: string, role: Parameters<typeof holdersOf>[2]) =>
    holdersOf(memberships, bodyId, role, demonstrationDay);
  expect(holder('hosb', 'chair')).toEqual(['rowan-kestrel']);
  expect(holder('hosb', 'vice-chair')).toEqual(['farida-linnet']);
  expect(holder('hosb', 'secretary')).toEqual(['maya-lapwing']);
  expect(holder('hosb', 'cover-secretary')).toEqual(['tom-dunnock']);
  expect(holder(ORGANISATION, 'link-officer')).toEqual(['nia-redstart']);
  expect(holder(ORGANISATION, 'administrator')).toEqual(['sol-administrator']);
  expect(holder(ORGANISATION, 'monitoring-officer')).toEqual(['helen-curlew']);
  expect(holder(ORGANISATION, 'staff')).not.toContain('pat-dotterel');
});

test('promises of the two ended bodies pass to their successors', () => {
  const ended = bodies.filter((which) => which.lastDay !== null);
  expect(ended.map((which) => [which.id, which.lastDay, which.successorId])).toEqual([
    ['scrutiny-board-5', '2018-05-16', 'hosb'],
    ['pccg', '2018-03-31', 'pccc'],
  ]);
});

test('two bodies are called executive, and the kind decides what binds them', () => {
  const of = (bodyId: string) => procedures.find((dated) => dated.bodyId === bodyId);
  expect(of('cabinet')?.notice?.statutory).toBe(true);
  expect(of('cabinet')?.routes).not.toContain('chairs-urgency');
  expect(of('partnership')?.notice).toBeNull();
  expect(planName.executive).toBe('forward plan');
});

test('people outside are contacts only and hold no office that answers for a body', () => {
  const outside = people.filter((who) => who.accountless).map((who) => who.id);
  expect(outside).toEqual(['andy-ouzel', 'jo-waxwing']);
  expect(signInList.some(({ personId }) => outside.includes(personId))).toBe(false);
});
