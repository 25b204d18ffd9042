import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Membership } from '../domain/bodies/membership.ts';
import { hasLeft, type Person } from '../domain/people/person.ts';
import { personWithMemberships } from '../store/people.ts';
import { personNamedBy, type Session, sessionOf } from '../store/sessions.ts';
import { cookieOf, SESSION } from './cookies.ts';
import type { Services } from './services.ts';

/** Somebody signed in. What they may do comes from the memberships, that day. */
export type Visitor = { person: Person; memberships: readonly Membership[]; session: Session };

/** The cookies of a request by name; the first of each. */
export function readCookies({ cookies = [] }: APIGatewayProxyEventV2): Record<string, string> {
  const pairs = cookies.map((cookie): [string, string] => {
    const at = cookie.indexOf('=');
    return [cookie.slice(0, at).trim(), cookie.slice(at + 1)];
  });
  return Object.fromEntries(pairs.toReversed());
}

/**
 * Who is signed in by these cookies, or null. The session and the person whom the cookie names are read side by side; the
 * session alone decides who it is. `realNow` is security time, in milliseconds.
 */
export async function visitorOf(
  cookies: Readonly<Record<string, string>>,
  { configuration, register, clock, realNow }: Services & { realNow: () => number },
): Promise<Visitor | null> {
  const cookie = cookieOf(cookies, configuration.PUBLIC_ADDRESS, SESSION);
  if (cookie === '') return null;
  const named = personNamedBy(cookie);
  const [session, whoIsNamed] = await Promise.all([
    sessionOf(register.table, cookie, realNow()),
    named === undefined ? undefined : personWithMemberships(register, named),
  ]);
  if (!session) return null;
  const found = session.personId === named ? whoIsNamed : await personWithMemberships(register, session.personId);
  // Whoever has left since they signed in is nobody here.
  if (!found || hasLeft(found.person, clock.today())) return null;
  return { person: found.person, memberships: found.memberships, session };
}
