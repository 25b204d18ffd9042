import '../pages/words/published.ts';
import type { PublishedSitting } from '../domain/meetings/published.ts';
import { publicAddresses } from '../pages/published/addresses.ts';
import { say } from '../pages/say.ts';
import type { CalendarEvent } from './icalendar.ts';

/** A meeting that nothing has changed since it was called. */
const UNCHANGED = '2018-01-01T00:00:00.000Z';

type Sitting = Pick<
  PublishedSitting,
  'id' | 'bodyId' | 'bodyName' | 'day' | 'time' | 'venue' | 'cancelled' | 'sequence' | 'revisedAt' | 'agendaOut'
>;

/** A meeting as a calendar entry: in feeds and in invitations the same one. `publicAddress` has no slash at its end. */
export function meetingEvent(sitting: Sitting, publicAddress: string, said: string | null = null): CalendarEvent {
  const { id, bodyId, bodyName: body, day, time, venue, cancelled, sequence, revisedAt, agendaOut } = sitting;
  const url = `${publicAddress}${publicAddresses.meeting(bodyId, id)}`;
  const words = [
    ...(said === null ? [] : [said]),
    ...(agendaOut && !cancelled ? [say('published', 'calendarAgenda')] : []),
    url,
  ];
  return {
    uid: `${id}@${new URL(publicAddress).hostname}`,
    sequence,
    stamp: revisedAt ?? UNCHANGED,
    day,
    time,
    summary: say('published', cancelled ? 'calendarCancelled' : 'calendarSummary', { body }),
    description: words.join('\n'),
    location: venue,
    url,
    cancelled,
  };
}
