import { type CallInRequest, callInRequest } from '../domain/decisions/call-in-request.ts';
import { type Decision, type DecisionState, decision } from '../domain/decisions/decision.ts';
import { type KeyDecisionNotice, keyDecisionNotice } from '../domain/decisions/key-decision-notice.ts';
import { fromItem, list, partitionOf, type RecordKind, type Register, type Versioned } from './record-kind.ts';
import type { Table, Write } from './table.ts';

const endedStates: readonly DecisionState[] = ['withdrawn', 'recommendation', 'implemented'];
const ENDED = 'DECISIONS#ENDED';
const GOING_ON = 'DECISIONS#OPEN';

/** Decisions; listed by those that go on and those that have ended, and by who decides. */
export const decisions: RecordKind<Decision> = {
  type: 'decision',
  schema: decision,
  stored: 1,
  upcasts: {},
  accessClassOf: ({ accessClass }) => accessClass,
  lists: ({ id, state, decidedOn, decidedBy }) => {
    const sort = `${decidedOn ?? '9999-12-31'}#${id}`;
    return {
      gsi1: [endedStates.includes(state) ? ENDED : GOING_ON, sort],
      ...(decidedBy.personId === null ? {} : { gsi2: [`DECIDES#${decidedBy.personId}`, sort] }),
    };
  },
};

/** Notices of key decisions and of private business; listed by the day that they are for. */
export const keyDecisionNotices: RecordKind<KeyDecisionNotice> = {
  type: 'key-decision-notice',
  schema: keyDecisionNotice,
  stored: 1,
  upcasts: {},
  accessClassOf: ({ accessClass }) => accessClass,
  lists: ({ id, state, from }) => ({
    gsi1: [state === 'withdrawn' ? 'KEY-DECISIONS#WITHDRAWN' : 'KEY-DECISIONS', `${from ?? '9999-12-31'}#${id}`],
  }),
};

/** Requests that a decision be called in; listed by decision, and those that wait for a judgement together. */
export const callInRequests: RecordKind<CallInRequest> = {
  type: 'call-in-request',
  schema: callInRequest,
  stored: 1,
  upcasts: {},
  accessClassOf: ({ accessClass }) => accessClass,
  lists: ({ id, decisionId, begunAt, state }) => ({
    gsi1: [`CALL-INS#${decisionId}`, `${begunAt}#${id}`],
    ...(state === 'open' ? { gsi2: ['CALL-INS#OPEN', `${begunAt}#${id}`] as const } : {}),
  }),
};

/** Ended decisions that a list shows: the newest. */
const MOST_ENDED = 50;

/** Decisions that go on, in order of day, and the newest of those that have ended. */
export async function allDecisions(register: Register): Promise<Versioned<Decision>[]> {
  const { table, blobs } = register;
  const [open, ended] = await Promise.all([
    list(register, decisions, { index: 'gsi1', partition: GOING_ON }),
    table.query({ index: 'gsi1', partition: ENDED, newestFirst: true, limit: MOST_ENDED }),
  ]);
  return [...open, ...(await Promise.all(ended.items.map((item) => fromItem(decisions, item, blobs))))];
}

/** Every decision there is: for a list that leaves nothing out. */
export async function everyDecision(register: Register): Promise<Versioned<Decision>[]> {
  const [open, ended] = await Promise.all(
    [GOING_ON, ENDED].map((partition) => list(register, decisions, { index: 'gsi1', partition })),
  );
  return [...(open ?? []), ...(ended ?? [])];
}

/** What somebody decides or has decided, the newest last. */
export async function decidedBy(register: Register, personId: string): Promise<Versioned<Decision>[]> {
  return list(register, decisions, { index: 'gsi2', partition: `DECIDES#${personId}` });
}

/** Every notice that was not withdrawn, by the day that it is for. */
export async function allNotices(register: Register): Promise<Versioned<KeyDecisionNotice>[]> {
  return list(register, keyDecisionNotices, { index: 'gsi1', partition: 'KEY-DECISIONS' });
}

/** The requests about one decision, the first one first. */
export async function callInsOf(register: Register, decisionId: string): Promise<Versioned<CallInRequest>[]> {
  return list(register, callInRequests, { index: 'gsi1', partition: `CALL-INS#${decisionId}` });
}

/** The requests that nobody has judged yet. */
export async function openCallIns(register: Register): Promise<Versioned<CallInRequest>[]> {
  return list(register, callInRequests, { index: 'gsi2', partition: 'CALL-INS#OPEN' });
}

const dueKey = (id: string) => ({ pk: partitionOf('decision', id), sk: 'NEXT-ACTION' });
const DUE_DECISIONS = 'DUE#DECISIONS';

/** The day whose round is to look at the decision; null when no round need. */
export function lookAtDecisionOn(id: string, day: string | null): Write {
  if (day === null) return { remove: dueKey(id) };
  return { put: { ...dueKey(id), gsi3pk: DUE_DECISIONS, gsi3sk: `${day}#${id}`, decisionId: id } };
}

/** The first of the decisions whose day has come; what has been dealt with is gone from here. */
export async function decisionsDue(table: Table, today: string, limit: number): Promise<string[]> {
  const { items } = await table.query({ index: 'gsi3', partition: DUE_DECISIONS, upTo: `${today}#~`, limit });
  return items.map((item) => String(item['decisionId']));
}
