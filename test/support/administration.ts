import type { Body } from '../../shared/domain/bodies/body.ts';
import type { Membership } from '../../shared/domain/bodies/membership.ts';
import type { Meeting } from '../../shared/domain/meetings/meeting.ts';
import type { Person } from '../../shared/domain/people/person.ts';
import { bodies } from '../../shared/store/bodies.ts';
import { change, commit } from '../../shared/store/commit.ts';
import { meetings } from '../../shared/store/meetings.ts';
import { emailEntry, membershipCopy, memberships, people } from '../../shared/store/people.ts';
import type { Register } from '../../shared/store/record-kind.ts';

/** A person of the demonstration with overrides. */
export function aPerson(overrides: Partial<Person> & Pick<Person, 'id' | 'name'>): Person {
  return {
    email: `${overrides.id}@brackenford.example`,
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

const system = { sort: 'system', part: 'test' } as const;
const at = '2019-04-01T09:00:00.000Z';

/** A role held since 2018, with overrides. */
export function aMembership(overrides: Partial<Membership> & Pick<Membership, 'personId' | 'role'>): Membership {
  const bodyId = overrides.bodyId ?? 'hosb';
  return {
    id: `${overrides.personId}-${overrides.role}-${bodyId}`,
    bodyId,
    votes: 'none',
    group: null,
    from: '2018-01-01',
    to: null,
    ...overrides,
  };
}

type Given = {
  people?: readonly Person[];
  bodies?: readonly Body[];
  memberships?: readonly Membership[];
  meetings?: readonly Meeting[];
};

/** Puts records into a test register, each by a command of its own. */
export async function enterAll(register: Register, given: Given): Promise<void> {
  const event = 'entered';
  for (const record of given.people ?? [])
    await commit(register, {
      commandId: `enter-person-${record.id}`,
      actor: system,
      at,
      outcome: {},
      changes: [change(people, { was: null, record, event })],
      also: emailEntry(record),
    });
  for (const record of given.bodies ?? [])
    await commit(register, {
      commandId: `enter-body-${record.id}`,
      actor: system,
      at,
      outcome: {},
      changes: [change(bodies, { was: null, record, event })],
      unique: [`body code ${record.code}`],
    });
  for (const record of given.memberships ?? [])
    await commit(register, {
      commandId: `enter-membership-${record.id}`,
      actor: system,
      at,
      outcome: {},
      changes: [change(memberships, { was: null, record, event })],
      also: [membershipCopy(record)],
    });
  for (const record of given.meetings ?? [])
    await commit(register, {
      commandId: `enter-meeting-${record.id}`,
      actor: system,
      at,
      outcome: {},
      changes: [change(meetings, { was: null, record, event })],
    });
}

/** Sol, administrator; Maya, secretary of the board; Owen, who owes; Ruth, a second administrator. */
export const officers: readonly Person[] = [
  aPerson({ id: 'sol-administrator', name: 'Sol Administrator', jobTitle: 'administrator' }),
  aPerson({ id: 'ruth-avocet', name: 'Ruth Avocet', jobTitle: 'chief executive' }),
  aPerson({ id: 'maya-lapwing', name: 'Maya Lapwing', jobTitle: 'senior committee secretary' }),
  aPerson({ id: 'owen-sandpiper', name: 'Owen Sandpiper', jobTitle: 'programme manager' }),
];

export const offices: readonly Membership[] = [
  aMembership({ personId: 'sol-administrator', role: 'administrator', bodyId: 'organisation' }),
  aMembership({ personId: 'ruth-avocet', role: 'administrator', bodyId: 'organisation' }),
  aMembership({ personId: 'maya-lapwing', role: 'secretary' }),
];

/** The hidden value of a form field on a page. */
export function hiddenValue(html: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
}
