import type { Day } from '../domain/calendar/day.ts';
import { decidedBySpecialUrgency, municipalYear, type UrgentDecision } from '../domain/decisions/special-urgency.ts';
import { bodies } from './bodies.ts';
import { agendaItems } from './business.ts';
import { everyDecision } from './decisions.ts';
import { meetingsOf } from './meetings.ts';
import { get, list, type Register } from './record-kind.ts';

/** The key decisions of an executive that were made by special urgency in a municipal year, up to today. */
export async function urgentDecisionsOf(
  register: Register,
  { bodyId, year, today }: { bodyId: string; year: number; today: Day },
): Promise<UrgentDecision[]> {
  const { from, to } = municipalYear(year);
  const [body, meetings, decisions] = await Promise.all([
    get(register, bodies, bodyId),
    meetingsOf(register, bodyId),
    everyDecision(register),
  ]);
  const inYear = meetings
    .map(({ record }) => record)
    .filter(
      (meeting) => meeting.day >= from && meeting.day <= to && meeting.day <= today && meeting.state !== 'cancelled',
    );
  const held = await Promise.all(
    inYear.map(async (meeting) => {
      const items = await list(register, agendaItems, { index: 'gsi1', partition: `MEETING#${meeting.id}#ITEMS` });
      return { meeting, items: items.map(({ record }) => record), bodyName: body.record.name };
    }),
  );
  const own = decisions.map(({ record }) => record).filter((decision) => decision.bodyId === bodyId);
  return decidedBySpecialUrgency({ decisions: own, held }, { from, to });
}
