import type { Membership } from '../domain/bodies/membership.ts';
import type { Person } from '../domain/people/person.ts';
import { change, runCommand } from './commit.ts';
import type { Command } from './commitment-acts.ts';
import { NotUnique, VersionConflict } from './errors.ts';
import { emailEntry, membershipCopy, memberships, people, personIdByEmail } from './people.ts';
import { find, type Register, type Versioned } from './record-kind.ts';
import type { Write } from './table.ts';

const unmoved = <T>(was: Versioned<T> | undefined, { version }: Command, id: string): void => {
  if (version !== undefined && version !== (was?.version ?? 0)) throw new VersionConflict([id]);
};

const keyIn = (write: Write | undefined) =>
  write === undefined ? null : 'put' in write ? { pk: write.put.pk, sk: write.put.sk } : write.remove;

/** The entry by which a sign-in finds the person moves with the address; nobody else's is ever overwritten. */
function emailMoves(was: Person | undefined, record: Person): Write[] {
  const [before] = was ? emailEntry(was) : [];
  const [after] = emailEntry(record);
  const theirs = {
    ConditionExpression: 'attribute_not_exists(pk) OR personId = :p',
    ExpressionAttributeValues: { ':p': record.id },
  };
  const old = keyIn(before);
  const kept = old?.pk === keyIn(after)?.pk;
  return [
    ...(old === null || kept ? [] : [{ remove: old, when: theirs }]),
    ...(after && 'put' in after ? [{ ...after, when: theirs }] : []),
  ];
}

const taken = (email: string) => new NotUnique(`email ${email.toLowerCase()}`);

async function requireFreeAddress(register: Register, { id, email, emailConfirmed, accountless }: Person) {
  if (email === null || !emailConfirmed || accountless) return;
  const holder = await personIdByEmail(register, email);
  if (holder !== undefined && holder !== id) throw taken(email);
}

/**
 * Enters a person or changes one (`command.version` is then the version looked at; 0 for a new one). Throws
 * `VersionConflict`, or `NotUnique` where another person has that confirmed address.
 */
export function savePerson(register: Register, command: Command, record: Person) {
  return runCommand(register, command.commandId, async () => {
    const [was] = await Promise.all([find(register, people, record.id), requireFreeAddress(register, record)]);
    unmoved(was, command, record.id);
    return {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { id: record.id },
      changes: [change(people, { was: was ?? null, record, event: was ? 'person changed' : 'person entered' })],
      also: emailMoves(was?.record, record),
    };
  }).catch(async (fault: unknown) => {
    // Two administrators can give one address to two people at the same moment: the second is told whose it is.
    if (record.email !== null && fault instanceof Error && fault.name === 'TransactionCanceledException')
      await requireFreeAddress(register, record);
    throw fault;
  });
}

/** Records a membership, or its new last day. The copy that decides access is written in the same transaction. */
export function saveMembership(register: Register, command: Command, record: Membership) {
  return runCommand(register, command.commandId, async () => {
    const was = await find(register, memberships, record.id);
    unmoved(was, command, record.id);
    return {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { id: record.id, personId: record.personId },
      changes: [
        change(memberships, { was: was ?? null, record, event: was ? 'membership changed' : 'membership begun' }),
      ],
      also: [membershipCopy(record)],
    };
  });
}
