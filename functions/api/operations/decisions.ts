import * as z from 'zod';
import type { Decision } from '../../../shared/domain/decisions/decision.ts';
import { decisionOutcome } from '../../../shared/domain/decisions/decision.ts';
import * as acts from '../../../shared/store/decision-acts.ts';
import { contextOf } from '../../../shared/store/decision-around.ts';
import { decisions } from '../../../shared/store/decisions.ts';
import { type Caller, commands, lists, type Operation, reads } from '../operation.ts';
import { visiblePage } from '../pages.ts';
import { Refused } from '../problems.ts';
import { decisionView } from '../views.ts';
import { decisionFrom, written } from './decision-input.ts';
import { decisionKnown, knowsDecision, subjectOf } from './decision-known.ts';
import { wrongField } from './promise-for.ts';

const none = z.strictObject({});

/** Once it is published it is written no more. */
const published = {
  withdrawn: 'decision-over',
  recommendation: 'decision-over',
  'call-in-open': 'decision-over',
  'called-in': 'decision-over',
  'referred-back': 'decision-over',
  'referred-to-council': 'decision-over',
  implementable: 'decision-over',
  implemented: 'decision-over',
} as const;

/** Decisions by one member or officer: their record, and its publication. */
export const decisionOperations: readonly Operation<Caller>[] = [
  lists({
    id: 'listDecisions',
    path: '/decisions',
    group: 'Decisions by one person',
    summary:
      'Decisions by single members and officers that you may know of: those that go on, or those that have ended',
    action: 'decision.see',
    query: z.strictObject({ ended: z.enum(['true', 'false']).default('false').describe('Those that have ended') }),
    output: decisionView,
    answer: async (call) => {
      const { limit, after, register, query } = call;
      const partition = query.ended === 'true' ? 'DECISIONS#ENDED' : 'DECISIONS#OPEN';
      const keep = (one: Decision) => knowsDecision(call, one);
      const { found, next } = await visiblePage(register, {
        kind: decisions,
        index: 'gsi1',
        partition,
        keep,
        limit,
        after,
      });
      return { items: found.map(({ record }) => record), next };
    },
  }),
  reads({
    id: 'readDecision',
    path: '/decisions/{decisionId}',
    group: 'Decisions by one person',
    summary: 'The record of one decision',
    action: 'decision.see',
    query: none,
    output: decisionView,
    answer: async (call) => {
      const { record, version } = await decisionKnown(call);
      return { value: record, version };
    },
  }),
  commands({
    id: 'recordDecision',
    path: '/decisions',
    group: 'Decisions by one person',
    summary: 'Begins the record of a decision by a member, an officer or an executive; nothing is published yet',
    action: 'decision.record',
    input: written,
    changes: null,
    answer: async (call) => {
      const record = await decisionFrom(call, call.newId());
      call.demand('decision.record', subjectOf(record));
      return acts.saveDecision(call.register, { ...call.command, version: 0 }, record);
    },
  }),
  commands({
    id: 'writeDecision',
    path: '/decisions/{decisionId}/record',
    group: 'Decisions by one person',
    summary: 'Writes the record of a decision anew, until it is published',
    action: 'decision.record',
    refuses: published,
    input: written,
    changes: 'decision',
    answer: async (call) => {
      const { record: was } = await decisionKnown(call);
      call.demand('decision.record', subjectOf(was));
      const record = await decisionFrom(call, was.id);
      call.demand('decision.record', subjectOf(record));
      return acts.saveDecision(call.register, call.command, record);
    },
  }),
  commands({
    id: 'moveDecision',
    path: '/decisions/{decisionId}/move',
    group: 'Decisions by one person',
    summary: 'It is put to whoever decides, put off, or given up',
    action: 'decision.record',
    refuses: published,
    input: z.strictObject({
      event: z.enum(['put', 'defer', 'withdraw']),
      reason: z.string().trim().min(1).max(2000).nullable(),
    }),
    changes: 'decision',
    answer: async (call) => {
      const { record } = await decisionKnown(call);
      call.demand('decision.record', subjectOf(record));
      return acts.moveDecision(call.register, call.command, record.id, call.body);
    },
  }),
  commands({
    id: 'publishDecision',
    path: '/decisions/{decisionId}/publish',
    group: 'Decisions by one person',
    summary: 'Publishes the record of a decision: from then the call-in window runs, where there is one',
    action: 'decision.publish',
    refuses: { ...published, 'not-whole': 'record-not-whole' },
    input: none,
    changes: 'decision',
    answer: async (call) => {
      const { record } = await decisionKnown(call);
      call.demand('decision.publish', subjectOf(record));
      return acts.publishDecision(call.register, call.command, record.id).catch(async (fault: unknown) => {
        if (!(fault instanceof acts.RecordNotWhole)) throw fault;
        const context = await contextOf(call.register, record, call.today);
        const lacks = acts.missingIn(record, context, call.today);
        throw new Refused('record-not-whole', { detail: lacks.join(', ') });
      });
    },
  }),
  commands({
    id: 'recordDecisionOutcome',
    path: '/decisions/{decisionId}/outcome',
    group: 'Decisions by one person',
    summary: 'What scrutiny, the council or whoever decided did with a decision, or that it was carried out',
    action: 'decision.publish',
    input: z
      .strictObject({
        event: decisionOutcome.shape.event,
        on: decisionOutcome.shape.on,
        reasons: z.string().trim().max(4000),
        text: z.string().trim().min(1).max(20_000).nullable().default(null).describe('Of an amendment: the new words'),
      })
      .refine(({ event, reasons }) => event === 'implement' || reasons !== '', { path: ['reasons'], error: 'Say why' })
      .refine(({ event, text }) => (event === 'amend') === (text !== null), {
        path: ['text'],
        error: 'Given exactly with an amendment',
      }),
    changes: 'decision',
    answer: async (call) => {
      const { record } = await decisionKnown(call);
      call.demand('decision.publish', subjectOf(record));
      if (call.body.on > call.today) throw wrongField('/on', 'A day that has come');
      return acts.recordDecisionOutcome(call.register, call.command, record.id, call.body);
    },
  }),
];
