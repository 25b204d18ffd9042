import { expect, test } from '@jest/globals';
import { type Membership, ORGANISATION, type Role } from '../../../shared/domain/bodies/membership.ts';
import type { Tell, Who } from '../../../shared/domain/messages/milestone.ts';
import { everyRecipient, type PeopleThatDay, recipientsOf } from '../../../shared/domain/messages/recipients.ts';
import type { Person } from '../../../shared/domain/people/person.ts';
import { outOfHospital } from '../../support/reminders.ts';

function aPerson(id: string, overrides: Partial<Person> = {}): Person {
  return {
    id,
    name: id,
    email: `${id}@brackenford.example`,
    emailConfirmed: true,
    slackUserId: null,
    channel: 'email',
    weeklyDay: 1,
    dailyDigest: false,
    jobTitle: null,
    directorate: null,
    organisation: null,
    lineManagerId: null,
    accountless: false,
    councillor: null,
    absence: null,
    lastDay: null,
    ...overrides,
  };
}

const held = (personId: string, role: Role, overrides: Partial<Membership> = {}): Membership => ({
  id: `${personId}-${role}`,
  bodyId: 'hosb',
  personId,
  role,
  votes: 'none',
  group: null,
  from: '2018-05-17',
  to: null,
  ...overrides,
});

const everyone: readonly Person[] = [
  aPerson('owen-sandpiper', { lineManagerId: 'leena-plover' }),
  aPerson('leena-plover', {
    lineManagerId: 'ruth-avocet',
    absence: { from: '2019-04-15', to: '2019-04-26', coverId: 'colin-turnstone' },
  }),
  aPerson('colin-turnstone'),
  aPerson('ruth-avocet'),
  aPerson('maya-lapwing'),
  aPerson('tom-dunnock'),
  aPerson('jay-fulmar'),
  aPerson('rowan-kestrel'),
  aPerson('farida-linnet'),
  aPerson('nia-redstart'),
  aPerson('andy-ouzel', { accountless: true, email: 'andy.ouzel@moorland-trust.example' }),
  aPerson('pat-dotterel', { lastDay: '2019-03-31' }),
];
const memberships = [
  held('maya-lapwing', 'secretary'),
  held('tom-dunnock', 'cover-secretary'),
  held('jay-fulmar', 'head-of-democratic-services', { bodyId: ORGANISATION }),
  held('rowan-kestrel', 'chair', { to: '2019-09-30' }),
  held('farida-linnet', 'vice-chair'),
];

const people = (today: string, changes: readonly Person[] = []): PeopleThatDay => ({
  persons: new Map([...everyone, ...changes].map((person) => [person.id, person])),
  memberships,
  today,
});
const told = (who: Who, promise = outOfHospital(), that = people('2019-05-07')) => {
  const { to, notTold } = recipientsOf({ who, how: 'own' }, promise, that);
  return { to: to.map(({ personId, because }) => `${personId} ${because}`), notTold: notTold.map(({ why }) => why) };
};
const owedBy = (personId: string | null, linkOfficerId: string | null = null) =>
  outOfHospital({ owner: { role: 'a role', personId, linkOfficerId, since: '2019-01-08' } });

test('the owner, the line manager and their manager are told', () => {
  expect(told('owner').to).toEqual(['owen-sandpiper is-it']);
  expect(told('line-manager').to).toEqual(['leena-plover is-it']);
  expect(told('their-manager').to).toEqual(['ruth-avocet is-it']);
});

test('C08: during an absence the cover is told too', () => {
  const to = told('line-manager', outOfHospital(), people('2019-04-16')).to;
  expect(to).toEqual(['leena-plover is-it', 'colin-turnstone covers']);
});

test('C02: an outside owner is told at the contact address, with the link officer copied', () => {
  const { to } = recipientsOf({ who: 'owner', how: 'own' }, owedBy('andy-ouzel', 'nia-redstart'), people('2019-04-01'));
  expect(to).toMatchObject([
    { personId: 'andy-ouzel', email: 'andy.ouzel@moorland-trust.example', copyTo: 'nia-redstart@brackenford.example' },
  ]);
});

test('an outside owner without a contact is chased through the link officer', () => {
  const without = people('2019-04-01', [aPerson('andy-ouzel', { accountless: true, email: null })]);
  expect(told('owner', owedBy('andy-ouzel', 'nia-redstart'), without).to).toEqual([
    'nia-redstart link-officer-instead',
  ]);
  const named = owedBy(null, 'nia-redstart');
  expect(told('owner', named).to).toEqual(['nia-redstart link-officer-instead']);
});

test('C14: where nobody holds the role the secretary is told, and that it is vacant', () => {
  expect(told('owner', owedBy(null))).toEqual({ to: ['maya-lapwing role-is-vacant'], notTold: ['nobody-holds-it'] });
  expect(told('owner', outOfHospital({ owner: null })).to).toEqual(['maya-lapwing role-is-vacant']);
});

test('C15: what a leaver owed goes to the secretary', () => {
  expect(told('owner', owedBy('pat-dotterel'), people('2019-03-31')).to).toEqual(['pat-dotterel is-it']);
  expect(told('owner', owedBy('pat-dotterel'), people('2019-04-01')).to).toEqual(['maya-lapwing owner-has-left']);
});

test('nobody gets a message on a name alone: an unconfirmed address is not written to', () => {
  const unconfirmed = people('2019-04-15', [aPerson('owen-sandpiper', { emailConfirmed: false })]);
  expect(told('owner', outOfHospital(), unconfirmed)).toEqual({
    to: ['maya-lapwing no-confirmed-address'],
    notTold: ['no-confirmed-address'],
  });
});

test('the chair that day is told; while the chair is vacant, the vice-chair', () => {
  expect(told('chair', outOfHospital(), people('2019-09-30')).to).toEqual(['rowan-kestrel is-it']);
  expect(told('chair', outOfHospital(), people('2019-10-18')).to).toEqual(['farida-linnet chair-is-vacant']);
});

test('without a secretary the cover is told, and without a cover the head of democratic services', () => {
  const without = (role: Role) => ({
    ...people('2019-05-07'),
    memberships: memberships.filter((each) => each.role !== 'secretary' && each.role !== role),
  });
  expect(told('secretary', outOfHospital(), without('secretary')).to).toEqual(['tom-dunnock secretary-is-vacant']);
  expect(told('secretary', outOfHospital(), without('cover-secretary')).to).toEqual(['jay-fulmar secretary-is-vacant']);
});

test('the person who has just acted is never told about it', () => {
  const that = { ...people('2019-05-07'), justActed: new Set(['owen-sandpiper']) };
  expect(told('owner', outOfHospital(), that)).toEqual({ to: [], notTold: ['has-just-acted'] });
});

test('a person reached in two capacities is told once, in the stronger way', () => {
  const both = owedBy('maya-lapwing');
  const tells: readonly Tell[] = [
    { who: 'secretary', how: 'digest' },
    { who: 'owner', how: 'own', urgent: true },
  ];
  const { to } = everyRecipient(tells, both, people('2019-05-07'));
  expect(to).toMatchObject([{ personId: 'maya-lapwing', as: 'owner', how: 'own', urgent: true }]);
});

test('each person is told by the channels that person chose', () => {
  const that = people('2019-05-07', [aPerson('owen-sandpiper', { channel: 'both', slackUserId: 'U0OWEN' })]);
  const { to } = recipientsOf({ who: 'owner', how: 'own' }, outOfHospital(), that);
  expect(to[0]).toMatchObject({ by: ['email', 'slack'], slackUserId: 'U0OWEN' });
});
