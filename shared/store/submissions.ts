import { createHash, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import type { Taken } from '../domain/questions/judge.ts';
import type { SubmissionSort } from '../domain/questions/question-rules.ts';
import { counts, type Said, type Submission, said, submission } from '../domain/questions/submission.ts';
import { newSecret, pseudonym } from './askings.ts';
import { getMany, list, partitionOf, type RecordKind, type Register, type Versioned } from './record-kind.ts';
import type { Key, Table, Write } from './table.ts';
import { ASKED_PREFIX } from './table-definition.ts';

/** Questions, petitions and deputations; listed by body (what waits first) and by meeting. */
export const submissions: RecordKind<Submission> = {
  type: 'submission',
  schema: submission,
  stored: 1,
  upcasts: {},
  // Published only as part of an agenda, and then without the asker unless they agreed.
  accessClassOf: () => 'internal',
  lists: ({ id, bodyId, meetingId, meetingDay, countsFrom, state }) => ({
    gsi1: [`SUBMISSIONS#${bodyId}`, `${state === 'received' ? 'WAITS' : 'DECIDED'}#${meetingDay}#${countsFrom}#${id}`],
    gsi2: [`SUBMISSIONS-FOR#${meetingId}`, `${countsFrom}#${id}`],
  }),
};

const saidKey = (id: string): Key => ({ pk: partitionOf('submission', id), sk: 'SAID' });
const forgetKey = (id: string): Key => ({ pk: partitionOf('submission', id), sk: 'FORGET' });

/** What the asker wrote, with what shows that it is unchanged and that a link is theirs. */
const kept = z.object({ said, salt: z.string(), linkHash: z.string() });

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The digest of what somebody said: kept on the record, while the words and the salt lie beside it and can go. */
function digestOf(words: Said, salt: string): string {
  return sha256(
    `${salt}\n${JSON.stringify([words.name, words.email, words.connection, words.text, words.publishName])}`,
  );
}

/** The writes that keep what was said beside its record, with the day on which it goes; and the digest for the record. */
export function keepSaid(
  id: string,
  words: Said,
  { secret, forgetOn, salt = newSecret() }: { secret: string; forgetOn: string; salt?: string },
) {
  const writes: Write[] = [
    { put: { ...saidKey(id), said: words, salt, linkHash: sha256(secret) } },
    { put: { ...forgetKey(id), gsi3pk: DUE_SUBMISSIONS, gsi3sk: `${forgetOn}#${id}`, submissionId: id } },
  ];
  return { writes, digest: digestOf(words, salt) };
}

/** What the asker wrote; undefined once it was deleted. */
export async function saidOf(table: Table, id: string): Promise<Said | undefined> {
  const item = await table.get(saidKey(id));
  return item && kept.parse(item).said;
}

/** What the askers of several wrote, by id. */
export async function saidOfMany(table: Table, ids: readonly string[]): Promise<Map<string, Said>> {
  const items = await table.getMany(ids.map(saidKey));
  return new Map(items.map((item) => [item.pk.slice(partitionOf('submission', '').length), kept.parse(item).said]));
}

/** Does a link carry the secret of this submission? */
export async function isTheirLink(table: Table, id: string, secret: string): Promise<boolean> {
  const item = await table.get(saidKey(id));
  if (!item) return false;
  return timingSafeEqual(Buffer.from(kept.parse(item).linkHash), Buffer.from(sha256(secret)));
}

/** Those of a body that wait for an answer whether they will be put, by meeting and time. */
export async function waitingSubmissions(register: Register, bodyId: string): Promise<Versioned<Submission>[]> {
  return list(register, submissions, { index: 'gsi1', partition: `SUBMISSIONS#${bodyId}`, prefix: 'WAITS#' });
}

/** All of a body, what waits last. */
export async function submissionsOf(register: Register, bodyId: string): Promise<Versioned<Submission>[]> {
  return list(register, submissions, { index: 'gsi1', partition: `SUBMISSIONS#${bodyId}` });
}

/** All that were put to a meeting, in the order in which they count. */
export async function submissionsFor(register: Register, meetingId: string): Promise<Versioned<Submission>[]> {
  return list(register, submissions, { index: 'gsi2', partition: `SUBMISSIONS-FOR#${meetingId}` });
}

/** One that will be put at a meeting, as an agenda shows it: the name only where the asker agreed. */
export type AdmittedQuestion = {
  readonly id: string;
  readonly sort: SubmissionSort;
  /** null once what the asker wrote was deleted. */
  readonly text: string | null;
  readonly name: string | null;
  readonly signatures: number | null;
  readonly reply: string | null;
};

/** What will be put at a meeting (or was), in the order in which it counts: for its agenda, under public questions. */
export async function admittedQuestions(register: Register, meetingId: string): Promise<AdmittedQuestion[]> {
  const all = (await submissionsFor(register, meetingId)).map(({ record }) => record);
  const admitted = all.filter(({ state }) => state === 'admitted' || state === 'answered');
  const words = await saidOfMany(
    register.table,
    admitted.map(({ id }) => id),
  );
  return admitted.map(({ id, sort, signatures, publishName, reply }) => {
    const one = words.get(id);
    const name = publishName ? (one?.name ?? null) : null;
    return { id, sort, text: one?.text ?? null, name, signatures, reply: reply?.text ?? null };
  });
}

/** What a meeting has been sent: who, only as a pseudonym of this meeting. */
const tally = z.object({
  salt: z.string(),
  version: z.int(),
  entries: z.array(z.object({ id: z.string(), sort: z.string(), by: z.string() })),
});
export type Tally = z.infer<typeof tally>;

const tallyKey = (meetingId: string): Key => ({ pk: `${ASKED_PREFIX}MEETING#${meetingId}`, sk: 'TALLY' });

/** The tally of a meeting; an empty one until something was received. Strongly consistent. */
export async function tallyOf(table: Table, meetingId: string): Promise<Tally> {
  const item = await table.get(tallyKey(meetingId));
  return item ? tally.parse(item) : { salt: newSecret(), version: 0, entries: [] };
}

/** What of a sort a meeting has from this address and in all; refused and withdrawn ones take no place. */
export async function takenOf(
  register: Register,
  { salt, entries }: Tally,
  { sort, email }: { sort: SubmissionSort; email: string },
): Promise<Taken> {
  const records = await getMany(
    register,
    submissions,
    entries.filter((entry) => entry.sort === sort).map(({ id }) => id),
  );
  const counted = new Set(records.filter(({ record }) => counts(record)).map(({ record }) => record.id));
  const by = pseudonym(salt, email);
  const live = entries.filter(({ id }) => counted.has(id));
  return { ofPerson: live.filter((entry) => entry.by === by).length, ofMeeting: live.length };
}

/** The write that adds one to a tally as it was read; fails when another was added meanwhile. */
export function addToTally(
  was: Tally,
  { meetingId, id, sort, email }: { meetingId: string; id: string; sort: SubmissionSort; email: string },
): Write {
  const entries = [...was.entries, { id, sort, by: pseudonym(was.salt, email) }];
  const unmoved =
    was.version === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: '#v = :v',
          ExpressionAttributeNames: { '#v': 'version' },
          ExpressionAttributeValues: { ':v': was.version },
        };
  return { put: { ...tallyKey(meetingId), salt: was.salt, version: was.version + 1, entries }, when: unmoved };
}

/** The key of the sparse index under which what is to be deleted is found, by day. */
const DUE_SUBMISSIONS = 'DUE#SUBMISSIONS';

/** Submissions whose words are due to go by a day: a page of at most 50. */
export async function dueToForget(table: Table, today: string): Promise<string[]> {
  const { items } = await table.query({ index: 'gsi3', partition: DUE_SUBMISSIONS, upTo: `${today}#~`, limit: 50 });
  return items.map((item) => String(item['submissionId']));
}

/** The writes that delete what the asker wrote, and by which the meeting knew them. */
export function forgetWrites({ id, meetingId }: Pick<Submission, 'id' | 'meetingId'>): Write[] {
  return [{ remove: saidKey(id) }, { remove: forgetKey(id) }, { remove: tallyKey(meetingId) }];
}
