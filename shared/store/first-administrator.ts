import { type Membership, ORGANISATION } from '../domain/bodies/membership.ts';
import type { Person } from '../domain/people/person.ts';
import { change, runCommand } from './commit.ts';
import { emailEntry, membershipCopy, memberships, people } from './people.ts';
import type { Register } from './record-kind.ts';

const COMMAND = 'first-administrator';
const ID = 'first-administrator';

/**
 * Enters the first administrator, whom the deployment names by address: once, on their first sign-in. Everybody else is
 * invited by an administrator. Returns the person's id; a second time changes nothing.
 */
export async function enterFirstAdministrator(
  register: Register,
  { email, name, at, today }: { email: string; name: string; at: string; today: string },
): Promise<string> {
  const person: Person = {
    id: ID,
    name,
    email,
    emailConfirmed: true,
    slackUserId: null,
    channel: 'email',
    weeklyDay: 1,
    dailyDigest: false,
    jobTitle: 'Administrator',
    directorate: null,
    organisation: null,
    lineManagerId: null,
    accountless: false,
    councillor: null,
    absence: null,
    lastDay: null,
  };
  const held: Membership = {
    id: `${ID}-membership`,
    bodyId: ORGANISATION,
    personId: ID,
    role: 'administrator',
    votes: 'none',
    group: null,
    from: today,
    to: null,
  };
  const { outcome } = await runCommand(register, COMMAND, () =>
    Promise.resolve({
      commandId: COMMAND,
      actor: { sort: 'system', part: 'sign-in' },
      at,
      outcome: { id: ID },
      changes: [
        change(people, { was: null, record: person, event: 'first administrator entered' }),
        change(memberships, { was: null, record: held, event: 'membership begun' }),
      ],
      also: [...emailEntry(person), membershipCopy(held)],
    }),
  );
  return String(outcome['id']);
}
