import { createHash } from 'node:crypto';

/** A demonstration person offered on the sign-in page. */
export type SignIn = {
  readonly personId: string;
  readonly email: string;
  readonly name: string;
  readonly role: string;
  /** The sentence under the name: the first thing they see. */
  readonly firstThing: string;
};

/** The provider's own name for a person (`sub`): stable, and no address. */
export function subjectOf(person: SignIn): string {
  return createHash('sha256').update(`quorate-demonstration:${person.personId}`).digest('hex').slice(0, 32);
}

/** What the provider says of a person. With `cognito`, also the claims that Amazon Cognito adds. */
export function claimsOf(person: SignIn, cognito: boolean): { sub: string } & Record<string, unknown> {
  const sub = subjectOf(person);
  const claims = { sub, email: person.email, email_verified: true, name: person.name };
  return cognito ? { ...claims, 'cognito:username': sub, 'cognito:groups': ['staff'], token_use: 'id' } : claims;
}
