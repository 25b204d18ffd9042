import { createHash } from 'node:crypto';
import { readersOf } from '../../shared/domain/agendas/publication-readers.ts';
import { londonDay } from '../../shared/domain/calendar/day.ts';
import type { Workflows } from '../../shared/lambda/workflows.ts';
import { meetings } from '../../shared/store/meetings.ts';
import type { OutboxEntry, StoredOutboxEntry } from '../../shared/store/outbox.ts';
import { membershipsOf } from '../../shared/store/people.ts';
import { find, type Register } from '../../shared/store/record-kind.ts';

/** A name of an execution holds 80 characters. */
const LONGEST_NAME = 80;

const nameOf = (prefix: string, recordId: string): string => {
  const name = `${prefix}-${recordId}`;
  return name.length <= LONGEST_NAME
    ? name
    : `${prefix}-${createHash('sha256').update(recordId).digest('hex').slice(0, 32)}`;
};

/** A meeting is called: everybody who is to come gets it as a calendar entry, once. One that is past invites nobody. */
export async function invite(
  { entry: { recordId }, at }: StoredOutboxEntry,
  { register, workflows }: { register: Register; workflows: Workflows },
): Promise<void> {
  const today = londonDay(at);
  const meeting = await find(register, meetings, recordId);
  if (!meeting || meeting.record.day < today) return;
  const { bodyId } = meeting.record;
  const memberships = (await membershipsOf(register, bodyId)).map(({ record }) => record);
  const { members, others } = readersOf({ sort: 'notice', itemIds: [] }, new Map(), { bodyId, memberships, today });
  const input = { kind: 'meeting-called', recordId, day: today, round: null, personIds: [...members, ...others] };
  await workflows.start('tell-people', nameOf('called', recordId), input);
}

/** Something is to be published: its execution is started once. */
export async function startPublication(entry: OutboxEntry, { workflows }: { workflows: Workflows }): Promise<void> {
  // 'agenda-1', and 'agenda-1/4' where it is looked for again at version 4 of the record.
  const [publicationId = ''] = entry.word.split('/');
  const input = { meetingId: entry.recordId, publicationId };
  // The same act is the same execution, however often it is asked for.
  await workflows.start('agenda-publication', nameOf(`publish-${entry.word.replace('/', '-')}`, entry.recordId), input);
}
