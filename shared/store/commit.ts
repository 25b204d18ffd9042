import { createHash, randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type Actor, changedFields } from '../domain/history/history-entry.ts';
import { type RecordType, TransitionRefused } from '../domain/record.ts';
import { NotUnique, StoreBusy, VersionConflict } from './errors.ts';
import { nextLink } from './hash-chain.ts';
import { type OutboxEntry, outboxItem } from './outbox.ts';
import { partitionOf, type RecordKind, type Register, toItem, type Versioned } from './record-kind.ts';
import type { Item, Write } from './table.ts';

/** DynamoDB takes 100; fewer keeps a commit small enough to explain. */
const MOST_ACTIONS = 40;
const MOST_ATTEMPTS = 5;
/** History payloads over this go to object storage by hash. */
const LONG_PAYLOAD = 16_000;
/** How long a command's outcome is kept for a repeat: 30 days, in seconds. */
const KEEP_OUTCOME = 30 * 24 * 3600;

/** What a command answered; ids and words, so that a repeat answers the same. */
export type Outcome = Record<string, string | number | boolean | null>;

type Context = { commandId: string; actor: Actor; at: string };

/** One record's change within a commit, with its writes not yet made. */
export type Change = {
  type: RecordType;
  id: string;
  writes: (context: Context, register: Register) => Promise<Write[]>;
};

/** Everything that changes together, or not at all. */
export type Commit = Context & {
  outcome: Outcome;
  /** Which try of the same command this is, when it was decided afresh: the store tells a new content from a repeat. */
  attempt?: number;
  changes: readonly Change[];
  outbox?: readonly OutboxEntry[];
  /** Values that no other record may hold: 'reference HOSB/19/07'. */
  unique?: readonly string[];
  also?: readonly Write[];
};

/** A change of one record: `was` null makes a new one. `event` in the past tense, `reason` in the person's words. */
export function change<T extends { id: string }>(
  kind: RecordKind<T>,
  { was, record, event, reason = null }: { was: Versioned<T> | null; record: T; event: string; reason?: string | null },
): Change {
  const writes = async ({ commandId, actor, at }: Context, { blobs }: Register): Promise<Write[]> => {
    const version = (was?.version ?? 0) + 1;
    const accessClass = kind.accessClassOf(record);
    const entry = nextLink(
      was?.head ?? null,
      {
        recordType: kind.type,
        recordId: record.id,
        version,
        at,
        actor,
        event,
        commandId,
        reason,
        schema: kind.stored,
        accessClass,
      },
      changedFields(was?.record ?? null, record),
    );
    const long = JSON.stringify(entry.payload).length > LONG_PAYLOAD;
    const kept = long ? { ...entry, payload: null, blob: await blobs.put(JSON.stringify(entry.payload)) } : entry;
    const history: Item = { pk: partitionOf(kind.type, record.id), sk: historySort(version), ...kept };
    const fresh = { ConditionExpression: 'attribute_not_exists(pk)' };
    const unmoved = {
      ConditionExpression: '#v = :v AND #h = :h',
      ExpressionAttributeNames: { '#v': 'version', '#h': 'head' },
      ExpressionAttributeValues: { ':v': was?.version, ':h': was?.head },
    };
    return [
      { put: await toItem(kind, { record, version, head: entry.hash }, blobs), when: was ? unmoved : fresh },
      { put: history, when: fresh },
    ];
  };
  return { type: kind.type, id: record.id, writes };
}

export function historySort(version: number): string {
  return `HISTORY#${String(version).padStart(8, '0')}`;
}

const commandKey = (commandId: string) => ({ pk: `COMMAND#${commandId}`, sk: 'OUTCOME' });

const isOutcome = (value: unknown): value is Outcome => typeof value === 'object' && value !== null;

/** What the command answered when it was done before, or undefined. */
export async function outcomeOf({ table }: Register, commandId: string): Promise<Outcome | undefined> {
  const outcome = (await table.get(commandKey(commandId)))?.['outcome'];
  return isOutcome(outcome) ? outcome : undefined;
}

type Reason = { Code?: string };
const reasonsOf = (fault: unknown): Reason[] => {
  const reasons =
    typeof fault === 'object' && fault !== null && 'CancellationReasons' in fault ? fault.CancellationReasons : [];
  return Array.isArray(reasons) ? reasons : [];
};

const passing = [
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
  'TransactionConflictException',
];
const namesOf = (fault: unknown) => (fault instanceof Error ? [fault.name] : []);
const isPassing = (fault: unknown): boolean =>
  [...namesOf(fault), ...reasonsOf(fault).map(({ Code }) => Code ?? '')].some(
    (name) => passing.includes(name) || name === 'ThrottlingException' || name === 'TransactionInProgressException',
  );

function tokenOf({ commandId, attempt = 1 }: Commit): string {
  const key = attempt === 1 ? commandId : `${commandId}\n${attempt}`;
  return createHash('sha256').update(key).digest('hex').slice(0, 36);
}

/**
 * Writes a commit in one transaction: each record (if it has not moved on), its history, the outbox, the uniqueness
 * items and the command's outcome. Throws `VersionConflict`, `NotUnique` or `StoreBusy`; a repeat of a command that was
 * done answers as it did then.
 */
export async function commit(register: Register, wanted: Commit): Promise<{ outcome: Outcome; replayed: boolean }> {
  const outcomeItem: Item = {
    ...commandKey(wanted.commandId),
    outcome: wanted.outcome,
    expiresAt: Math.floor(Date.now() / 1000) + KEEP_OUTCOME,
  };
  const fresh = { ConditionExpression: 'attribute_not_exists(pk)' };
  const changes = await Promise.all(wanted.changes.map((one) => one.writes(wanted, register)));
  const unique = (wanted.unique ?? []).map(
    (value): Write => ({ put: { pk: `UNIQUE#${value}`, sk: 'TAKEN' }, when: fresh }),
  );
  const writes: Write[] = [
    { put: outcomeItem, when: fresh },
    ...unique,
    ...changes.flat(),
    ...(wanted.outbox ?? []).map(
      (entry, index): Write => ({ put: outboxItem(entry, `${wanted.commandId}.${index}`, wanted.at) }),
    ),
    ...(wanted.also ?? []),
  ];
  if (writes.length > MOST_ACTIONS) throw new Error(`A commit of ${writes.length} actions: at most ${MOST_ACTIONS}`);
  const token = tokenOf(wanted);
  for (let attempt = 1; ; attempt += 1) {
    try {
      await register.table.transact(writes, token);
      return { outcome: wanted.outcome, replayed: false };
    } catch (fault) {
      if (isPassing(fault)) {
        if (attempt === MOST_ATTEMPTS) throw new StoreBusy('The store is busy; nothing was written', { cause: fault });
        await wait(randomInt(5, 20 * 2 ** attempt));
        continue;
      }
      return explain(register, wanted, fault);
    }
  }
}

/** Tells a repeat from a taken value from a conflict; anything else is thrown as it came. */
async function explain(register: Register, wanted: Commit, fault: unknown) {
  const failed = reasonsOf(fault).map(({ Code }) => Code === 'ConditionalCheckFailed');
  const mismatch = namesOf(fault).includes('IdempotentParameterMismatchException');
  if (failed[0] || mismatch) {
    const outcome = await outcomeOf(register, wanted.commandId);
    if (outcome) return { outcome, replayed: true };
  }
  const unique = wanted.unique ?? [];
  const taken = unique.find((_, index) => failed[index + 1]);
  if (taken !== undefined) throw new NotUnique(taken);
  const first = 1 + unique.length;
  const moved = wanted.changes.filter((_, index) => failed[first + 2 * index] || failed[first + 2 * index + 1]);
  if (moved.length > 0) throw new VersionConflict(moved.map(({ id }) => id));
  throw fault;
}

/**
 * Runs a command at most once in effect: `decide` reads and asks the rules; what it returns is committed. A command id
 * that was done before answers as it did then, even where the rules would now refuse.
 */
export async function runCommand(
  register: Register,
  commandId: string,
  decide: () => Promise<Commit>,
): Promise<{ outcome: Outcome; replayed: boolean }> {
  try {
    return await commit(register, await decide());
  } catch (fault) {
    if (!(fault instanceof TransitionRefused || fault instanceof VersionConflict || fault instanceof NotUnique))
      throw fault;
    const outcome = await outcomeOf(register, commandId);
    if (outcome) return { outcome, replayed: true };
    throw fault;
  }
}
