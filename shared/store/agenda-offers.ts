import type { AgendaItem } from '../domain/agenda-items/agenda-item.ts';
import { addItem, placedOn } from '../domain/agendas/build.ts';
import { report } from '../domain/written-resolutions/acts.ts';
import { buildAgenda } from './agenda-acts.ts';
import { itemChange, type Motion, withMotion } from './agenda-motion.ts';
import { type At, placedWith } from './agenda-promises.ts';
import { agendaItems } from './business.ts';
import { change } from './commit.ts';
import type { Command } from './commitment-acts.ts';
import { get, type Register } from './record-kind.ts';
import { writtenResolutions } from './written-resolutions.ts';

/** Puts a promise on an agenda: a new item that reports back on it, and the promise placed on that meeting. */
export function addPromisedItem(
  register: Register,
  command: Command,
  at: At,
  { item, motion }: { item: AgendaItem; motion: Motion },
) {
  return buildAgenda(register, command, at.meetingId, async (was) => {
    const built = withMotion(addItem(was, item, null), motion);
    const promise = await placedWith(register, command, { ...at, commitmentId: item.commitmentId });
    return {
      record: built.agenda,
      event: 'item added from a promise',
      changes: [itemChange(null, item, 'put on the agenda'), ...built.changes, ...promise.changes],
      also: promise.also,
    };
  });
}

/** Puts business of the body that waits (deferred or proposed) on an agenda, with all that was arranged for it. */
export function addWaitingItem(
  register: Register,
  command: Command,
  at: At,
  { itemId, motion }: { itemId: string; motion: Motion },
) {
  return buildAgenda(register, command, at.meetingId, async (was) => {
    const item = await get(register, agendaItems, itemId);
    const placed = placedOn(item.record, at.meetingId);
    const built = withMotion(addItem(was, placed, null), motion);
    const promise = await placedWith(register, command, { ...at, commitmentId: placed.commitmentId });
    return {
      record: built.agenda,
      event: 'item added from those offered',
      changes: [itemChange(item, placed, 'put on the agenda'), ...built.changes, ...promise.changes],
      also: promise.also,
    };
  });
}

/** Puts a decision in writing on an agenda: an item that reports it, and the decision reported to that meeting. */
export function addWrittenItem(
  register: Register,
  command: Command,
  { meetingId, day: on }: At,
  { item, writtenId, motion }: { item: AgendaItem; writtenId: string; motion: Motion },
) {
  return buildAgenda(register, command, meetingId, async (was) => {
    const written = await get(register, writtenResolutions, writtenId);
    const record = report(written.record, { meetingId, on });
    const built = withMotion(addItem(was, item, null), motion);
    return {
      record: built.agenda,
      event: 'item added from a written resolution',
      changes: [
        itemChange(null, item, 'put on the agenda'),
        ...built.changes,
        change(writtenResolutions, { was: written, record, event: 'reported to a meeting' }),
      ],
    };
  });
}
