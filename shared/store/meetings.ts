import { type Meeting, meeting } from '../domain/meetings/meeting.ts';
import { list, type RecordKind, type Register, type Versioned } from './record-kind.ts';

/** Meetings; listed by body and day, and all by day. */
export const meetings: RecordKind<Meeting> = {
  type: 'meeting',
  schema: meeting,
  stored: 2,
  // The first shape did not say when a meeting was convened.
  upcasts: { 1: (old) => ({ convenedOn: null, ...old }) },
  accessClassOf: ({ accessClass }) => accessClass,
  lists: ({ id, bodyId, day }) => ({
    gsi1: [`MEETINGS#${bodyId}`, `${day}#${id}`],
    gsi2: ['MEETINGS', `${day}#${id}`],
  }),
};

/** One body's meetings in order of day. */
export async function meetingsOf(register: Register, bodyId: string): Promise<Versioned<Meeting>[]> {
  return list(register, meetings, { index: 'gsi1', partition: `MEETINGS#${bodyId}` });
}

/** The uniqueness value of a sitting: one body sits once at a time. */
export function sitting({ bodyId, day, time }: Pick<Meeting, 'bodyId' | 'day' | 'time'>): string {
  return `meeting ${bodyId} ${day} ${time ?? ''}`;
}
