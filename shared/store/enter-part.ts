import type { Commitment } from '../domain/commitments/commitment.ts';
import type { Actor } from '../domain/history/history-entry.ts';
import { moved } from '../domain/record.ts';
import { recordsOfPart } from '../minutes/acceptance.ts';
import { isPublic } from '../minutes/meeting-of-reading.ts';
import { type PartToEnter, type ReadingRecord, readingTransitions } from '../minutes/reading-record.ts';
import { bodies } from './bodies.ts';
import { agendaItems, businessOf, minutes, resolutions } from './business.ts';
import { type Change, change, runCommand } from './commit.ts';
import { commitments, nextAction } from './commitments.ts';
import { NotFound } from './errors.ts';
import { meetings } from './meetings.ts';
import type { OutboxEntry } from './outbox.ts';
import { publishMeeting } from './publish.ts';
import { readings } from './readings.ts';
import { get, type Register, type Versioned } from './record-kind.ts';

/** Both times of a step that a workflow takes. */
export type Moment = { at: string; today: string };

const acceptedBy = ({ acceptedBy: personId }: ReadingRecord): Actor =>
  personId === null ? { sort: 'system', part: 'enter-finds' } : { sort: 'person', personId, onBehalfOf: null };

const isChased = ({ state, chasedFrom }: Commitment): boolean => state === 'open' && chasedFrom !== null;

const liveEntry = ({ id }: Commitment): OutboxEntry => ({ topic: 'commitment-live', recordId: id, word: 'live' });

function entered(was: Versioned<ReadingRecord>, key: string): Change {
  const parts = was.record.parts.map((one) => (one.key === key ? { ...one, entered: true } : one));
  return change(readings, { was, record: { ...was.record, parts }, event: 'part entered' });
}

function partOf(record: ReadingRecord, key: string): PartToEnter {
  const part = record.parts.find((one) => one.key === key);
  if (!part) throw new NotFound(`part ${key} of reading ${record.id}`);
  return part;
}

/**
 * Puts one part of an accepted text in the register: its records, their history and what must follow, in one transaction with the
 * mark that it is entered. Entering it again changes nothing.
 */
export async function enterPart(
  register: Register,
  { readingId, part: key }: { readingId: string; part: string },
  { at, today }: Moment,
): Promise<'entered' | 'already-entered'> {
  const was = await get(register, readings, readingId);
  const part = partOf(was.record, key);
  if (part.entered) return 'already-entered';
  const meeting = await get(register, meetings, was.record.meetingId ?? '');
  const { item, minute, resolution, commitments: promises } = recordsOfPart(was.record, part, meeting.record);
  const commandId = `enter-${readingId}-${key}`;
  await runCommand(register, commandId, async () => ({
    commandId,
    actor: acceptedBy(was.record),
    at,
    outcome: { part: key },
    changes: [
      entered(was, key),
      ...(item ? [change(agendaItems, { was: null, record: item, event: 'agenda item entered from minutes' })] : []),
      ...(minute ? [change(minutes, { was: null, record: minute, event: 'minute entered' })] : []),
      ...(resolution
        ? [change(resolutions, { was: null, record: resolution, event: 'resolution entered from minutes' })]
        : []),
      ...promises.map((record) => change(commitments, { was: null, record, event: 'promise entered from minutes' })),
    ],
    unique: promises.map(({ reference }) => `reference ${reference}`),
    outbox: promises.filter(isChased).map(liveEntry),
    also: promises.filter(isChased).map(({ id }) => nextAction(id, today)),
  }));
  return 'entered';
}

/**
 * What was entered a moment ago may not be in the meeting's list yet: indexes lag. Publishing waits for it, so that the
 * snapshot is whole. Throws while something is missing: the workflow tries again.
 */
async function requireListed(register: Register, { id, parts }: ReadingRecord, meetingId: string): Promise<void> {
  const { items, resolutions } = await businessOf(register, meetingId);
  const listed = new Set([...items, ...resolutions].map(({ record }) => record.id));
  const missing = parts
    .flatMap(({ itemId, resolutionId }) => [itemId, resolutionId])
    .filter((wanted) => wanted !== null && !listed.has(wanted));
  if (missing.length > 0) throw new Error(`${missing.length} records of reading ${id} are not listed yet`);
}

/** Publishes the meeting where the secretary said so and both body and meeting sit in public. Once: the command has one id. */
async function publishIfAsked(register: Register, record: ReadingRecord, { at, today }: Moment): Promise<void> {
  if (!record.toBePublished || record.meetingId === null) return;
  const [meeting, body] = await Promise.all([
    get(register, meetings, record.meetingId),
    get(register, bodies, record.bodyId),
  ]);
  if (!isPublic(meeting.record, body.record)) return;
  await requireListed(register, record, record.meetingId);
  await publishMeeting(
    register,
    { commandId: `publish-${record.id}`, actor: acceptedBy(record), at, today },
    meeting.record.id,
  );
}

/** Says that every part is entered, and publishes the meeting where that was asked for. Throws while one is not: the workflow tries again. */
export async function finishEntering(register: Register, readingId: string, moment: Moment): Promise<'entered'> {
  const was = await get(register, readings, readingId);
  if (was.record.state === 'entered') return 'entered';
  const missing = was.record.parts.filter((part) => !part.entered);
  if (missing.length > 0) throw new Error(`${missing.length} parts of reading ${readingId} are not entered yet`);
  const state = moved(readingTransitions, was.record.state, 'finish');
  await publishIfAsked(register, was.record, moment);
  const commandId = `entered-${readingId}`;
  await runCommand(register, commandId, async () => ({
    commandId,
    actor: acceptedBy(was.record),
    at: moment.at,
    outcome: { state },
    changes: [change(readings, { was, record: { ...was.record, state }, event: 'all entered' })],
  }));
  return 'entered';
}
