import type { AgendaItem } from '../domain/agenda-items/agenda-item.ts';
import { CLOSED_NOTE, closeItem, closes } from '../domain/agendas/build.ts';
import { reportStanding } from '../domain/agendas/publication.ts';
import { type Motion, withMotion } from './agenda-motion.ts';
import { agendas } from './agendas.ts';
import { agendaItems } from './business.ts';
import { change } from './commit.ts';
import type { Command } from './commitment-acts.ts';
import { VersionConflict } from './errors.ts';
import { ask } from './publication-acts.ts';
import { publicWrites } from './publication-steps.ts';
import { find, get, type Register } from './record-kind.ts';

/** Would saving the item so take it from the public? */
export async function closesPublished(register: Register, item: AgendaItem): Promise<boolean> {
  if (item.accessClass !== 'private' || item.meetingId === null) return false;
  const agenda = await find(register, agendas, item.meetingId);
  return agenda !== undefined && closes(agenda.record, item);
}

/**
 * Makes private what the public has seen. In the same transaction the public is shown an agenda without it: its number,
 * the note, and no word more (LGA 1972 s.100B(2)). People are told, files taken away and the proof made by the workflow
 * of publications. `command.version` is the item that was looked at. Throws `VersionConflict`, `TransitionRefused`.
 */
export function makeItemPrivate(
  register: Register,
  { version, ...command }: Command,
  { item, motion, note = CLOSED_NOTE }: { item: AgendaItem; motion: Motion; note?: string },
) {
  return ask(register, command, item.meetingId ?? '', async ({ agenda, items }) => {
    const was = await get(register, agendaItems, item.id);
    if (!agenda || (version !== undefined && version !== was.version)) throw new VersionConflict([item.id]);
    // What the public sees is made from the items as they will be.
    items.set(item.id, item);
    const shown = item.reports.filter(({ id }) => {
      const { shownBy, withdrawnBy } = reportStanding(agenda.record, id);
      return shownBy !== null && withdrawnBy === null;
    });
    const built = withMotion(closeItem(agenda.record, item, { on: command.today, note }), motion);
    return {
      publishing: {
        sort: 'withdrawal',
        said: note,
        itemIds: [item.id],
        withdrawnReportIds: shown.map(({ id }) => id),
      },
      event: 'item made private',
      agenda: built.agenda,
      changes: [
        change(agendaItems, { was, record: item, event: 'made private after it was published' }),
        ...built.changes,
      ],
      atOnce: (now, publication) => publicWrites(register, now, publication),
    };
  });
}
