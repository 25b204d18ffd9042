import { type AgendaReader, mayReadDraft, mayReadItem } from '../../../shared/domain/access/draft-agenda.ts';
import type { AgendaItem } from '../../../shared/domain/agenda-items/agenda-item.ts';
import { isOut } from '../../../shared/domain/agendas/agenda.ts';
import { countsAsPublishedOn } from '../../../shared/domain/agendas/publication.ts';
import { canReceiveReports, type Meeting } from '../../../shared/domain/meetings/meeting.ts';
import {
  type AgendaAround,
  aroundAgenda,
  type MeetingAndAgenda,
  meetingAndAgenda,
} from '../../../shared/store/agenda-around.ts';
import { NotFound } from '../../../shared/store/errors.ts';
import type { WebRequest } from '../route.ts';
import type { On } from './builder-view.ts';

/** Asks whether this person may see the meeting; of a private one nobody else learns that it is there. */
export function requireMeeting(request: WebRequest, { bodyId, accessClass }: Meeting): void {
  if (accessClass === 'private' && !request.may('plan.see', { bodyId, accessClass })) throw new NotFound('meeting');
  request.require('plan.see', { bodyId, accessClass });
}

/** The meeting of the address with its agenda, for somebody who may see it. */
export async function meetingOf(request: WebRequest): Promise<MeetingAndAgenda> {
  const found = await meetingAndAgenda(request.services.register, request.params['id'] ?? '');
  requireMeeting(request, found.meeting.record);
  return found;
}

/** Is its agenda still built, rather than its business recorded? */
export function isToCome(meeting: Meeting, today: string): boolean {
  return canReceiveReports(meeting) && meeting.day >= today;
}

/** The meeting of the address with all that its agenda is built from; for its secretary. */
export async function agendaToBuild(request: WebRequest): Promise<AgendaAround> {
  const found = await meetingOf(request);
  request.require('agenda.build', { bodyId: found.meeting.record.bodyId });
  return aroundAgenda(request.services.register, found, request.today);
}

/** Today, and the day that what is published now would count as. */
export function onDays(request: WebRequest, { context }: AgendaAround): On {
  const ifPublished = countsAsPublishedOn(request.services.clock.now(), context.procedure, context.calendar);
  return { today: request.today, ifPublished };
}

/** May this person know of an item? Private business is left out for everybody else, not hinted at. */
export const mayKnow =
  (request: WebRequest) =>
  ({ bodyId, accessClass }: AgendaItem): boolean =>
    request.may('plan.see', { bodyId, accessClass });

const readerOf = (request: WebRequest): AgendaReader => ({
  person: request.signedIn().person,
  today: request.today,
  may: request.may,
});

/** Which items of a meeting this person may know of: all of them while an agenda is made, for those who make it. */
export const mayRead = (request: WebRequest, { meeting, agenda }: MeetingAndAgenda) => {
  const place = { meeting: meeting.record, agenda: agenda?.record ?? null };
  return (item: AgendaItem): boolean => mayReadItem(readerOf(request), item, place);
};

/** Does this person read the agenda as it is made, and not only as it was published? */
export const readsDraft = (request: WebRequest, { meeting }: Pick<MeetingAndAgenda, 'meeting'>): boolean =>
  mayReadDraft(readerOf(request), meeting.record);

/** One that was moved or cancelled before its agenda was begun has a record of that and nothing on it. */
export const hasAgenda = (agenda: MeetingAndAgenda['agenda']): boolean =>
  agenda !== null && agenda.record.slots.length > 0;

/** Is the agenda published? Then what changes is a supplement. */
export const isPublished = ({ agenda }: MeetingAndAgenda): boolean => agenda !== null && isOut(agenda.record);
