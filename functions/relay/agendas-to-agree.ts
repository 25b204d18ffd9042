import { createHash } from 'node:crypto';
import { holdersOf } from '../../shared/domain/bodies/membership.ts';
import { type Day, londonDay } from '../../shared/domain/calendar/day.ts';
import type { Workflows } from '../../shared/lambda/workflows.ts';
import { agendaItems } from '../../shared/store/business.ts';
import { meetings } from '../../shared/store/meetings.ts';
import type { StoredOutboxEntry } from '../../shared/store/outbox.ts';
import { membershipsOf } from '../../shared/store/people.ts';
import { find, type Register } from '../../shared/store/record-kind.ts';

type Told = { register: Register; workflows: Workflows };

/** Who chairs a body that day; where nobody does, its vice-chair. */
async function chairsOf(register: Register, bodyId: string, today: Day): Promise<readonly string[]> {
  const memberships = (await membershipsOf(register, bodyId)).map(({ record }) => record);
  const chairs = holdersOf(memberships, bodyId, 'chair', today);
  return chairs.length > 0 ? chairs : holdersOf(memberships, bodyId, 'vice-chair', today);
}

/** The chair is asked beforehand about late business: once for each item and day on which it was asked. */
export async function tellChairOfUrgency(
  { entry: { recordId }, at }: StoredOutboxEntry,
  { register, workflows }: Told,
): Promise<void> {
  const today = londonDay(at);
  const item = await find(register, agendaItems, recordId);
  if (!item) return;
  const personIds = [...(await chairsOf(register, item.record.bodyId, today))];
  const name = createHash('sha256').update(recordId).digest('hex').slice(0, 32);
  const input = { kind: 'urgency-asked', recordId, day: today, round: today, personIds };
  await workflows.start('tell-people', `urgency-${today}-${name}`, input);
}

/** The chair is told that an agenda waits for their agreement: once for each day on which they were asked. */
export async function tellChair(
  { entry: { recordId }, at }: StoredOutboxEntry,
  { register, workflows }: { register: Register; workflows: Workflows },
): Promise<void> {
  const today = londonDay(at);
  const meeting = await find(register, meetings, recordId);
  if (!meeting) return;
  const memberships = (await membershipsOf(register, meeting.record.bodyId)).map(({ record }) => record);
  const personIds = [...holdersOf(memberships, meeting.record.bodyId, 'chair', today)];
  const name = createHash('sha256').update(recordId).digest('hex').slice(0, 32);
  const input = { kind: 'agenda-to-agree', recordId, day: today, round: today, personIds };
  await workflows.start('tell-people', `agree-${today}-${name}`, input);
}
