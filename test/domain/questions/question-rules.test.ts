import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, londonDay, londonInstant } from '../../../shared/domain/calendar/day.ts';
import { calendarOf } from '../../../shared/domain/calendar/shipped-calendar.ts';
import { isWorkingDay } from '../../../shared/domain/calendar/working-days.ts';
import { countWords } from '../../../shared/domain/questions/count-words.ts';
import { countsFrom, isInTime, submissionDeadline } from '../../../shared/domain/questions/deadline.ts';
import { obstaclesTo } from '../../../shared/domain/questions/judge.ts';
import {
  type QuestionRules,
  questionPresets,
  questionRulesOn,
} from '../../../shared/domain/questions/question-rules.ts';
import {
  admit,
  answer,
  forgetOn,
  refuse,
  type Submission,
  submissionTransitions,
  withdraw,
} from '../../../shared/domain/questions/submission.ts';
import { TransitionRefused } from '../../../shared/domain/record.ts';

const calendar = calendarOf('england-and-wales');
const hosb = { id: 'hosb', kind: 'scrutiny', firstDay: '2018-05-17' } as const;
const scrutiny = questionRulesOn([], hosb, '2019-04-25');
const question = scrutiny?.question;
if (!question) throw new Error('A scrutiny body takes questions');

test('five working days before 25 April 2019, over Easter, is noon on Tuesday 16 April', () => {
  const deadline = submissionDeadline({ day: '2019-04-25' }, question, calendar);
  expect(deadline.day).toBe('2019-04-16');
  expect(deadline.sum.filter(({ part }) => part === 'left-out').map(({ why }) => why)).toContain('Good Friday');
});

test('the minute of the deadline is in time, and the next one is not', () => {
  const deadline = submissionDeadline({ day: '2019-04-25' }, question, calendar);
  expect(isInTime(londonInstant('2019-04-16', '12:00'), deadline)).toBe(true);
  expect(isInTime('2019-04-16T11:00:59.999Z', deadline)).toBe(true);
  expect(isInTime(londonInstant('2019-04-16', '12:01'), deadline)).toBe(false);
});

const someDay = fc.integer({ min: 0, max: 3000 }).map((count) => addDays('2018-01-01', count));
const someMoment = fc
  .integer({ min: Date.parse('2018-01-01T00:00:00Z'), max: Date.parse('2026-12-31T00:00:00Z') })
  .map((at) => new Date(at).toISOString());

test('the deadline is the working day before which so many working days lie up to the meeting', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 1, max: 15 }), (day, workingDaysBefore) => {
      const deadline = submissionDeadline({ day }, { workingDaysBefore, time: '12:00' }, calendar);
      // Said again as a standing order says it: count back from the meeting, one working day at a time.
      let [at, left] = [day, workingDaysBefore];
      while (left > 0) {
        at = addDays(at, -1);
        if (isWorkingDay(at, calendar)) left -= 1;
      }
      expect(deadline.day).toBe(at);
    }),
  );
});

test('what is confirmed within three days counts from when it was sent, and anything later from its confirmation', () => {
  fc.assert(
    fc.property(someMoment, fc.integer({ min: 0, max: 8 * 24 * 3600 }), (sentAt, seconds) => {
      const confirmedAt = new Date(Date.parse(sentAt) + seconds * 1000).toISOString();
      const days = [0, 1, 2, 3].map((count) => addDays(londonDay(sentAt), count));
      expect(countsFrom(sentAt, confirmedAt)).toBe(days.includes(londonDay(confirmedAt)) ? sentAt : confirmedAt);
    }),
  );
});

test('words are what stands between white space and can be read', () => {
  expect(countWords('')).toBe(0);
  expect(countWords(' – — ... ')).toBe(0);
  expect(countWords('Will the Board publish the well-being plan by 2020?')).toBe(9);
  expect(countWords('<script>alert(1)</script>')).toBe(1);
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[A-Za-z0-9'-]{0,8}[A-Za-z0-9]$/), { maxLength: 300 }), (words) => {
      expect(countWords(words.join(' \n\t'))).toBe(words.length);
    }),
  );
});

test('nothing stands in the way exactly where the standing orders, said plainly, allow it', () => {
  const deadline = submissionDeadline({ day: '2019-04-25' }, question, calendar);
  const given = fc.record({
    words: fc.integer({ min: 1, max: 300 }),
    minutes: fc.integer({ min: -5000, max: 5000 }),
    ofPerson: fc.integer({ min: 0, max: 4 }),
    ofMeeting: fc.integer({ min: 0, max: 20 }),
    mostPerMeeting: fc.option(fc.integer({ min: 1, max: 20 })),
  });
  fc.assert(
    fc.property(given, ({ words, minutes, ofPerson, ofMeeting, mostPerMeeting }) => {
      const at = new Date(Date.parse(londonInstant('2019-04-16', '12:00')) + minutes * 60_000).toISOString();
      const judged = { sort: 'question' as const, words, at, taken: { ofPerson, ofMeeting } };
      const allowed =
        words <= question.mostWords &&
        minutes <= 0 &&
        ofPerson < question.mostPerPerson &&
        !(mostPerMeeting !== null && ofMeeting >= mostPerMeeting);
      expect(obstaclesTo(judged, { ...question, mostPerMeeting }, deadline).length === 0).toBe(allowed);
    }),
  );
});

test('the kind of a body decides what it takes until it has rules of its own, and those hold from their first day', () => {
  expect(questionPresets.partnership).toBeNull();
  expect(questionRulesOn([], { ...hosb, kind: 'partnership' }, '2019-04-25')).toBeNull();
  if (!scrutiny) throw new Error('A scrutiny body takes questions');
  const own: QuestionRules = { ...scrutiny, id: 'own', from: '2019-05-01', question: { ...question, mostWords: 50 } };
  expect(questionRulesOn([own], hosb, '2019-04-30')?.question?.mostWords).toBe(100);
  expect(questionRulesOn([own], hosb, '2019-05-01')?.question?.mostWords).toBe(50);
});

const received: Submission = {
  id: 'submission-1',
  sort: 'question',
  bodyId: 'hosb',
  meetingId: 'meeting-1',
  signatures: null,
  meetingDay: '2019-04-25',
  sentAt: '2019-04-09T09:00:00.000Z',
  confirmedAt: '2019-04-09T09:10:00.000Z',
  countsFrom: '2019-04-09T09:00:00.000Z',
  words: 20,
  saidDigest: 'a'.repeat(64),
  publishName: true,
  state: 'received',
  decision: null,
  reply: null,
  forgetOn: forgetOn('2019-04-25', 12),
  forgotten: false,
};
const act = { by: 'maya-lapwing', today: '2019-04-15' };

test('what was received is admitted and answered, or refused for a reason of the list, and nothing else', () => {
  expect(received.forgetOn).toBe('2020-04-25');
  expect(answer(admit(received, act), act, 'Yes.').state).toBe('answered');
  expect(refuse(received, act, { reason: 'frivolous', why: 'It asks nothing.' }).decision?.reason).toBe('frivolous');
  expect(() => answer(received, act, 'Yes.')).toThrow(TransitionRefused);
  expect(() => admit(withdraw(received), act)).toThrow(TransitionRefused);
  expect(Object.keys(submissionTransitions.withdrawn)).toEqual([]);
});
