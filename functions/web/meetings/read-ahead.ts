import { meetingAndAgenda } from '../../../shared/store/agenda-around.ts';
import { readBodyContext } from '../../../shared/store/body-context.ts';
import { noticesSent } from '../../../shared/store/messages.ts';
import type { Register } from '../../../shared/store/record-kind.ts';
import { submissionsFor } from '../../../shared/store/submissions.ts';

/** Whose meetings these are, of those that this process has read: a meeting never goes to another body. */
const bodyOf = new Map<string, string>();
const REMEMBERED = 1000;

async function readMeeting(register: Register, id: string): Promise<void> {
  const { meeting } = await meetingAndAgenda(register, id);
  if (bodyOf.size >= REMEMBERED) bodyOf.clear();
  bodyOf.set(id, meeting.record.bodyId);
}

/**
 * What the rest of a meeting's page depends on, by the address alone: the meeting and its agenda, what was sent in and out
 * about it, and, once this process knows whose meeting it is, who sits there. So the page waits for the table twice: for
 * this beside the session, and for all that these name.
 */
export function readMeetingAhead(
  register: Register,
  { id = '' }: Readonly<Record<string, string>>,
): readonly Promise<unknown>[] {
  const bodyId = bodyOf.get(id);
  return [
    readMeeting(register, id),
    submissionsFor(register, id),
    noticesSent(register.table, id),
    ...(bodyId === undefined ? [] : [readBodyContext(register, bodyId)]),
  ];
}
