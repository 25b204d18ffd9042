import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { closedDays } from '../../../infra/local/demonstration/closed-days.ts';
import { meetings } from '../../../infra/local/demonstration/meetings.ts';
import { procedures } from '../../../infra/local/demonstration/procedures.ts';
import { addDays } from '../../../shared/domain/calendar/day.ts';
import { calendarOf } from '../../../shared/domain/calendar/shipped-calendar.ts';
import { addWorkingDays } from '../../../shared/domain/calendar/working-days.ts';
import {
  clearDaysGiven,
  furtherGaps,
  lacksOf,
  noticeDays,
} from '../../../shared/domain/decisions/key-decision-notice.ts';
import {
  earliestByException,
  type KeyRoute,
  routeGaps,
  type UrgencyAgreement,
} from '../../../shared/domain/decisions/key-route.ts';
import { missingFrom } from '../../../shared/domain/decisions/missing.ts';
import { keyDecisionNoticeBy } from '../../../shared/domain/meetings/publish-by.ts';
import { aDecision, aNoticeOf, england } from '../../support/decisions.ts';
import { holds } from '../../support/holds.ts';

const days = { calendar: england, noticeMode: 'calendar' } as const;
const brackenford = {
  calendar: calendarOf('england-and-wales', { closures: closedDays }),
  noticeMode: 'calendar',
} as const;

test.each([
  ['2019-04-30', '2019-04-01'],
  ['2019-05-28', '2019-04-29'],
  ['2019-06-18', '2019-05-20'],
  ['2019-07-16', '2019-06-17'],
  ['2019-09-17', '2019-08-19'],
  ['2020-01-14', '2019-12-16'],
])('for the Cabinet of %s the notice of a key decision or of private business is out by %s', (on, by) => {
  expect(noticeDays(on, brackenford).noticeBy).toBe(by);
  const cabinet = procedures.find(({ bodyId }) => bodyId === 'cabinet');
  const meeting = meetings.find(({ bodyId, day }) => bodyId === 'cabinet' && day === on);
  expect(cabinet && meeting && keyDecisionNoticeBy(meeting, cabinet, brackenford.calendar)?.day).toBe(by);
});

test('notice of 1 April for 30 April is exactly 28 clear days; the further notice is due on 18 April', () => {
  expect(clearDaysGiven('2019-04-01', '2019-04-30', days)).toBe(28);
  expect(clearDaysGiven('2019-04-02', '2019-04-30', days)).toBe(27);
  expect(noticeDays('2019-04-30', days).furtherBy).toBe('2019-04-18');
  expect(noticeDays('2019-02-05', days).furtherBy).toBe('2019-01-28');
  expect(noticeDays('2019-01-09', days).furtherBy).toBe('2018-12-31');
});

test('a period is tested by its first day: notice of 31 January is enough for March', () => {
  const route: KeyRoute = { sort: 'notice', noticeId: 'n', publishedOn: '2019-01-31' };
  expect(routeGaps(route, '2019-03-01', days)).toEqual([]);
  expect(routeGaps(route, '2019-02-28', days)).toEqual(['too-few-days']);
});

test.each([
  ['2019-03-04', '2019-03-12'],
  ['2018-12-17', '2018-12-27'],
  ['2019-04-11', '2019-04-23'],
  ['2022-09-13', '2022-09-22'],
])('by the general exception of %s the earliest decision is %s', (available, earliest) => {
  expect(earliestByException(available, england)).toBe(earliest);
  const route = (on: string) =>
    routeGaps(
      { sort: 'general-exception', informed: 'The chair', noticeAvailableOn: available, whyImpracticable: 'New law' },
      on,
      days,
    );
  expect(route(earliest)).toEqual([]);
  // The fifth day has to have elapsed.
  expect(route(addWorkingDays(available, 5, england))).toContain('too-early');
});

const agreement: UrgencyAgreement = {
  agreedBy: 'scrutiny-chair',
  name: 'Cllr Ivor Dipper',
  agreedOn: '2018-09-12',
  noScrutinyChair: '',
  noCouncilChair: '',
  whyUrgent: 'The grant lapses on Friday.',
};
const urgent = (over: Partial<UrgencyAgreement>) =>
  routeGaps({ sort: 'special-urgency', agreement: { ...agreement, ...over } }, '2018-09-14', days);

test('special urgency goes down its chain only with a reason for each step', () => {
  expect(urgent({})).toEqual([]);
  expect(urgent({ agreedBy: 'council-chair' })).toEqual(['no-step-down-scrutiny']);
  expect(urgent({ agreedBy: 'council-chair', noScrutinyChair: 'The seat is vacant' })).toEqual([]);
  expect(urgent({ agreedBy: 'council-vice-chair', noScrutinyChair: 'Vacant' })).toEqual(['no-step-down-council']);
  expect(urgent({ agreedOn: '2018-09-15' })).toEqual(['agreed-late']);
  expect(urgent({ agreedOn: null, name: '', whyUrgent: '' })).toEqual(['no-name', 'not-agreed', 'no-reason']);
});

const day = fc.integer({ min: 0, max: 1200 }).map((count) => addDays('2018-06-01', count));
const maybe = fc.option(day, { nil: null });

/** rules.md 4.6 said again, plainly, day by day. */
function plainRoute(on: string, notice: string | null, exception: string | null, agreed: string | null): string {
  const clear = (from: string, working: boolean): number => {
    let count = 0;
    for (let at = addDays(from, 1); at < on; at = addDays(at, 1)) {
      const weekday = new Date(`${at}T12:00:00Z`).getUTCDay();
      if (!working || (weekday !== 0 && weekday !== 6 && !england.holidays.has(at))) count += 1;
    }
    return count;
  };
  if (notice !== null && clear(notice, false) >= 28) return 'notice';
  if (exception !== null && clear(exception, true) >= 5) return 'general-exception';
  return agreed !== null && agreed <= on ? 'special-urgency' : 'none';
}

test('each lawful way carries a decision exactly when a plain reading of the regulations says so', () => {
  holds(
    fc.property(day, maybe, maybe, maybe, (on, notice, exception, agreed) => {
      const lawful = {
        notice: routeGaps({ sort: 'notice', noticeId: 'n', publishedOn: notice }, on, days).length === 0,
        'general-exception':
          routeGaps(
            {
              sort: 'general-exception',
              informed: 'The chair',
              noticeAvailableOn: exception,
              whyImpracticable: 'New law',
            },
            on,
            days,
          ).length === 0,
        'special-urgency':
          routeGaps({ sort: 'special-urgency', agreement: { ...agreement, agreedOn: agreed } }, on, days).length === 0,
      };
      const first = (['notice', 'general-exception', 'special-urgency'] as const).find((way) => lawful[way]) ?? 'none';
      expect(first).toBe(plainRoute(on, notice, exception, agreed));
    }),
  );
});

test('a notice says what it lacks by the letters of the regulation', () => {
  expect(lacksOf(aNoticeOf())).toEqual([]);
  const empty = aNoticeOf({
    statement: '',
    matter: '',
    maker: { sort: 'body', name: 'Cabinet', members: [] },
    from: null,
    documents: '',
    address: '',
    others: '',
    howToAsk: '',
  });
  expect(lacksOf(empty)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
  expect(lacksOf(aNoticeOf({ maker: { sort: 'individual', name: 'Cllr Des Corncrake', title: '' } }))).toEqual(['c']);
  expect(lacksOf(aNoticeOf({ accessClass: 'private' }))).toEqual(['private-reason']);
});

test('a further notice answers the representations received, or says that there were none', () => {
  const own = {
    privateReason: {
      scheme: 'schedule-12A',
      paragraphs: [3],
      contractTerms: false,
      publicInterest: 'It would cost more.',
    },
    representations: '',
    noRepresentations: false,
    response: '',
    furtherNotice: null,
    urgency: null,
  } as const;
  const gaps = (over: object) =>
    furtherGaps(aNoticeOf({ private: { ...own, privateReason: { ...own.privateReason, paragraphs: [3] }, ...over } }));
  expect(gaps({})).toEqual(['representations']);
  expect(gaps({ representations: 'A resident wants it in public' })).toEqual(['response']);
  expect(gaps({ representations: 'A resident wants it in public', response: 'The sums are not yet agreed' })).toEqual(
    [],
  );
  expect(gaps({ noRepresentations: true })).toEqual([]);
});

test('a private meeting without its full notice names who agreed, step by step', () => {
  const own = {
    privateReason: { scheme: 'confidential' as const, forbiddenBy: 'A court order' },
    representations: '',
    noRepresentations: true,
    response: '',
    furtherNotice: null,
  };
  const lacks = (over: Partial<UrgencyAgreement>) =>
    lacksOf(aNoticeOf({ accessClass: 'private', private: { ...own, urgency: { ...agreement, ...over } } }));
  expect(lacks({})).toEqual([]);
  expect(lacks({ agreedBy: 'council-chair' })).toEqual(['urgency']);
  expect(lacks({ agreedBy: 'council-chair', noScrutinyChair: 'The seat is vacant' })).toEqual([]);
});

const rules = { executive: true, ...days };

test('a record is published when every part is filled or expressly none', () => {
  expect(missingFrom(aDecision(), rules, '2019-04-11')).toEqual([]);
  expect(
    missingFrom(
      aDecision({
        text: '',
        reasons: '',
        alternatives: null,
        conflicts: null,
        dispensation: null,
        report: null,
        backgroundPapers: null,
        key: null,
        decidedOn: null,
      }),
      rules,
      '2019-04-11',
    ),
  ).toEqual([
    'day',
    'text',
    'reasons',
    'alternatives',
    'conflicts',
    'dispensation',
    'report',
    'background-papers',
    'key',
  ]);
});

test('a decision whose day is to come, an urgent one without a reason, a private one without public words: not yet', () => {
  expect(missingFrom(aDecision(), rules, '2019-04-09')).toEqual(['day-to-come']);
  expect(
    missingFrom(aDecision({ callIn: { sort: 'waived', why: 'urgent', reason: '' } }), rules, '2019-04-11'),
  ).toEqual(['waiver-reason']);
  expect(missingFrom(aDecision({ accessClass: 'private' }), rules, '2019-04-11')).toEqual(['public-words']);
});

test('a key decision needs its lawful way; other bodies make no key decisions', () => {
  const key = aDecision({ key: { sort: 'key', ground: 'money', why: 'Over the threshold' } });
  expect(missingFrom(key, rules, '2019-04-11')).toEqual(['route']);
  const short: KeyRoute = { sort: 'notice', noticeId: 'n', publishedOn: '2019-03-20' };
  expect(missingFrom({ ...key, keyRoute: short }, rules, '2019-04-11')).toEqual(['route-too-few-days']);
  expect(missingFrom(aDecision({ key: null }), { ...rules, executive: false }, '2019-04-11')).toEqual([]);
});
