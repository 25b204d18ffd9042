import type { AgendaItem } from '../domain/agenda-items/agenda-item.ts';
import { wayInPublic } from '../domain/decisions/urgent-way.ts';
import type { Meeting } from '../domain/meetings/meeting.ts';
import { agendaItems } from './business.ts';
import { change, runCommand } from './commit.ts';
import type { Command } from './commitment-acts.ts';
import { VersionConflict } from './errors.ts';
import { hideWay, showWay } from './published-decisions.ts';
import { get, type Register } from './record-kind.ts';

/** How a key decision on an agenda is to be made lawfully. */
export type KeyWay = Pick<AgendaItem, 'keyDecision' | 'noticeId' | 'keyRoute'>;

/**
 * Records by which lawful way a key decision on an agenda is made. The notice of a general exception and the reasons of
 * special urgency are published with it (SI 2012/2089 regs 10 and 11), and go when another way is chosen.
 * `command.version` is the item that the person looked at. Throws `VersionConflict`.
 */
export function recordKeyWay(
  register: Register,
  command: Command,
  { itemId, way, meeting, bodyName }: { itemId: string; way: KeyWay; meeting: Meeting; bodyName: string },
) {
  return runCommand(register, command.commandId, async () => {
    const was = await get(register, agendaItems, itemId);
    if (command.version !== undefined && command.version !== was.version) throw new VersionConflict([itemId]);
    const record = { ...was.record, ...way };
    const shown = wayInPublic(record, { meeting, bodyName });
    return {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { id: itemId, shown: shown !== null },
      changes: [change(agendaItems, { was, record, event: 'lawful way of a key decision recorded' })],
      also: [shown === null ? hideWay(itemId) : showWay(shown)],
    };
  });
}
