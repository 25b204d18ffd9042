import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { agendaItem } from '../../shared/domain/agenda-items/agenda-item.ts';
import { commitment } from '../../shared/domain/commitments/commitment.ts';
import { minute } from '../../shared/domain/minutes/minute.ts';
import { resolution } from '../../shared/domain/resolutions/resolution.ts';
import { recordsOfPart } from '../../shared/minutes/acceptance.ts';
import { keptOf } from '../../shared/minutes/kept-finds.ts';
import { markedText } from '../../shared/minutes/marked-text.ts';
import { heldByItsMinutes, meetingFromMinutes, meetingOnDay } from '../../shared/minutes/meeting-of-reading.ts';
import { planParts, promisesToEnter } from '../../shared/minutes/parts.ts';
import { dueAsSaid, isAlreadyLate, subjectOf, suggestedAnswer } from '../../shared/minutes/promise-answers.ts';
import type { ReadingRecord } from '../../shared/minutes/reading-record.ts';
import { readingOfTyped } from '../../shared/minutes/typed-minute.ts';
import { aMeeting } from '../support/builders.ts';
import { holds } from '../support/holds.ts';
import { aReading } from '../support/reading.ts';

const coventry = readFileSync('test/fixtures/seeds/coventry-board-out-of-hospital-update.txt', 'utf8');
const held = aMeeting({ id: 'meeting-1', day: '2018-10-17', state: 'held' });

const accepted = (record: ReadingRecord): ReadingRecord => {
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `id-${ids}`;
  };
  const parts = planParts(record, newId).map((part) => ({
    ...part,
    promises: part.promises.map((promise, index) => ({ ...promise, reference: `HOSB/18/${20 + index}` })),
  }));
  return {
    ...record,
    state: 'entering',
    acceptedBy: 'maya-lapwing',
    acceptedOn: '2019-04-15',
    meetingId: held.id,
    parts,
  };
};

const enter = (record: ReadingRecord) => record.parts.map((part) => recordsOfPart(record, part, held));

const withPromise = (record: ReadingRecord, findId: string, answer: Partial<ReadingRecord['promises'][string]>) => {
  const was = record.promises[findId];
  if (!was) throw new Error(`No promise ${findId}`);
  return { ...record, promises: { ...record.promises, [findId]: { ...was, ...answer } } };
};

test('a board item becomes an item, its minute, a resolution of two parts and one promise, each by its own schema', () => {
  const [only] = enter(accepted(aReading({ text: coventry })));
  expect(agendaItem.parse(only?.item)).toMatchObject({ state: 'considered', report: 'not-attached', published: false });
  expect(minute.parse(only?.minute)).toMatchObject({ status: 'not-known', source: 'read', recordedOn: '2019-04-15' });
  expect(resolution.parse(only?.resolution).limbs.map(({ outcome }) => outcome)).toEqual(['noted', 'approved']);
  expect(only?.commitments.map((promise) => commitment.parse(promise).source)).toEqual([
    { meetingId: 'meeting-1', itemId: 'id-1', minuteId: 'id-2', resolutionId: 'id-3', limb: '2' },
  ]);
});

test('a promise that is to be done and to come back is one commitment', () => {
  const text = readFileSync('test/fixtures/seeds/lancashire-executive-out-of-hospital-strategy.txt', 'utf8');
  const [only] = enter(accepted(aReading({ text, meetingDay: '2018-09-20' })));
  expect(only?.commitments.map(({ kind }) => kind)).toEqual(['report-back', 'report-back']);
});

test('the promise keeps the words as said, and its subject in few of them', () => {
  const said =
    '(2) A further report on how the Out of Hospital model is working be submitted to a future Board meeting in approximately 6 to 12 months.';
  expect(subjectOf(said, 'in approximately 6 to 12 months')).toBe('How the Out of Hospital model is working');
  expect(
    subjectOf(
      'Sarah offered to provide a more detailed update at the next Executive meeting.',
      'at the next Executive meeting',
    ),
  ).toBe('Provide a more detailed update');
  expect(subjectOf('soon', 'soon')).toBe('Soon');
});

test('“the next meeting” is the next one in the programme of the body; “soon” is no day', () => {
  const meetings = [aMeeting({ day: '2018-09-20' }), aMeeting({ day: '2018-11-15' }), aMeeting({ day: '2019-01-17' })];
  const at = { meetingDay: '2018-09-20', meetings };
  expect(dueAsSaid({ window: null, rawWindow: 'at the next Executive meeting' }, at)).toEqual({
    sort: 'day',
    day: '2018-11-15',
    asSaid: 'at the next Executive meeting',
  });
  expect(dueAsSaid({ window: null, rawWindow: 'soon' }, at)).toEqual({ sort: 'undated', asSaid: 'soon' });
  const cancelled = meetings.map((one) => ({ ...one, state: 'cancelled' as const }));
  const next = dueAsSaid({ window: null, rawWindow: 'at the next meeting' }, { ...at, meetings: cancelled });
  expect(next.sort).toBe('undated');
});

test('a promise is late once its last day is past, and a report-back once the last meeting that could have it is', () => {
  const due = { sort: 'window', from: '2019-01-01', to: '2019-06-30', asSaid: '' } as const;
  const meetings = [aMeeting({ day: '2019-03-13' })];
  expect(isAlreadyLate({ kind: 'action', due }, '2019-04-15', meetings)).toBe(false);
  expect(isAlreadyLate({ kind: 'action', due }, '2019-07-01', meetings)).toBe(true);
  expect(isAlreadyLate({ kind: 'report-back', due }, '2019-04-15', meetings)).toBe(true);
  expect(isAlreadyLate({ kind: 'report-back', due }, '2019-04-15', [])).toBe(false);
  expect(isAlreadyLate({ kind: 'action', due: { sort: 'undated', asSaid: 'soon' } }, '2030-01-01', [])).toBe(false);
});

test('a live promise is chased from today: nothing is retrospective', () => {
  const [only] = enter(accepted(aReading({ text: coventry })));
  expect(only?.commitments[0]).toMatchObject({
    state: 'open',
    chasedFrom: '2019-04-15',
    acceptance: { state: 'not-asked' },
  });
});

test('a late promise is chased from today, given a new date with the old beside it, kept as history, or left until decided', () => {
  const late = (answer: Partial<ReadingRecord['promises'][string]>) => {
    const due = { sort: 'day', day: '2018-11-15', asSaid: 'at the next meeting' } as const;
    return enter(accepted(withPromise(aReading({ text: coventry }), 'f21', { due, ...answer })))[0]?.commitments[0];
  };
  expect(late({ late: 'chase' })).toMatchObject({ state: 'open', chasedFrom: '2019-04-15', extensions: [] });
  expect(late({ late: 'new-date', newDay: '2019-06-12' })).toMatchObject({
    chasedFrom: '2019-04-15',
    due: { sort: 'day', day: '2019-06-12', asSaid: 'at the next meeting' },
    extensions: [{ was: { day: '2018-11-15' }, wanted: { day: '2019-06-12' }, answer: 'agreed' }],
  });
  expect(late({ late: 'history' })).toMatchObject({
    state: 'history',
    chasedFrom: null,
    closure: { how: 'history', by: 'maya-lapwing', on: '2019-04-15' },
  });
  expect(late({ late: 'undecided' })).toMatchObject({ state: 'open', chasedFrom: null, closure: null });
});

test('a matter raised was answered unless its answer is to follow: then somebody owes an action', () => {
  const record = { ...aReading({ text: coventry }), mattersToFollow: ['f10'] };
  const [only] = enter(accepted({ ...record, promises: { ...record.promises } }));
  expect(only?.item?.mattersRaised.map(({ answer }) => answer)).toEqual([
    'answered',
    'answered',
    'to-follow',
    ...Array.from({ length: 8 }, () => 'answered'),
  ]);
  expect(only?.commitments.map(({ kind, owner, due }) => [kind, owner, due.sort])).toContainEqual([
    'action',
    null,
    'undated',
  ]);
});

test('a name in the text becomes a person only where the secretary matched it with one', () => {
  const record = { ...aReading({ text: coventry }), matched: { f5: 'jo-waxwing' } };
  const [only] = enter(accepted(record));
  expect(only?.item?.attendedFor.filter(({ personId }) => personId !== null)).toHaveLength(1);
});

test('what is dropped is not entered, and its words stay in the minute', () => {
  const record = { ...aReading({ text: coventry }), decisions: { f21: 'drop', f19: 'drop' } as const };
  const [only] = enter(accepted(record));
  expect(only?.commitments).toEqual([]);
  expect(only?.resolution?.limbs.map(({ number }) => number)).toEqual(['2']);
  expect(only?.minute?.text).toContain('be noted');
});

test('business of a private meeting is private, and so is what was promised there', () => {
  const record = accepted(aReading({ text: coventry }));
  const part = record.parts[0];
  if (!part) throw new Error('no part');
  const { item, commitments } = recordsOfPart(record, part, { ...held, accessClass: 'private' });
  expect([item?.accessClass, commitments[0]?.accessClass]).toEqual(['private', 'private']);
  expect(recordsOfPart(record, part, held).commitments[0]?.accessClass).toBe('internal');
});

test('there are minutes of it, so a meeting that was called was held; one that was held stays as it is', () => {
  const read = { minutesStatus: 'draft' } as const;
  expect(heldByItsMinutes(aMeeting({ state: 'called' }), read)).toMatchObject({
    state: 'held',
    minutesStatus: 'draft',
  });
  const known = aMeeting({ state: 'held', minutesStatus: 'confirmed' });
  expect(heldByItsMinutes(known, read)).toEqual(known);
  expect(meetingOnDay([aMeeting({ state: 'cancelled' })], '2019-10-09')).toBeUndefined();
});

test('a meeting that the register did not know is held, unpublished, and as open as the body’s others', () => {
  const read = { bodyId: 'hosb', meetingDay: '2018-10-17', minutesStatus: 'draft' } as const;
  const others = [aMeeting({ openTo: 'private' })];
  expect(meetingFromMinutes(read, 'new', [])).toMatchObject({ state: 'held', published: false, accessClass: 'public' });
  expect(meetingFromMinutes(read, 'new', others)).toMatchObject({ openTo: 'private', accessClass: 'internal' });
});

const sentences = [
  'Agenda item',
  '1. Winter pressures',
  '2. Dental access',
  'RESOLVED that the report be noted.',
  'RESOLVED that:',
  '(1) The plan be approved.',
  '(2) A further report be submitted to the Board in three months.',
  'Matters raised included:',
  '- The cost of agency staff',
  'Owen Sandpiper agreed to write to the Trust by 30 June 2019.',
  '<script>alert(1)</script>',
];
const anyMinutes = fc.array(fc.constantFrom(...sentences), { maxLength: 60 }).map((lines) => lines.join('\n\n'));

test('whatever the text, every kept part and promise is entered exactly once, and the minutes together are the text', () => {
  holds(
    fc.property(anyMinutes, (text) => {
      const record = accepted({ ...aReading({ text }), ownTitle: 'Business' });
      const entered = enter(record);
      const limbs = entered.flatMap((part) => part.resolution?.limbs ?? []);
      expect(limbs).toHaveLength(keptOf(record, 'resolution').length);
      expect(entered.flatMap((part) => part.commitments)).toHaveLength(promisesToEnter(record).length);
      expect(entered.map((part) => part.minute?.text ?? '').join('')).toBe(record.reading.source);
      for (const { commitments, resolution: resolved } of entered)
        expect(commitments.length * 5 + (resolved ? 2 : 0)).toBeLessThanOrEqual(31);
    }),
  );
});

test('marks cut the text and lose none of it; each find begins once', () => {
  holds(
    fc.property(anyMinutes, (text) => {
      const { source, finds, leftOut } = aReading({ text }).reading;
      const stretches = markedText(source, finds, leftOut);
      expect(stretches.map((stretch) => stretch.text).join('')).toBe(source);
      const begun = stretches.flatMap(({ begins }) => begins.map(({ number }) => number));
      expect(begun.toSorted((a, b) => a - b)).toEqual(finds.map((_, index) => index + 1));
    }),
  );
});

test('a minute typed by hand is a reading like any other: places, parts, promise and its window', () => {
  const typed = {
    title: 'Winter pressures',
    number: '7',
    text: 'The Board considered a report.',
    parts: [
      { words: 'The report be noted.', outcome: 'noted', promise: null },
      {
        words: 'A further report on beds be brought back in three months.',
        outcome: 'approved',
        promise: 'report-back',
      },
    ],
    promises: [{ words: 'The Chair undertook to write to the Trust.', kind: 'action' }],
  } as const;
  const reading = readingOfTyped(typed, { meetingDate: '2019-03-13', body: 'Board' });
  for (const find of reading.finds) expect(reading.source.slice(find.start, find.end)).toBe(find.text);
  const promises = reading.finds.flatMap((find) => (find.kind === 'promise' ? [find] : []));
  expect(promises.map(({ window, resolutionId }) => [window, resolutionId])).toEqual([
    [{ from: '2019-06-13', to: '2019-06-13' }, 'f3'],
    [null, null],
  ]);
  const at = { bodyId: 'hosb', meetingDay: '2019-03-13', meetings: [] };
  expect(promises.map((find) => suggestedAnswer(find, at).subject)).toEqual(['Beds', 'Write to the Trust']);
});
