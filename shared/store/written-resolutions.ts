import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Day } from '../domain/calendar/day.ts';
import { type Vote, vote } from '../domain/written-resolutions/vote.ts';
import {
  isToBeReported,
  type WrittenResolution,
  writtenResolution,
} from '../domain/written-resolutions/written-resolution.ts';
import { list, partitionOf, type RecordKind, type Register, type Versioned } from './record-kind.ts';
import type { Table, Write } from './table.ts';

const OPEN = ['draft', 'put'];

/** Decisions in writing; listed by body (open ones, then ended), and while they are still to be reported to a meeting. */
export const writtenResolutions: RecordKind<WrittenResolution> = {
  type: 'written-resolution',
  schema: writtenResolution,
  stored: 1,
  upcasts: {},
  accessClassOf: ({ accessClass }) => accessClass,
  lists: (which) => {
    const { id, bodyId, state, closes } = which;
    const sort = `${OPEN.includes(state) ? 'OPEN' : 'ENDED'}#${closes.day}#${id}`;
    return {
      gsi1: [`WRITTEN#${bodyId}`, sort],
      ...(isToBeReported(which) ? { gsi2: [`WRITTEN-TO-REPORT#${bodyId}`, `${closes.day}#${id}`] as const } : {}),
    };
  },
};

/** Votes, one for each member and decision; found beside what they are votes on. */
export const votes: RecordKind<Vote> = {
  type: 'written-vote',
  schema: vote,
  stored: 1,
  upcasts: {},
  accessClassOf: ({ accessClass }) => accessClass,
  lists: () => ({}),
};

/** The one identifier that a member's vote on a decision can have: a second vote is another version of the first. */
export function voteIdOf(writtenResolutionId: string, personId: string): string {
  const key = `${writtenResolutionId}\n${personId}`;
  return `vote-${createHash('sha256').update(key).digest('hex').slice(0, 32)}`;
}

/** The copy of a vote that lies with the decision, written in the same transaction: all of them are one query. */
export function voteCopy(cast: Vote): Write {
  return {
    put: { pk: partitionOf('written-resolution', cast.writtenResolutionId), sk: `VOTE#${cast.personId}`, cast },
  };
}

/** Every vote on a decision, as last given. Strongly consistent. */
export async function votesOn({ table }: Register, id: string): Promise<Vote[]> {
  const items = await table.queryAll({ partition: partitionOf('written-resolution', id), prefix: 'VOTE#' });
  return items.map((item) => vote.parse(item['cast']));
}

/** What a body decides in writing now: drafts and those that are put, the first to close first. */
export async function openWritten(register: Register, bodyId: string): Promise<Versioned<WrittenResolution>[]> {
  return list(register, writtenResolutions, { index: 'gsi1', partition: `WRITTEN#${bodyId}`, prefix: 'OPEN#' });
}

/** What a body has decided in writing, or not, the last first. */
export async function endedWritten(register: Register, bodyId: string): Promise<Versioned<WrittenResolution>[]> {
  const where = { index: 'gsi1', partition: `WRITTEN#${bodyId}`, prefix: 'ENDED#', newestFirst: true } as const;
  return list(register, writtenResolutions, where);
}

/** What was decided (or asked) in writing and is to be reported to the body's next meeting, the oldest first. */
export async function writtenResolutionsToReport(
  register: Register,
  bodyId: string,
): Promise<Versioned<WrittenResolution>[]> {
  return list(register, writtenResolutions, { index: 'gsi2', partition: `WRITTEN-TO-REPORT#${bodyId}` });
}

const lookKey = (id: string) => ({ pk: partitionOf('written-resolution', id), sk: 'NEXT-LOOK' });
const DUE = 'DUE#WRITTEN';

/** When the daily round looks at it next; null takes it from the round's list. */
export function nextLook(id: string, day: Day | null): Write {
  return day === null
    ? { remove: lookKey(id) }
    : { put: { ...lookKey(id), gsi3pk: DUE, gsi3sk: `${day}#${id}`, id, day } };
}

const look = z.object({ id: z.string() });

/** Those that the round of that day is to look at: a page of at most 50, the longest due first. */
export async function writtenToLookAt(table: Table, today: Day): Promise<string[]> {
  const { items } = await table.query({ index: 'gsi3', partition: DUE, upTo: `${today}#~`, limit: 50 });
  return items.map((item) => look.parse(item).id);
}
