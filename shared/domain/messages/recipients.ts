import { holdersOf, type Membership, ORGANISATION, type Role } from '../bodies/membership.ts';
import type { Day } from '../calendar/day.ts';
import type { Commitment } from '../commitments/commitment.ts';
import { coverOn, hasLeft, type Person } from '../people/person.ts';
import type { How, Tell, Who } from './milestone.ts';

/** Why this person gets it. */
export const becauses = [
  'is-it',
  'covers',
  'link-officer-instead',
  'role-is-vacant',
  'owner-has-left',
  'chair-is-vacant',
  'secretary-is-vacant',
  'no-confirmed-address',
] as const;
export type Because = (typeof becauses)[number];

/** One person who is to be told, and where. */
export type Recipient = {
  readonly personId: string;
  readonly as: Who;
  readonly how: How;
  readonly urgent: boolean;
  readonly because: Because;
  /** Always confirmed. */
  readonly email: string;
  readonly by: readonly ('email' | 'slack')[];
  readonly slackUserId: string | null;
  /** Address of the inside link officer who gets a copy of a message to an outside owner. */
  readonly copyTo: string | null;
};

export type NotTold = {
  readonly who: Who;
  readonly personId: string | null;
  readonly why: 'no-confirmed-address' | 'has-left' | 'nobody-holds-it' | 'has-just-acted';
};

/** The people as they are that day. */
export type PeopleThatDay = {
  readonly persons: ReadonlyMap<string, Person>;
  readonly memberships: readonly Membership[];
  readonly today: Day;
  /** Those who have just acted on the promise: never told about it by the same act. */
  readonly justActed?: ReadonlySet<string>;
};

type Owed = Pick<Commitment, 'bodyId' | 'owner'>;
type Found = { readonly personId: string; readonly because: Because };
type Search = { readonly found: readonly Found[]; readonly notTold: readonly NotTold[] };

const here = (personId: string, { persons, today }: PeopleThatDay): Person | null => {
  const person = persons.get(personId);
  return person && !hasLeft(person, today) ? person : null;
};

const reachable = (person: Person | null): person is Person & { email: string } =>
  person !== null && person.email !== null && person.emailConfirmed;

function holders(promise: Owed, role: Role, people: PeopleThatDay): readonly string[] {
  return holdersOf(people.memberships, promise.bodyId, role, people.today).filter((id) => here(id, people) !== null);
}

function secretaries(promise: Owed, because: Because, people: PeopleThatDay): readonly Found[] {
  const held = holders(promise, 'secretary', people);
  if (held.length > 0) return held.map((personId) => ({ personId, because }));
  const covering = holders(promise, 'cover-secretary', people);
  const heads = holdersOf(people.memberships, ORGANISATION, 'head-of-democratic-services', people.today);
  const instead = covering.length > 0 ? covering : heads;
  return instead.map((personId) => ({ personId, because: because === 'is-it' ? 'secretary-is-vacant' : because }));
}

function ownerOf(promise: Owed, people: PeopleThatDay): Search {
  const personId = promise.owner?.personId ?? null;
  const linkOfficerId = promise.owner?.linkOfficerId ?? null;
  const toSecretary = (because: Because, why: NotTold['why']): Search => ({
    found: secretaries(promise, because, people),
    notTold: [{ who: 'owner', personId, why }],
  });
  const link = linkOfficerId === null ? null : here(linkOfficerId, people);
  const person = personId === null ? null : here(personId, people);
  if (reachable(person)) return { found: [{ personId: person.id, because: 'is-it' }], notTold: [] };
  if (reachable(link)) return { found: [{ personId: link.id, because: 'link-officer-instead' }], notTold: [] };
  if (personId === null || !people.persons.has(personId)) return toSecretary('role-is-vacant', 'nobody-holds-it');
  if (person === null) return toSecretary('owner-has-left', 'has-left');
  return toSecretary('no-confirmed-address', 'no-confirmed-address');
}

function chairs(promise: Owed, people: PeopleThatDay): readonly Found[] {
  const held = holders(promise, 'chair', people);
  if (held.length > 0) return held.map((personId) => ({ personId, because: 'is-it' }));
  const vice = holders(promise, 'vice-chair', people);
  if (vice.length > 0) return vice.map((personId) => ({ personId, because: 'chair-is-vacant' }));
  return secretaries(promise, 'chair-is-vacant', people);
}

function managers(promise: Owed, levels: 1 | 2, people: PeopleThatDay): readonly Found[] {
  const owner = people.persons.get(promise.owner?.personId ?? '');
  const first = owner?.lineManagerId ?? null;
  const managerId = levels === 1 || first === null ? first : (people.persons.get(first)?.lineManagerId ?? null);
  return managerId === null ? [] : [{ personId: managerId, because: 'is-it' }];
}

function search(who: Who, promise: Owed, people: PeopleThatDay): Search {
  const linkOfficerId = promise.owner?.linkOfficerId ?? null;
  switch (who) {
    case 'owner':
      return ownerOf(promise, people);
    case 'secretary':
      return { found: secretaries(promise, 'is-it', people), notTold: [] };
    case 'chair':
      return { found: chairs(promise, people), notTold: [] };
    case 'line-manager':
      return { found: managers(promise, 1, people), notTold: [] };
    case 'their-manager':
      return { found: managers(promise, 2, people), notTold: [] };
    case 'link-officer':
      return { found: linkOfficerId === null ? [] : [{ personId: linkOfficerId, because: 'is-it' }], notTold: [] };
  }
}

const withCover = (found: readonly Found[], people: PeopleThatDay): readonly Found[] =>
  found.flatMap((each) => {
    const person = here(each.personId, people);
    const coverId = person && coverOn(person, people.today);
    return coverId ? [each, { personId: coverId, because: 'covers' as const }] : [each];
  });

function whyNot(personId: string, people: PeopleThatDay): NotTold['why'] | null {
  if (people.justActed?.has(personId)) return 'has-just-acted';
  const person = here(personId, people);
  if (person === null) return people.persons.has(personId) ? 'has-left' : 'nobody-holds-it';
  return reachable(person) ? null : 'no-confirmed-address';
}

function channelsOf(person: Person): Recipient['by'] {
  if (person.channel === 'both') return ['email', 'slack'];
  return person.channel === 'slack' ? ['slack'] : ['email'];
}

function copyFor(person: Person, promise: Owed, people: PeopleThatDay): string | null {
  const linkOfficerId = promise.owner?.linkOfficerId ?? null;
  if (!person.accountless || linkOfficerId === null) return null;
  const link = here(linkOfficerId, people);
  return reachable(link) ? link.email : null;
}

/**
 * The persons behind one line of a milestone, on the day it is sent: whoever holds the role then, and the cover of
 * somebody absent too. A vacancy, a leaver or somebody without a confirmed address goes to the secretary (an outside
 * owner's to the link officer first); a vacant chair's to the vice-chair. Nobody is told on a name alone.
 */
export function recipientsOf(
  tell: Tell,
  promise: Owed,
  people: PeopleThatDay,
): { readonly to: readonly Recipient[]; readonly notTold: readonly NotTold[] } {
  const { found, notTold } = search(tell.who, promise, people);
  const all = withCover(found, people);
  const refused = all.flatMap(({ personId }) => {
    const why = whyNot(personId, people);
    return why === null ? [] : [{ who: tell.who, personId, why }];
  });
  const none = all.length === 0 ? [{ who: tell.who, personId: null, why: 'nobody-holds-it' as const }] : [];
  const to = all.flatMap(({ personId, because }): readonly Recipient[] => {
    const person = here(personId, people);
    if (!reachable(person) || whyNot(personId, people) !== null) return [];
    const { email, slackUserId } = person;
    const copyTo = copyFor(person, promise, people);
    const how = { as: tell.who, how: tell.how, urgent: tell.urgent === true };
    return [{ personId, ...how, because, email, by: channelsOf(person), slackUserId, copyTo }];
  });
  const seen = new Set<string>();
  const once = to.filter(({ personId }) => !seen.has(personId) && seen.add(personId));
  return { to: once, notTold: [...notTold, ...refused, ...(notTold.length > 0 ? [] : none)] };
}

const strength = (recipient: Recipient): number => (recipient.urgent ? 2 : recipient.how === 'own' ? 1 : 0);

/** The persons behind all the lines of a milestone, each once, in the strongest way. */
export function everyRecipient(
  tells: readonly Tell[],
  promise: Owed,
  people: PeopleThatDay,
): { readonly to: readonly Recipient[]; readonly notTold: readonly NotTold[] } {
  const all = tells.map((tell) => recipientsOf(tell, promise, people));
  const best = new Map<string, Recipient>();
  for (const recipient of all.flatMap(({ to }) => to)) {
    const held = best.get(recipient.personId);
    if (held === undefined || strength(recipient) > strength(held)) best.set(recipient.personId, recipient);
  }
  return { to: [...best.values()], notTold: all.flatMap(({ notTold }) => notTold) };
}
