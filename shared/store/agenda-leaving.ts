import type { AgendaItem } from '../domain/agenda-items/agenda-item.ts';
import * as build from '../domain/agendas/build.ts';
import { itemChange } from './agenda-motion.ts';
import { freedWith, placedWith } from './agenda-promises.ts';
import { agendas } from './agendas.ts';
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

/** The item goes to another meeting, at once where that has an agenda, and the promise that it reports on goes with it. */
export async function goesTo(
  register: Register,
  command: Command,
  toMeetingId: string,
  { was, record: leaves, event, reason }: Leaving,
): Promise<Left> {
  const [there, to] = await Promise.all([find(register, agendas, toMeetingId), get(register, meetings, toMeetingId)]);
  const at = { meetingId: toMeetingId, day: to.record.day };
  const promise = await placedWith(register, command, { ...at, commitmentId: leaves.commitmentId, reason });
  const record = { ...build.placedOn(leaves, toMeetingId), number: null };
  const arrived = there
    ? [
        change(agendas, {
          was: there,
          record: build.addItem(there.record, record, null),
          event: 'item moved here from another meeting',
        }),
      ]
    : [];
  return { changes: [itemChange(was, record, event, reason), ...arrived, ...promise.changes], also: promise.also };
}
