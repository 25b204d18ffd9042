import { type Membership, membership } from '../domain/bodies/membership.ts';
import { type Person, person } from '../domain/people/person.ts';
import { fromItem, list, type RecordKind, type Register, type Versioned } from './record-kind.ts';
import type { Write } from './table.ts';

/** People; listed by name. */
export const people: RecordKind<Person> = {
  type: 'person',
  schema: person,
  stored: 1,
  upcasts: {},
  accessClassOf: () => 'internal',
  lists: ({ id, name }) => ({ gsi1: ['PEOPLE', `${name.toLowerCase()}#${id}`] }),
};

/** Memberships; listed by body (gsi1) and by person (gsi2). A copy in the person's own partition decides access. */
export const memberships: RecordKind<Membership> = {
  type: 'membership',
  schema: membership,
  stored: 1,
  upcasts: {},
  accessClassOf: () => 'internal',
  lists: ({ id, bodyId, personId, from }) => ({
    gsi1: [`MEMBERS#${bodyId}`, `${from}#${id}`],
    gsi2: [`MEMBER#${personId}`, `${from}#${id}`],
  }),
};

/** Everybody, by name. */
export async function everybody(register: Register): Promise<Versioned<Person>[]> {
  return list(register, people, { index: 'gsi1', partition: 'PEOPLE' });
}

/** The memberships of a body, past ones included. */
export async function membershipsOf(register: Register, bodyId: string): Promise<Versioned<Membership>[]> {
  return list(register, memberships, { index: 'gsi1', partition: `MEMBERS#${bodyId}` });
}

/** The copy of a membership that lies with the person, written in the same transaction: access is decided from these. */
export function membershipCopy(held: Membership) {
  return { put: { pk: `PERSON#${held.personId}`, sk: `MEMBERSHIP#${held.id}`, held } };
}

const emailKey = (email: string) => ({ pk: `EMAIL#${email.toLowerCase()}`, sk: 'PERSON' });

/** The entry by which a first sign-in finds whom an address belongs to; only a confirmed one counts. */
export function emailEntry({ id, email, emailConfirmed, accountless }: Person): Write[] {
  return email !== null && emailConfirmed && !accountless ? [{ put: { ...emailKey(email), personId: id } }] : [];
}

/** The person with that confirmed address, or undefined. */
export async function personIdByEmail({ table }: Register, email: string): Promise<string | undefined> {
  const id = (await table.get(emailKey(email)))?.['personId'];
  return typeof id === 'string' ? id : undefined;
}

/** What a person holds, strongly consistent: the only source of what they may do. */
export async function heldBy({ table }: Register, personId: string): Promise<Membership[]> {
  const items = await table.queryAll({ partition: `PERSON#${personId}`, prefix: 'MEMBERSHIP#' });
  return items.map((item) => membership.parse(item['held']));
}

/** A person with what they hold, in one query of their partition. Undefined when there is no such person. */
export async function personWithMemberships({ table, blobs }: Register, personId: string) {
  const items = await table.queryAll({ partition: `PERSON#${personId}` });
  const record = items.find(({ sk }) => sk === 'RECORD');
  if (!record) return undefined;
  const who = await fromItem(people, record, blobs);
  const held = items.filter(({ sk }) => sk.startsWith('MEMBERSHIP#')).map((item) => membership.parse(item['held']));
  return { person: who.record, version: who, memberships: held };
}
