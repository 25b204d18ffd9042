import type { AgendaItem } from '../domain/agenda-items/agenda-item.ts';
import type { Agenda } from '../domain/agendas/agenda.ts';
import * as build from '../domain/agendas/build.ts';
import { agendaItems } from './business.ts';
import { type Change, change } from './commit.ts';
import type { Versioned } from './record-kind.ts';

/** The change of an item that makes it what it is now. */
export const itemChange = (was: Versioned<AgendaItem> | null, record: AgendaItem, event: string, reason?: string) =>
  change(agendaItems, { was, record, event, reason: reason ?? null });

/** The motion to exclude the public, where business has become private and nothing on the agenda moves it yet. */
export type Motion = AgendaItem | null;

/** The agenda with its motion, if it needs one. */
export const withMotion = (agenda: Agenda, motion: Motion): { agenda: Agenda; changes: Change[] } => {
  const needed = agenda.slots.some(({ accessClass }) => accessClass === 'private');
  const there = agenda.slots.some(({ standing }) => standing === 'exclusion');
  if (motion === null || !needed || there) return { agenda, changes: [] };
  return {
    agenda: build.addItem(agenda, motion, null),
    changes: [itemChange(null, motion, 'put on the agenda for private business')],
  };
};
