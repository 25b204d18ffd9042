import type { Action } from '../../../shared/domain/access/access.ts';
import { canReceiveReports, type Meeting } from '../../../shared/domain/meetings/meeting.ts';
import {
  type AgendaAround,
  aroundAgenda,
  type MeetingAndAgenda,
  meetingAndAgenda,
} from '../../../shared/store/agenda-around.ts';
import { agendas } from '../../../shared/store/agendas.ts';
import { NotFound } from '../../../shared/store/errors.ts';
import { meetings } from '../../../shared/store/meetings.ts';
import { find, type Versioned } from '../../../shared/store/record-kind.ts';
import { readable } from '../known.ts';
import type { Caller } from '../operation.ts';
import { Refused } from '../problems.ts';

export type Asking = Caller & { param(name: string): string };

/** Throws `Refused` for a meeting that has been: nothing is built for it. */
export function requireToCome(meeting: Meeting, today: string): void {
  if (!canReceiveReports(meeting) || meeting.day < today) throw new Refused('meeting-over');
}

/** The meeting of the address, to come, for whoever may do that to its agenda. */
export async function meetingFor(call: Asking, action: Action): Promise<Versioned<Meeting>> {
  const found = await readable(call, meetings, call.param('meetingId'));
  call.demand(action, { bodyId: found.record.bodyId, accessClass: found.record.accessClass });
  requireToCome(found.record, call.today);
  return found;
}

/** The same with everything that its agenda is built from. Throws `NotFound` while it has none. */
export async function agendaFor(
  call: Asking,
  action: Action,
): Promise<AgendaAround & { agenda: NonNullable<MeetingAndAgenda['agenda']> }> {
  const { record } = await meetingFor(call, action);
  const found = await meetingAndAgenda(call.register, record.id);
  const { agenda } = found;
  if (agenda === null || agenda.record.slots.length === 0) throw new NotFound(`agenda ${record.id}`);
  return { ...(await aroundAgenda(call.register, found, call.today)), agenda };
}

/** The meeting and the item of the address, which must be on its agenda. */
export async function itemToBuild(call: Asking): Promise<{ meetingId: string; itemId: string }> {
  const { id } = (await meetingFor(call, 'agenda.build')).record;
  const agenda = await find(call.register, agendas, id);
  const itemId = call.param('itemId');
  if (!agenda?.record.slots.some((slot) => slot.itemId === itemId)) throw new NotFound(`item ${itemId} of ${id}`);
  return { meetingId: id, itemId };
}
