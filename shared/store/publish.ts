import { meetingInPublic } from '../domain/meetings/published-meeting.ts';
import { bodies } from './bodies.ts';
import { businessOf } from './business.ts';
import { change, outcomeOf, runCommand } from './commit.ts';
import type { Command } from './commitment-acts.ts';
import { NotFound, VersionConflict } from './errors.ts';
import { meetings } from './meetings.ts';
import { laySnapshot, pointTo } from './published.ts';
import { get, type Register } from './record-kind.ts';

const recordsOf = <T>(all: readonly { record: T }[]): T[] => all.map(({ record }) => record);

/**
 * Publishes a meeting as it is now: its public items, minutes and resolutions. The snapshot is laid first and seen by
 * nobody; then one transaction points to it and writes the history. Publishing again shows the newer state.
 */
export async function publishMeeting(register: Register, command: Command, meetingId: string) {
  // Asked first: a snapshot that was pointed to is never laid again.
  const before = await outcomeOf(register, command.commandId);
  if (before) return { outcome: before, replayed: true };
  return runCommand(register, command.commandId, async () => {
    const was = await get(register, meetings, meetingId);
    if (command.version !== undefined && command.version !== was.version) throw new VersionConflict([meetingId]);
    if (was.record.accessClass !== 'public') throw new NotFound(`public meeting ${meetingId}`);
    const [body, business] = await Promise.all([
      get(register, bodies, was.record.bodyId),
      businessOf(register, meetingId),
    ]);
    const record = { ...was.record, published: true };
    const shown = meetingInPublic(record, body.record, {
      items: recordsOf(business.items),
      minutes: recordsOf(business.minutes),
      resolutions: recordsOf(business.resolutions),
    });
    const snapshot = `${meetingId}-${command.commandId}`;
    await laySnapshot(register.table, snapshot, shown);
    return {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { id: meetingId, snapshot },
      changes: [change(meetings, { was, record, event: 'published' })],
      also: pointTo(shown.sitting, snapshot),
    };
  });
}
