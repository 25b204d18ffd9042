import { ORGANISATION } from '../domain/bodies/membership.ts';
import { addDays, type Day } from '../domain/calendar/day.ts';
import { policyOn, type ReminderPolicy, type ReminderPolicyRecord } from '../domain/messages/reminder-policy.ts';
import { everyBody } from './bodies.ts';
import { type Change, change, runCommand } from './commit.ts';
import type { Command } from './commitment-acts.ts';
import { VersionConflict } from './errors.ts';
import type { OutboxEntry } from './outbox.ts';
import type { Register, Versioned } from './record-kind.ts';
import { allPolicies, reminderPolicies } from './settings.ts';

/** Bodies whose promises are looked at again at once; those of the others when their next day comes. */
const MOST_BODIES = 30;

/** The record in force for exactly this body (or the organisation), if it has one of its own. */
export function ownPolicyOn(
  all: readonly Versioned<ReminderPolicyRecord>[],
  bodyId: string,
  today: Day,
): Versioned<ReminderPolicyRecord> | undefined {
  return all
    .filter(({ record }) => record.bodyId === bodyId)
    .filter(({ record: { from, to } }) => from <= today && (to === null || today <= to))
    .toSorted((a, b) => b.record.from.localeCompare(a.record.from))
    .at(0);
}

async function lookAgain(register: Register, bodyId: string, today: Day): Promise<OutboxEntry[]> {
  const ids = bodyId === ORGANISATION ? (await everyBody(register)).map(({ record }) => record.id) : [bodyId];
  return ids
    .slice(0, MOST_BODIES)
    .map((recordId) => ({ topic: 'programme-changed' as const, recordId, word: `policy-${today}` }));
}

type Wanted = { id: string; bodyId: string; event: string; policy: ReminderPolicy | null };

/** The old policy keeps its days and gets its last; one begun today is changed instead, and its history says so. */
function changesFor(own: Versioned<ReminderPolicyRecord> | undefined, wanted: Wanted, today: Day): Change[] {
  const { id, bodyId, event, policy } = wanted;
  if (policy !== null && own?.record.from === today)
    return [change(reminderPolicies, { was: own, record: { ...own.record, policy }, event })];
  const ended = own
    ? [change(reminderPolicies, { was: own, record: { ...own.record, to: addDays(today, -1) }, event })]
    : [];
  const begun =
    policy === null
      ? []
      : [change(reminderPolicies, { was: null, record: { id, bodyId, from: today, to: null, policy }, event })];
  return [...ended, ...begun];
}

/**
 * Has a body (or the organisation) go by a policy from today on; with null, a body goes by the organisation's again.
 * Every chased promise concerned is looked at again. `command.version` is the version of its own policy (0: none).
 */
export async function savePolicy(register: Register, command: Command, wanted: Wanted) {
  return runCommand(register, command.commandId, async () => {
    const { today } = command;
    const [all, outbox] = await Promise.all([allPolicies(register), lookAgain(register, wanted.bodyId, today)]);
    const own = ownPolicyOn(all, wanted.bodyId, today);
    if (command.version !== undefined && command.version !== (own?.version ?? 0))
      throw new VersionConflict([own?.record.id ?? wanted.bodyId]);
    return {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { bodyId: wanted.bodyId },
      changes: changesFor(own, wanted, today),
      outbox,
    };
  });
}

/** Switches chasing on or off for one body, its numbers as they are. */
export async function switchChasing(
  register: Register,
  command: Command,
  { id, bodyId, chasing }: { id: string; bodyId: string; chasing: boolean },
) {
  const all = (await allPolicies(register)).map(({ record }) => record);
  const policy = { ...policyOn(all, bodyId, command.today), chasing };
  return savePolicy(register, command, { id, bodyId, policy, event: `chasing switched ${chasing ? 'on' : 'off'}` });
}
