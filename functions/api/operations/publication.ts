import * as z from 'zod';
import { isOut } from '../../../shared/domain/agendas/agenda.ts';
import { day } from '../../../shared/domain/calendar/day.ts';
import { publishedMeeting } from '../../../shared/domain/meetings/published.ts';
import { NotFound } from '../../../shared/store/errors.ts';
import { meetings } from '../../../shared/store/meetings.ts';
import { dayItCounts, preview, publishAgenda, seenName } from '../../../shared/store/publication-acts.ts';
import { type Publishable, publishable } from '../../../shared/store/publish.ts';
import { readable } from '../known.ts';
import { named } from '../named.ts';
import { type Caller, commands, type Operation, reads } from '../operation.ts';

const previewView = named(
  'PublicationPreview',
  z.object({
    seen: z.string().describe('Names what would go out now: sent back with the command to publish it'),
    day: day.describe('The day on which it would count as published'),
    meeting: z.object(publishedMeeting.shape),
  }),
);

/** The meeting of the address with all that is published of it, for its secretary. */
export async function meetingToPublish(call: Caller & { param(name: string): string }): Promise<Publishable> {
  const { record } = await readable(call, meetings, call.param('meetingId'));
  call.demand('register.record', { bodyId: record.bodyId, accessClass: record.accessClass });
  return publishable(call.register, record.id, call.today);
}

/** Publishing an agenda: what would go out, and the word to put it out. */
export const publicationOperations: readonly Operation<Caller>[] = [
  reads({
    id: 'previewAgenda',
    path: '/meetings/{meetingId}/agenda/publication',
    group: 'Meetings and agendas',
    summary: 'What the public would see of a meeting if its agenda went out now; there is none once it is out',
    action: 'register.record',
    query: z.strictObject({}),
    output: previewView,
    answer: async (call) => {
      const from = await meetingToPublish(call);
      if (!from.agenda || isOut(from.agenda.record)) throw new NotFound('an agenda that is to go out');
      const value = {
        seen: seenName(from, call.now),
        day: dayItCounts(from, call.now),
        meeting: preview(from, call.now),
      };
      return { value, version: from.agenda.version };
    },
  }),
  commands({
    id: 'publishAgenda',
    path: '/meetings/{meetingId}/agenda/publication',
    group: 'Meetings and agendas',
    summary: 'Publishes an agenda as it was previewed; what has changed since is not published',
    action: 'register.record',
    refuses: {
      published: 'already-published',
      held: 'meeting-over',
      cancelled: 'meeting-over',
      'no-agenda': 'no-agenda',
    },
    input: z.strictObject({ seen: z.string().min(1).max(200) }),
    changes: 'agenda',
    answer: async (call) => {
      const { meeting } = await meetingToPublish(call);
      return publishAgenda(call.register, call.command, meeting.record.id, call.body.seen);
    },
  }),
];
