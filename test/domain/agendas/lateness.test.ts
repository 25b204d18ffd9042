import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ItemRoute } from '../../../shared/domain/agendas/agenda.ts';
import { doorsOf, earliestMeetingFor, judgeItem, noticesOf } from '../../../shared/domain/agendas/lateness.ts';
import { type BodyKind, bodyKind } from '../../../shared/domain/bodies/body.ts';
import type { Procedure } from '../../../shared/domain/bodies/procedure.ts';
import { procedurePresets } from '../../../shared/domain/bodies/procedure-presets.ts';
import { addDays, type Day } from '../../../shared/domain/calendar/day.ts';
import { calendarOf } from '../../../shared/domain/calendar/shipped-calendar.ts';
import { isWorkingDay } from '../../../shared/domain/calendar/working-days.ts';
import type { KeyDecisionNotice } from '../../../shared/domain/decisions/key-decision-notice.ts';
import type { KeyRoute } from '../../../shared/domain/decisions/key-route.ts';

const calendar = calendarOf('england-and-wales');
const rules = (kind: BodyKind): Procedure => ({
  ...procedurePresets[kind],
  id: `procedure-${kind}`,
  bodyId: 'a-body',
  from: '2018-01-01',
  to: null,
  quorum: { number: 3, including: null },
});
const judging = (kind: BodyKind, day: Day, convenedOn: Day | null = null) => ({
  meeting: { day, convenedOn },
  procedure: rules(kind),
  calendar,
});
const out = (publishedOn: Day | null, route: ItemRoute | null = null) => ({ publishedOn, route });
const urgency = (minded: boolean | null): ItemRoute => ({
  route: 'chairs-urgency',
  reason: 'The grant closes before the next meeting.',
  askedOn: '2019-01-02',
  minded,
});

// rules.md 2.3: a committee on Wednesday 9 January 2019, its agenda published on Monday 31 December 2018.
describe('an item of a committee', () => {
  const committee = judging('committee', '2019-01-09');

  test('on the agenda of the last lawful day, or in a supplement of the same day, is on time', () => {
    expect(judgeItem(out('2018-12-31'), '2019-01-02', committee)).toEqual({
      word: 'on-time',
      clearDays: 5,
      by: 'notice',
    });
  });

  test('added with four clear days may not be considered until the chair is minded to take it as urgent', () => {
    const late = { word: 'late', clearDays: 4, needed: 5, statutory: true };
    expect(judgeItem(out('2019-01-02'), '2019-01-02', committee)).toEqual({ ...late, asked: null });
    expect(judgeItem(out('2019-01-02', urgency(null)), '2019-01-02', committee)).toMatchObject(late);
    expect(judgeItem(out('2019-01-02', urgency(false)), '2019-01-02', committee)).toMatchObject(late);
    expect(judgeItem(out('2019-01-02', urgency(true)), '2019-01-02', committee)).toMatchObject({ word: 'has-route' });
  });

  test('not yet out is judged as if it were published now', () => {
    expect(judgeItem(out(null), '2018-12-31', committee).word).toBe('on-time');
    expect(judgeItem(out(null), '2019-01-02', committee).word).toBe('late');
  });
});

test('a committee convened two days before may consider what was on the agenda when it was convened, and nothing later', () => {
  const convened = judging('committee', '2019-01-09', '2019-01-07');
  expect(judgeItem(out('2019-01-07'), '2019-01-07', convened)).toMatchObject({ word: 'on-time', by: 'shorter-notice' });
  expect(judgeItem(out('2019-01-08'), '2019-01-08', convened).word).toBe('late');
});

test('a full council summoned two days before may consider nothing: its summons has no shorter notice', () => {
  const convened = judging('council', '2019-01-09', '2019-01-07');
  expect(judgeItem(out('2019-01-07'), '2019-01-07', convened).word).toBe('late');
  expect(doorsOf(rules('council'))).toEqual(['chairs-urgency', 'move-item', 'move-meeting']);
});

test('no chair can make an item of an executive urgent: it moves, or the meeting does, or it is convened at shorter notice', () => {
  const cabinet = judging('executive', '2019-04-30');
  expect(judgeItem(out(null), '2019-04-18', cabinet).word).toBe('on-time');
  expect(judgeItem(out('2019-04-23', urgency(true)), '2019-04-23', cabinet).word).toBe('late');
  expect(doorsOf(rules('executive'))).toEqual(['move-item', 'move-meeting', 'shorter-notice']);
  expect(earliestMeetingFor('2019-04-23', rules('executive'), calendar)).toBe('2019-05-01');
});

test('an NHS board counts three clear days; a partnership goes by its own terms, and may waive them itself', () => {
  expect(judgeItem(out('2019-01-04'), '2019-01-04', judging('nhs-board', '2019-01-10')).word).toBe('on-time');
  expect(judgeItem(out('2019-01-07'), '2019-01-07', judging('nhs-board', '2019-01-10')).word).toBe('late');
  const partnership = judging('partnership', '2019-05-16');
  const waived: ItemRoute = { route: 'own-terms', reason: 'All agreed.', askedOn: '2019-05-13', minded: true };
  expect(judgeItem(out('2019-05-09'), '2019-05-09', partnership)).toMatchObject({ word: 'on-time', by: 'own-terms' });
  expect(judgeItem(out('2019-05-10'), '2019-05-10', partnership)).toMatchObject({ word: 'late', statutory: false });
  expect(judgeItem(out('2019-05-10', waived), '2019-05-10', partnership).word).toBe('has-route');
});

const keyItem = { keyDecision: true, keyRoute: null, accessClass: 'internal' } as const;
const published = (on: Day, own: KeyDecisionNotice['private'] = null) => ({
  keyDecision: own === null,
  private: own,
  published: { at: `${on}T10:00:00.000Z`, by: 'tom-dunnock' },
  state: 'published' as const,
  from: '2019-02-05' as Day,
});
const agreement = {
  agreedBy: 'scrutiny-chair',
  name: 'Cllr Kestrel',
  agreedOn: '2019-03-11',
  noScrutinyChair: '',
  noCouncilChair: '',
  whyUrgent: 'It closes on Friday.',
} as const;

// rules.md 4.4: Cabinet of 5 February 2019.
test('a key decision has 28 clear days by its notice of 7 January and not by one of 8 January', () => {
  const cabinet = judging('executive', '2019-02-05');
  const standing = (on: Day) => noticesOf(keyItem, { notice: published(on), today: '2019-01-08' }, cabinet)[0];
  expect(standing('2019-01-07')).toMatchObject({ by: '2019-01-07', word: 'in-time' });
  expect(standing('2019-01-08')).toMatchObject({ word: 'missed' });
  const none = { notice: null, today: '2019-01-04' };
  expect(noticesOf(keyItem, none, cabinet)[0]).toMatchObject({ given: null, word: 'to-give' });
});

test('a notice given after the offices have closed counts from the next working day, and one for a later day not at all', () => {
  const cabinet = judging('executive', '2019-02-05');
  const with7th = published('2019-01-07');
  const word = (notice: typeof with7th) => noticesOf(keyItem, { notice, today: '2019-01-08' }, cabinet)[0]?.word;
  const at = (time: string) => ({ ...with7th, published: { at: `2019-01-07T${time}:00.000Z`, by: 'tom-dunnock' } });
  expect(word(at('17:00'))).toBe('in-time');
  expect(word(at('17:01'))).toBe('missed');
  expect(word({ ...with7th, from: '2019-03-05' })).toBe('missed');
});

test('without it there is the general exception after five clear days, and special urgency by agreement', () => {
  const cabinet = judging('executive', '2019-03-12');
  const exception = (noticeAvailableOn: Day, informedOn: Day | null = '2019-03-04'): KeyRoute => ({
    sort: 'general-exception',
    informed: 'Cllr Kestrel',
    informedOn,
    noticeAvailableOn,
    whyImpracticable: 'The offer came late.',
  });
  const word = (keyRoute: KeyRoute | null) =>
    noticesOf({ ...keyItem, keyRoute }, { notice: null, today: '2019-03-11' }, cabinet)[0]?.word;
  expect(word(exception('2019-03-04'))).toBe('general-exception');
  expect(word(exception('2019-03-05'))).toBe('missed');
  expect(word(exception('2019-03-04', null))).toBe('missed');
  expect(word(exception('2019-03-04', '2019-03-13'))).toBe('missed');
  expect(word({ sort: 'special-urgency', agreement })).toBe('special-urgency');
  expect(word({ sort: 'special-urgency', agreement: { ...agreement, agreedBy: 'council-chair' } })).toBe('missed');
  expect(word(null)).toBe('missed');
});

test('private business of an executive needs its notice of intention and a further notice, or agreement that it is urgent', () => {
  const cabinet = judging('executive', '2019-04-30');
  const item = { keyDecision: false, keyRoute: null, accessClass: 'private' } as const;
  const intended = {
    privateReason: { scheme: 'schedule-12A' as const, paragraphs: [3], contractTerms: false, publicInterest: 'Price.' },
    representations: '',
    noRepresentations: true,
    response: '',
    furtherNotice: null,
    urgency: null,
  };
  expect(noticesOf(item, { notice: published('2019-04-01', intended), today: '2019-04-15' }, cabinet)).toEqual([
    { about: 'private-intention', by: '2019-04-01', given: '2019-04-01', word: 'in-time' },
    { about: 'private-further', by: '2019-04-18', given: null, word: 'to-give' },
  ]);
  const urgent = published('2019-04-16', { ...intended, urgency: { ...agreement, agreedOn: '2019-04-16' } });
  const words = noticesOf(item, { notice: urgent, today: '2019-04-19' }, cabinet).map(({ word }) => word);
  expect(words).toEqual(['private-urgent', 'private-urgent']);
  expect(noticesOf(item, { notice: null, today: '2019-04-15' }, judging('scrutiny', '2019-04-25'))).toEqual([]);
});

// A plain restatement of rules.md 2.2, 2.3, 3 and 4, day by day, without anything of the clock.
const clear = (from: Day, to: Day): number => {
  let count = 0;
  for (let at = addDays(from, 1); at < to; at = addDays(at, 1)) if (isWorkingDay(at, calendar)) count += 1;
  return count;
};
const needs: Record<BodyKind, number | null> = {
  council: 5,
  executive: 5,
  scrutiny: 5,
  committee: 5,
  'health-and-wellbeing-board': 5,
  partnership: null,
  'nhs-board': 3,
  'nhs-committee': 3,
};

type Case = { kind: BodyKind; day: Day; since: Day; convenedOn: Day | null; minded: boolean | null };

function asTheRulesSay({ kind, day, since, convenedOn, minded }: Case): 'on-time' | 'has-route' | 'late' {
  const need = needs[kind] ?? 0;
  if (clear(since, day) >= need) return 'on-time';
  const meetingIsShort = convenedOn !== null && kind !== 'council' && clear(convenedOn, day) < need;
  if (meetingIsShort && since <= convenedOn) return 'on-time';
  return minded === true && need === 5 && kind !== 'executive' ? 'has-route' : 'late';
}

const anyCase = fc
  .record({
    kind: fc.constantFrom(...bodyKind.options.filter((kind) => kind !== 'partnership')),
    offset: fc.integer({ min: 0, max: 3000 }),
    before: fc.integer({ min: 0, max: 20 }),
    convenedBefore: fc.option(fc.integer({ min: 0, max: 20 })),
    minded: fc.option(fc.boolean()),
  })
  .map(({ kind, offset, before, convenedBefore, minded }): Case => {
    const day = addDays('2018-03-01', offset);
    const convenedOn = convenedBefore === null ? null : addDays(day, -convenedBefore);
    return { kind, day, since: addDays(day, -before), convenedOn, minded };
  });

test('whatever the body and the days, an item is judged as rules 2.2, 2.3, 3 and 4 say', () => {
  fc.assert(
    fc.property(anyCase, (one) => {
      const { kind, day, since, convenedOn, minded } = one;
      const found = judgeItem(out(since, urgency(minded)), since, judging(kind, day, convenedOn));
      expect(found.word).toBe(asTheRulesSay(one));
      expect(found.clearDays).toBe(clear(since, day));
    }),
    { numRuns: 1000 },
  );
});

test('whatever the body, what is published by the last day is on time and what is published after it is late', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...bodyKind.options.filter((kind) => kind !== 'partnership')),
      fc.integer({ min: 0, max: 3000 }),
      fc.integer({ min: 1, max: 12 }),
      (kind, offset, before) => {
        const publishedOn = addDays('2018-03-01', offset);
        const earliest = earliestMeetingFor(publishedOn, rules(kind), calendar);
        expect(judgeItem(out(publishedOn), publishedOn, judging(kind, earliest)).word).toBe('on-time');
        const sooner = addDays(earliest, -before);
        if (sooner > publishedOn && isWorkingDay(sooner, calendar))
          expect(judgeItem(out(publishedOn), publishedOn, judging(kind, sooner)).word).toBe('late');
      },
    ),
  );
});
