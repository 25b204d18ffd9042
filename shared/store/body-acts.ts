import type { Body } from '../domain/bodies/body.ts';
import type { Procedure } from '../domain/bodies/procedure.ts';
import { addDays } from '../domain/calendar/day.ts';
import { bodyInPublic } from '../domain/meetings/published-meeting.ts';
import { type ReminderPolicy, shippedPolicy } from '../domain/messages/reminder-policy.ts';
import { bodies, procedures, proceduresOf } from './bodies.ts';
import { change, runCommand } from './commit.ts';
import type { Command } from './commitment-acts.ts';
import { VersionConflict } from './errors.ts';
import { showBody } from './published.ts';
import { find, type Register } from './record-kind.ts';
import { reminderPolicies } from './settings.ts';
import type { Write } from './table.ts';

const codeOf = ({ code }: Pick<Body, 'code'>) => `body code ${code}`;

/** New bodies begin with chasing off: entering their old promises must not send forty messages in a morning. */
const quiet: ReminderPolicy = { ...shippedPolicy, chasing: false };

const unmoved = ({ version }: Command, now: number, id: string): void => {
  if (version !== undefined && version !== now) throw new VersionConflict([id]);
};

/** What the public sees follows: under the new name, and gone when it is no longer published. */
function inPublic(was: Body | undefined, record: Body): Write[] {
  const shown = record.published ? showBody(bodyInPublic(record)) : [];
  const keys = shown.map((write) => ('put' in write ? write.put.sk : ''));
  const before = was?.published ? showBody(bodyInPublic(was)) : [];
  const gone = before.flatMap((write) => ('put' in write && !keys.includes(write.put.sk) ? [write.put] : []));
  return [...shown, ...gone.map(({ pk, sk }) => ({ remove: { pk, sk } }))];
}

/**
 * Enters a body or changes one (`command.version`; 0 for a new one). Throws `VersionConflict`, or `NotUnique` where
 * another body has the code.
 */
export async function saveBody(
  register: Register,
  command: Command,
  { record, policyId }: { record: Body; policyId: string },
) {
  return runCommand(register, command.commandId, async () => {
    const was = await find(register, bodies, record.id);
    unmoved(command, was?.version ?? 0, record.id);
    const newCode = was?.record.code !== record.code;
    const freed: Write[] = was && newCode ? [{ remove: { pk: `UNIQUE#${codeOf(was.record)}`, sk: 'TAKEN' } }] : [];
    const policy = { id: policyId, bodyId: record.id, from: command.today, to: null, policy: quiet };
    return {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { id: record.id },
      changes: [
        change(bodies, { was: was ?? null, record, event: was ? 'body changed' : 'body entered' }),
        ...(was ? [] : [change(reminderPolicies, { was: null, record: policy, event: 'chasing off for a new body' })]),
      ],
      unique: newCode ? [codeOf(record)] : [],
      also: [...freed, ...inPublic(was?.record, record)],
      outbox: was ? [{ topic: 'programme-changed' as const, recordId: record.id, word: 'body-changed' }] : [],
    };
  });
}

/**
 * Has a body go by new rules from a day on: a new record; the one before it gets its last day and is never overwritten.
 * `command.version` is how many procedures the body had when the form was made.
 */
export async function saveProcedure(register: Register, command: Command, record: Procedure) {
  return runCommand(register, command.commandId, async () => {
    const all = await proceduresOf(register, record.bodyId);
    unmoved(command, all.length, record.bodyId);
    const last = all.at(-1);
    if (last && last.record.from >= record.from) throw new VersionConflict([last.record.id]);
    const ended = last && (last.record.to === null || last.record.to >= record.from);
    return {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { id: record.id },
      changes: [
        change(procedures, { was: null, record, event: 'procedure begun' }),
        ...(ended
          ? [
              change(procedures, {
                was: last,
                record: { ...last.record, to: addDays(record.from, -1) },
                event: 'procedure ended by the next',
              }),
            ]
          : []),
      ],
      outbox: [{ topic: 'programme-changed', recordId: record.bodyId, word: `procedure-${record.from}` }],
    };
  });
}
