import * as z from 'zod';
import { hasLeft } from '../../../shared/domain/people/person.ts';
import { findSchema, outcomes, type Reading } from '../../../shared/minutes/find.ts';
import { findsOf } from '../../../shared/minutes/kept-finds.ts';
import { newReading } from '../../../shared/minutes/new-reading.ts';
import { isAlreadyLate } from '../../../shared/minutes/promise-answers.ts';
import { readMinutes } from '../../../shared/minutes/read-minutes.ts';
import { type ReadingRecord, readingRecord } from '../../../shared/minutes/reading-record.ts';
import { checkSource } from '../../../shared/minutes/source.ts';
import { type Missing, stillMissing } from '../../../shared/minutes/still-missing.ts';
import { readingOfTyped } from '../../../shared/minutes/typed-minute.ts';
import { bodies } from '../../../shared/store/bodies.ts';
import { NotFound } from '../../../shared/store/errors.ts';
import { meetingsOf } from '../../../shared/store/meetings.ts';
import { everybody } from '../../../shared/store/people.ts';
import { abandonReading, acceptReading, beginReading, saveReading } from '../../../shared/store/reading-acts.ts';
import { readings, unfinishedReadings } from '../../../shared/store/readings.ts';
import { find, type Versioned } from '../../../shared/store/record-kind.ts';
import { named } from '../named.ts';
import { type Caller, commands, lists, type Operation, reads } from '../operation.ts';
import { pageOfList } from '../pages.ts';
import { Refused } from '../problems.ts';
import { wrongField } from './promise-for.ts';
import { answered, answers } from './reading-answers.ts';

type Asking = Caller & { param(name: string): string };

const none = z.strictObject({});
const about = { group: 'Reading minutes in', action: 'minutes.read-in' } as const;
const shape = readingRecord.shape;
const { bodyId, meetingDay, minutesStatus, toBePublished } = shape;
const which = { bodyId, meetingDay, minutesStatus, toBePublished };

const row = z
  .object(shape)
  .pick({ id: true, bodyId: true, meetingDay: true, minutesStatus: true, readOn: true, state: true, meetingId: true });
const readingRow = named('ReadingSummary', row);
const readingView = named(
  'Reading',
  row.extend({
    toBePublished,
    text: z.string().describe('The text as it came; finds say where in it they stand, in UTF-16 code units'),
    finds: z.array(findSchema).describe('What was found, as corrected'),
    notFound: z.array(z.string()).describe('What was looked for and not found'),
    ownTitle: shape.ownTitle,
    decisions: shape.decisions,
    mattersToFollow: shape.mattersToFollow,
    matched: shape.matched,
    promises: shape.promises,
    missing: z
      .array(z.object({ what: z.enum(['title', 'keep', 'late', 'link']), findId: z.string().nullable() }))
      .describe('What must be said before it can be accepted'),
    entered: z.object({ parts: z.int(), of: z.int() }).describe('How far entering it in the register has come'),
  }),
);

/** Of a text that is not theirs nobody learns that it is there. */
async function readingOf(call: Asking): Promise<Versioned<ReadingRecord>> {
  const was = await find(call.register, readings, call.param('readingId'));
  if (!was || !call.may('minutes.read-in', { bodyId: was.record.bodyId })) throw new NotFound('reading');
  return was;
}

/** What is still to be said, by who is here and by the meetings of the bodies that were promised something. */
async function missingOf({ register, today }: Caller, record: ReadingRecord): Promise<readonly Missing[]> {
  if (record.state !== 'checking') return [];
  const to = [...new Set(Object.values(record.promises).map(({ toBodyId }) => toBodyId))];
  const [people, ...lists] = await Promise.all([everybody(register), ...to.map((id) => meetingsOf(register, id))]);
  const known = new Map(to.map((id, at) => [id, (lists[at] ?? []).map((one) => one.record)]));
  const here = people.map((one) => one.record).filter((person) => !hasLeft(person, today));
  return stillMissing(record, here, (answer) => isAlreadyLate(answer, today, known.get(answer.toBodyId) ?? []));
}

type Begun = z.output<typeof begun>;
const begun = z.strictObject(which);
type From = Pick<ReadingRecord, 'source' | 'fileName'> & { read: (body: string) => Reading };

/** Keeps a text as it was read, with what it promises suggested; nothing of it is in the register. */
async function begin(call: Caller & { command: Parameters<typeof beginReading>[1] }, said: Begun, from: From) {
  const { register, today } = call;
  call.demand('minutes.read-in', { bodyId: said.bodyId });
  const body = await find(register, bodies, said.bodyId);
  if (!body) throw wrongField('/bodyId', 'No such body');
  if (said.meetingDay > today) throw wrongField('/meetingDay', 'A day that has come');
  const meetings = (await meetingsOf(register, said.bodyId)).map(({ record }) => record);
  const { source, fileName, read } = from;
  const own = { id: call.newId(), source, fileName, readBy: call.person.id, readOn: today };
  const record = newReading({ ...said, ...own, reading: read(body.record.name) }, meetings);
  return beginReading(register, call.command, record);
}

const text = z.string().min(1).max(1_000_000);
const words = z.string().trim().min(1);
const typedMinute = z.strictObject({
  title: words.max(500),
  number: z.string().trim().min(1).max(20).nullable(),
  text: words,
  parts: z
    .array(
      z.strictObject({
        words,
        outcome: z.enum(outcomes),
        promise: z.enum(['report-back', 'action']).nullable(),
      }),
    )
    .max(30),
  promises: z.array(z.strictObject({ words, kind: z.enum(['report-back', 'action']) })).max(30),
});

const done = { entering: 'reading-over', entered: 'reading-over', abandoned: 'reading-over' } as const;

/** Minutes read in: a text is read, what was found is answered, and only what is accepted enters the register. */
export const readingOperations: readonly Operation<Caller>[] = [
  lists({
    ...about,
    id: 'listReadings',
    path: '/readings',
    summary: 'The texts that you have begun to read and not finished',
    query: none,
    output: readingRow,
    answer: async (call) => {
      const own = (await unfinishedReadings(call.register, call.person.id)).map(({ record }) => record);
      const still = own.filter((one) => call.may('minutes.read-in', { bodyId: one.bodyId }));
      return pageOfList(still, call, ({ id }) => id);
    },
  }),
  reads({
    ...about,
    id: 'readReading',
    path: '/readings/{readingId}',
    summary: 'One text being read: its words, what was found in it, what was answered, and what is still missing',
    query: none,
    output: readingView,
    answer: async (call) => {
      const { record, version } = await readingOf(call);
      const { reading, parts } = record;
      const value = {
        ...record,
        text: reading.source,
        finds: [...findsOf(record)],
        notFound: reading.notFound.map(({ sentence }) => sentence),
        missing: [...(await missingOf(call, record))],
        entered: { parts: parts.filter(({ entered }) => entered).length, of: parts.length },
      };
      return { value, version };
    },
  }),
  commands({
    ...about,
    id: 'readMinutesIn',
    path: '/readings',
    summary: 'The secretary has a text read: what it decides and promises is found, and nothing is entered yet',
    input: begun.extend({ text, fileName: z.string().trim().min(1).max(300).nullable().default(null) }),
    changes: null,
    answer: async (call) => {
      const { text: source, fileName, ...said } = call.body;
      const checked = checkSource(source);
      if (checked !== 'ok') throw wrongField('/text', checked === 'empty' ? 'Nothing to read' : 'Not text');
      const sort = fileName === null ? 'pasted' : 'file';
      const read = (body: string) => readMinutes(source, { meetingDate: said.meetingDay, body });
      return begin(call, said, { source: sort, fileName, read });
    },
  }),
  commands({
    ...about,
    id: 'typeMinute',
    path: '/typed-readings',
    summary: 'The secretary types one minute that there is no text of; it is answered and accepted like any other',
    input: begun.extend({ minute: typedMinute }),
    changes: null,
    answer: async (call) => {
      const { minute, ...said } = call.body;
      const read = (body: string) => readingOfTyped(minute, { meetingDate: said.meetingDay, body });
      return begin(call, said, { source: 'typed', fileName: null, read });
    },
  }),
  commands({
    ...about,
    id: 'answerReading',
    path: '/readings/{readingId}/answers',
    summary: 'The secretary keeps, drops and corrects what was found; what is not named stays as it was answered',
    refuses: done,
    input: answers,
    changes: 'reading',
    answer: async (call) => {
      const { record } = await readingOf(call);
      if (record.state !== 'checking') throw new Refused('reading-over');
      return saveReading(call.register, call.command, await answered(call, record, call.body));
    },
  }),
  commands({
    ...about,
    id: 'acceptReading',
    path: '/readings/{readingId}/accept',
    summary: 'The secretary accepts a text as it was checked: what is kept enters the register, once',
    action: 'register.record',
    refuses: { ...done, missing: 'answers-missing' },
    input: none,
    changes: 'reading',
    answer: async (call) => {
      const { record } = await readingOf(call);
      call.demand('register.record', { bodyId: record.bodyId });
      const missing = await missingOf(call, record);
      if (missing.length > 0)
        throw new Refused('answers-missing', {
          errors: missing.map(({ what, findId }) => ({
            pointer: findId === null ? '/ownTitle' : `/${what === 'keep' ? 'decisions' : 'promises'}/${findId}`,
            detail: sentences[what],
          })),
        });
      return acceptReading(call.register, call.command, record.id, call.newId);
    },
  }),
  commands({
    ...about,
    id: 'abandonReading',
    path: '/readings/{readingId}/abandon',
    summary: 'The secretary gives a text up: nothing of it was in the register',
    refuses: done,
    input: none,
    changes: 'reading',
    answer: async (call) => {
      const { record } = await readingOf(call);
      return abandonReading(call.register, call.command, record.id);
    },
  }),
];

const sentences = {
  title: 'No item of business was kept: give a title',
  keep: 'In doubt: keep it or drop it',
  late: 'Its day has passed: chase it, give it a new date, or keep it as history',
  link: 'They do not sign in: name an officer who passes on what is asked',
} as const;
