import type { Commitment } from '../../shared/domain/commitments/commitment.ts';
import type { Workflows } from '../../shared/lambda/workflows.ts';
import { commitments } from '../../shared/store/commitments.ts';
import { findEntry, forget, type StoredOutboxEntry } from '../../shared/store/outbox.ts';
import { enterPasted } from '../../shared/store/paste-acts.ts';
import { enterProgramme } from '../../shared/store/programme-acts.ts';
import { readings } from '../../shared/store/readings.ts';
import { find, type Register } from '../../shared/store/record-kind.ts';
import { dropToken, waitingToken } from '../../shared/store/tokens.ts';
import { invite, startPublication } from './agenda-publications.ts';
import { tellChair, tellChairOfUrgency } from './agendas-to-agree.ts';
import { followDecision } from './decisions.ts';
import { tellAsker } from './public-askers.ts';
import { askMembers, passOnEnding } from './written-resolutions.ts';

export type RelayServices = { register: Register; workflows: Workflows };

const asksForAnswer = ({ state, chasedFrom, acceptance }: Commitment): boolean =>
  state === 'open' && chasedFrom !== null && acceptance.state !== 'accepted';

/** The execution that asks the owner of this cycle. */
const questionOf = ({ id, cycle }: Commitment): string => `answer-${id}-${cycle}`;

/** The promise is live: its owner is asked once in each cycle. The record as it is now decides, not the entry. */
async function askForAnswer(id: string, { register, workflows }: RelayServices): Promise<void> {
  const promise = await find(register, commitments, id);
  if (!promise || !asksForAnswer(promise.record)) return;
  await workflows.start('promise-answer', questionOf(promise.record), { commitmentId: id });
}

/**
 * An answer is on the record: the workflow that waits for it, if one does, is told the word. Entries come in any order, so
 * the word may be an answer to an earlier question: the new owner, who has not answered, is not answered for.
 */
async function passOnAnswer(id: string, word: string, { register, workflows }: RelayServices): Promise<void> {
  const [waiting, promise] = await Promise.all([waitingToken(register.table, id), find(register, commitments, id)]);
  if (!waiting) return;
  const isNewQuestion = promise !== undefined && waiting.executionArn.endsWith(questionOf(promise.record));
  if (isNewQuestion && word !== 'more-time' && asksForAnswer(promise.record)) return;
  await workflows.answer(waiting.token, { word });
  await dropToken(register.table, id, waiting.token);
}

async function enterFinds(readingId: string, { register, workflows }: RelayServices): Promise<void> {
  const reading = await find(register, readings, readingId);
  if (reading?.record.state !== 'entering') return;
  const parts = reading.record.parts.filter(({ entered }) => !entered).map(({ key }) => key);
  await workflows.start('enter-finds', `enter-${readingId}`, { readingId, parts });
}

async function carryOut(stored: StoredOutboxEntry, services: RelayServices): Promise<void> {
  const { entry, sk } = stored;
  switch (entry.topic) {
    case 'commitment-live':
      return askForAnswer(entry.recordId, services);
    case 'commitment-answered':
    case 'commitment-ended':
      return passOnAnswer(entry.recordId, entry.word, services);
    case 'finds-accepted':
      return enterFinds(entry.recordId, services);
    case 'asking-sent':
    case 'submission-decided':
      return tellAsker(stored, services.workflows);
    case 'decision-moved':
      return followDecision(entry.recordId, services);
    case 'meeting-called':
      return invite(stored, services);
    case 'urgency-asked':
      return tellChairOfUrgency(stored, services);
    case 'chair-asked':
      return tellChair(stored, services);
    case 'publication-asked':
      return startPublication(entry, services);
    case 'written-resolution-put':
      return askMembers(entry.recordId, services);
    case 'written-resolution-ended':
      return passOnEnding(entry.recordId, entry.word, services);
    case 'people-pasted':
      return enterPasted(services.register, entry.recordId);
    case 'programme-adopted':
      return enterProgramme(services.register, entry.recordId);
    case 'programme-changed':
    case 'calendar-changed': {
      const name = `recompute-${sk.replace(/[^A-Za-z0-9-]/g, '-').slice(-60)}`;
      return services.workflows.start('recompute-deadlines', name, {
        changeId: `${entry.topic}:${entry.recordId}:${entry.word}`,
        after: null,
      });
    }
  }
}

/**
 * Carries out the outbox entry under a key and then deletes it. Assumes no order and at-least-once delivery: an entry
 * that is gone was handled, and every effect is guarded by a name of its own.
 */
export async function relay(
  key: { pk: string; sk: string },
  services: RelayServices,
): Promise<'done' | 'already-done'> {
  const entry = await findEntry(services.register.table, key);
  if (!entry) return 'already-done';
  await carryOut(entry, services);
  await forget(services.register.table, entry);
  return 'done';
}
