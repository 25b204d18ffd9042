import type { AgendaItem } from '../domain/agenda-items/agenda-item.ts';
import * as build from '../domain/agendas/build.ts';
import { motionFor } from '../domain/agendas/motion.ts';
import type { Meeting } from '../domain/meetings/meeting.ts';
import { itemChange, withMotion } from './agenda-motion.ts';
import { freedWith, placedWith } from './agenda-promises.ts';
import { agendas } from './agendas.ts';
import { bodyContext } from './body-context.ts';
import { type Change, change } from './commit.ts';
import type { Command } from './commitment-acts.ts';
import { meetings } from './meetings.ts';
import { find, get, type Register, type Versioned } from './record-kind.ts';
import type { Write } from './table.ts';

/** An item that leaves a meeting: as it was, as it leaves, and why. */
type Leaving = {
  readonly was: Versioned<AgendaItem>;
  readonly record: AgendaItem;
  readonly event: string;
  readonly reason: string;
};

/** What changes with an item that leaves a meeting, beside the agenda that it leaves. */
export type Left = { readonly changes: Change[]; readonly also: Write[] };

/** The item has no meeting any more: the promise that it reports on is free again. */
export async function leavesFor(
  register: Register,
  command: Command,
  meetingId: string,
  { was, record, event, reason }: Leaving,
): Promise<Left> {
  const promise = await freedWith(register, command, { commitmentId: record.commitmentId, meetingId, reason });
  return { changes: [itemChange(was, record, event, reason), ...promise.changes], also: promise.also };
}

/** The motion that private business brings to the meeting it goes to; its identifier is the command's, which acts once. */
async function motionAt(register: Register, { commandId, today }: Command, meeting: Meeting) {
  const { meetings, procedure } = await bodyContext(register, meeting.bodyId, today);
  return motionFor({ meeting, meetings, procedure, newId: () => `${commandId}-motion` });
}

/** The item goes to another meeting, at once where that has an agenda, and the promise that it reports on goes with it. */
export async function goesTo(
  register: Register,
  command: Command,
  toMeetingId: string,
  { was, record: leaves, ...why }: Leaving,
): Promise<Left> {
  const [there, to] = await Promise.all([find(register, agendas, toMeetingId), get(register, meetings, toMeetingId)]);
  const at = { meetingId: toMeetingId, day: to.record.day };
  const commitmentId = leaves.commitmentId;
  const promise = await placedWith(register, command, { ...at, commitmentId, reason: why.reason });
  const record = { ...build.placedOn(leaves, toMeetingId), number: null };
  const motion = there && record.accessClass === 'private' ? await motionAt(register, command, to.record) : null;
  const built = there && withMotion(build.addItem(there.record, record, null), motion);
  const event = 'item moved here from another meeting';
  const arrived =
    there && built ? [change(agendas, { was: there, record: built.agenda, event }), ...built.changes] : [];
  return {
    changes: [itemChange(was, record, why.event, why.reason), ...arrived, ...promise.changes],
    also: promise.also,
  };
}
