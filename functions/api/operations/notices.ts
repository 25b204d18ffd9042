import * as z from 'zod';
import { privateReason } from '../../../shared/domain/agenda-items/agenda-item.ts';
import { existsOn } from '../../../shared/domain/bodies/body.ts';
import {
  furtherGaps,
  type KeyDecisionNotice,
  keyDecisionNotice,
  lacksOf,
} from '../../../shared/domain/decisions/key-decision-notice.ts';
import { urgencyAgreement } from '../../../shared/domain/decisions/key-route.ts';
import { everyCouncillorMayRead } from '../../../shared/domain/decisions/who-may.ts';
import { bodies } from '../../../shared/store/bodies.ts';
import { RecordNotWhole } from '../../../shared/store/decision-acts.ts';
import { keyDecisionNotices } from '../../../shared/store/decisions.ts';
import { NotFound } from '../../../shared/store/errors.ts';
import * as acts from '../../../shared/store/notice-acts.ts';
import { find, get, type Versioned } from '../../../shared/store/record-kind.ts';
import { named } from '../named.ts';
import { type Caller, commands, lists, type Operation, reads } from '../operation.ts';
import { visiblePage } from '../pages.ts';
import { Refused } from '../problems.ts';
import { wrongField } from './promise-for.ts';

type Asking = Caller & { param(name: string): string };

const none = z.strictObject({});
const about = { group: 'Decisions by one person', action: 'decision.publish' } as const;
const path = '/key-decision-notices/{noticeId}';
const shape = keyDecisionNotice.shape;
const noticeView = named('KeyDecisionNotice', z.object(shape));
const subjectOf = ({ bodyId, accessClass }: KeyDecisionNotice) => ({ bodyId, accessClass });

/** A draft is known to those who write notices; what is published to everybody, unless it is private business. */
function knows({ may, person }: Pick<Caller, 'may' | 'person'>, notice: KeyDecisionNotice): boolean {
  if (may('decision.publish', subjectOf(notice))) return true;
  if (notice.published === null) return false;
  if (notice.accessClass !== 'private') return true;
  const reason = notice.private?.privateReason ?? null;
  return may('decision.see', subjectOf(notice)) || (person.councillor !== null && everyCouncillorMayRead(reason));
}

async function known(call: Asking): Promise<Versioned<KeyDecisionNotice>> {
  const found = await get(call.register, keyDecisionNotices, call.param('noticeId'));
  if (!knows(call, found.record)) throw new NotFound('notice');
  return found;
}

async function toWrite(call: Asking): Promise<KeyDecisionNotice> {
  const { record } = await known(call);
  call.demand('decision.publish', subjectOf(record));
  return record;
}

const written = z
  .strictObject(shape)
  .pick({
    bodyId: true,
    title: true,
    keyDecision: true,
    statement: true,
    matter: true,
    maker: true,
    from: true,
    to: true,
    documents: true,
    address: true,
    others: true,
    howToAsk: true,
  })
  .extend({
    private: z
      .strictObject({ privateReason, urgency: urgencyAgreement.nullable().default(null) })
      .nullable()
      .describe('Where the meeting, or part of it, is to be in private'),
  });

const noneYet = { representations: '', noRepresentations: false, response: '', furtherNotice: null } as const;

/** What was sent as a notice that is not published; any field may still be empty. Throws `Refused`. */
async function noticeFrom(call: Caller & { body: z.output<typeof written> }, id: string): Promise<KeyDecisionNotice> {
  const { body, register, today } = call;
  const of = await find(register, bodies, body.bodyId);
  if (of?.record.kind !== 'executive' || !existsOn(of.record, today))
    throw wrongField('/bodyId', 'Not an executive that there is today');
  if (body.from !== null && body.to !== null && body.to < body.from)
    throw wrongField('/to', 'A period ends after it begins');
  return {
    ...body,
    id,
    statement: body.keyDecision ? body.statement : '',
    private: body.private && { ...noneYet, ...body.private },
    published: null,
    state: 'draft',
    accessClass: body.private === null ? 'internal' : 'private',
  };
}

const notWhole =
  (lacks: readonly string[]) =>
  (fault: unknown): never => {
    if (!(fault instanceof RecordNotWhole)) throw fault;
    throw new Refused('record-not-whole', { detail: lacks.join(', ') });
  };

const over = { published: 'notice-over', withdrawn: 'notice-over' } as const;

/** Notices of key decisions and of private meetings: the forward plan as it is written. */
export const noticeOperations: readonly Operation<Caller>[] = [
  lists({
    ...about,
    id: 'listNotices',
    path: '/key-decision-notices',
    summary: 'Notices of key decisions and of private business that you may know of, by the day that they are for',
    action: 'decision.see',
    query: none,
    output: noticeView,
    answer: async (call) => {
      const { limit, after, register } = call;
      const keep = (one: KeyDecisionNotice) => knows(call, one);
      const wanted = {
        kind: keyDecisionNotices,
        index: 'gsi1',
        partition: 'KEY-DECISIONS',
        keep,
        limit,
        after,
      } as const;
      const { found, next } = await visiblePage(register, wanted);
      return { items: found.map(({ record }) => record), next };
    },
  }),
  reads({
    ...about,
    id: 'readNotice',
    path,
    summary: 'One notice, by the letters of regulation 9(1)',
    action: 'decision.see',
    query: none,
    output: noticeView,
    answer: async (call) => {
      const { record, version } = await known(call);
      return { value: record, version };
    },
  }),
  commands({
    ...about,
    id: 'beginNotice',
    path: '/key-decision-notices',
    summary: 'Begins a notice of a key decision, of a meeting in private, or of both; nothing is published yet',
    input: written,
    changes: null,
    answer: async (call) => {
      const record = await noticeFrom(call, call.newId());
      call.demand('decision.publish', subjectOf(record));
      return acts.saveNotice(call.register, { ...call.command, version: 0 }, record);
    },
  }),
  commands({
    ...about,
    id: 'writeNotice',
    path,
    summary: 'Writes a notice anew, until it is published',
    refuses: over,
    input: written,
    changes: 'key-decision-notice',
    answer: async (call) => {
      const was = await toWrite(call);
      const record = await noticeFrom(call, was.id);
      call.demand('decision.publish', subjectOf(record));
      return acts.saveNotice(call.register, call.command, record);
    },
  }),
  commands({
    ...about,
    id: 'publishNotice',
    path: `${path}/publish`,
    summary: 'Publishes a notice: never refused for being late, only for a required field that is empty',
    refuses: { ...over, 'not-whole': 'record-not-whole' },
    input: none,
    changes: 'key-decision-notice',
    answer: async (call) => {
      const record = await toWrite(call);
      return acts.publishNotice(call.register, call.command, record.id).catch(notWhole(lacksOf(record)));
    },
  }),
  commands({
    ...about,
    id: 'giveFurtherNotice',
    path: `${path}/further`,
    summary: 'Publishes the further notice of private business: what came in about it, and the answer',
    refuses: { draft: 'not-published', withdrawn: 'notice-over', 'not-whole': 'record-not-whole' },
    input: z.strictObject({
      representations: z.string().trim().max(4000),
      noRepresentations: z.boolean(),
      response: z.string().trim().max(4000),
    }),
    changes: 'key-decision-notice',
    answer: async (call) => {
      const record = await toWrite(call);
      const { noRepresentations, ...texts } = call.body;
      const said = { noRepresentations, ...(noRepresentations ? { representations: '', response: '' } : texts) };
      const after = { ...record, private: record.private && { ...record.private, ...said } };
      const done = acts.giveFurtherNotice(call.register, call.command, record.id, said);
      return done.catch(notWhole(furtherGaps(after)));
    },
  }),
  commands({
    ...about,
    id: 'withdrawNotice',
    path: `${path}/withdraw`,
    summary: 'Takes a notice from the forward plan: it is not going to be decided so, or is given anew',
    refuses: { withdrawn: 'notice-over' },
    input: z.strictObject({ reason: z.string().trim().min(1).max(2000) }),
    changes: 'key-decision-notice',
    answer: async (call) => {
      const { id } = await toWrite(call);
      return acts.withdrawNotice(call.register, call.command, id, call.body.reason);
    },
  }),
];
