import type { AgendaItem } from '../agenda-items/agenda-item.ts';
import type { Procedure } from '../bodies/procedure.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { neighboursOf, standingItemFor } from './start.ts';

type Of = {
  readonly meeting: Meeting;
  readonly meetings: readonly Meeting[];
  readonly procedure: Procedure;
  readonly newId: () => string;
};

/** The motion to exclude the public, ready to be put on with the first private business; null where the template has none. */
export function motionFor({ meeting, meetings, procedure, newId }: Of): AgendaItem | null {
  const template = procedure.agenda.standing.find(({ key }) => key === 'exclusion');
  if (!template) return null;
  return standingItemFor(template, { id: newId(), meeting, neighbours: neighboursOf(meeting, meetings) });
}
