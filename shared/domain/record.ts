import * as z from 'zod';

/** Sortable identifier (UUIDv7) of any record; made by a port, never by a rule. */
export const recordId = z.string().regex(/^[a-z0-9][a-z0-9-]{1,63}$/, 'Not an identifier');

/** Everything that is kept as a record with its own history. */
export const recordTypes = [
  'person',
  'body',
  'membership',
  'procedure',
  'meeting',
  'agenda-item',
  'minute',
  'resolution',
  'commitment',
  'reading',
  'calendar',
  'reminder-policy',
  'message',
  'workflow-run',
  'agenda',
  'submission',
  'question-rules',
  'attendance',
  'decision',
  'key-decision-notice',
  'call-in-request',
  'written-resolution',
  'written-vote',
  'api-token',
] as const;
export type RecordType = (typeof recordTypes)[number];

/**
 * Who may see a record: `public` once published, `internal` for signed-in people of the organisation,
 * `private` for those the access table names (exempt or confidential business).
 */
export const accessClass = z.enum(['public', 'internal', 'private']);
export type AccessClass = z.infer<typeof accessClass>;

/** Thrown when a record is asked to do what its table of transitions does not allow. */
export class TransitionRefused extends Error {
  override name = 'TransitionRefused';
  readonly from: string;
  readonly event: string;
  constructor(from: string, event: string) {
    super(`'${event}' is not possible when the state is '${from}'`);
    this.from = from;
    this.event = event;
  }
}

/** Looks a move up in a table of transitions. Throws `TransitionRefused` for a move that the table does not hold. */
export function moved<State extends string, Event extends string>(
  table: Record<State, Partial<Record<Event, State>>>,
  from: State,
  event: Event,
): State {
  const to = table[from][event];
  if (to === undefined) throw new TransitionRefused(from, event);
  return to;
}
