import { expect, test } from '@jest/globals';
import type { AgendaItem } from '../../../shared/domain/agenda-items/agenda-item.ts';
import { unarranged } from '../../../shared/domain/agenda-items/agenda-item.ts';
import type { KeyRoute } from '../../../shared/domain/decisions/key-route.ts';
import {
  decidedBySpecialUrgency,
  municipalYear,
  municipalYearOf,
} from '../../../shared/domain/decisions/special-urgency.ts';
import { aMeeting } from '../../support/builders.ts';
import { aDecision } from '../../support/decisions.ts';

const urgent: KeyRoute = {
  sort: 'special-urgency',
  agreement: {
    agreedBy: 'scrutiny-chair',
    name: 'Cllr Sylvia Wryneck',
    agreedOn: '2019-03-11',
    noScrutinyChair: '',
    noCouncilChair: '',
    whyUrgent: 'The grant closes.',
  },
};
const key = { sort: 'key', ground: 'money', why: 'Over the threshold.' } as const;
const made = aDecision({ id: 'grant', key, keyRoute: urgent, decidedOn: '2019-03-12', state: 'call-in-open' });
const year = municipalYear(2018);
const of = (...decisions: ReturnType<typeof aDecision>[]) => decidedBySpecialUrgency({ decisions, held: [] }, year);

const anItem = (overrides: Partial<AgendaItem>): AgendaItem => ({
  ...unarranged,
  id: 'item-1',
  bodyId: 'cabinet',
  meetingId: 'meeting-1',
  number: '5',
  title: 'Flood repairs',
  purpose: 'decision',
  reportOf: null,
  attendedFor: [],
  mattersRaised: [],
  report: 'attached',
  toFollowReason: null,
  keyDecision: true,
  keyRoute: urgent,
  commitmentId: null,
  state: 'considered',
  published: true,
  accessClass: 'public',
  ...overrides,
});
const held = (day: string, overrides: Partial<AgendaItem> = {}) => [
  { meeting: aMeeting({ id: 'meeting-1', bodyId: 'cabinet', day }), items: [anItem(overrides)], bodyName: 'Cabinet' },
];

test('a municipal year runs from 1 May to 30 April', () => {
  expect(year).toEqual({ from: '2018-05-01', to: '2019-04-30' });
  expect(['2019-04-30', '2019-05-01'].map(municipalYearOf)).toEqual([2018, 2019]);
});

// SI 2012/2089 reg 19: each executive decision of the period whose making was agreed as urgent under regulation 11.
test('the council is told of key decisions that were made by special urgency in its year, and of no others', () => {
  expect(of(made).map(({ id }) => id)).toEqual(['grant']);
  expect(of({ ...made, decidedOn: '2018-04-30' }, { ...made, decidedOn: '2019-05-01' })).toEqual([]);
  expect(of({ ...made, state: 'draft' }, { ...made, state: 'withdrawn' }, { ...made, decidedOn: null })).toEqual([]);
  const notice = { sort: 'notice', noticeId: 'n', publishedOn: '2019-01-01' } as const;
  expect(of({ ...made, keyRoute: notice }, { ...made, key: { sort: 'not-key', why: 'Small.' } })).toEqual([]);
});

test('of private business the council, which meets in public, is told the words that were written for the public', () => {
  const privately = {
    ...made,
    accessClass: 'private' as const,
    title: 'Foundry sale',
    publicWords: 'A disposal of land.',
  };
  const [told] = of(privately);
  expect(told).toMatchObject({ title: '', text: 'A disposal of land.', summary: '' });
  expect(JSON.stringify(told)).not.toContain('Foundry');
  const [item] = decidedBySpecialUrgency({ decisions: [], held: held('2019-03-12', { accessClass: 'private' }) }, year);
  expect(JSON.stringify(item)).not.toContain('Flood');
});

test('what a meeting decided by special urgency is told once, by its own record where it has one', () => {
  expect(decidedBySpecialUrgency({ decisions: [], held: held('2019-03-12') }, year)).toMatchObject([
    { sort: 'agenda-item', title: 'Flood repairs', decidedBy: 'Cabinet' },
  ]);
  const record = { ...made, sort: 'body' as const, title: 'Flood repairs' };
  const both = decidedBySpecialUrgency({ decisions: [record], held: held('2019-03-12') }, year);
  expect(both.map(({ sort }) => sort)).toEqual(['decision']);
  const deferred = decidedBySpecialUrgency({ decisions: [], held: held('2019-03-12', { state: 'deferred' }) }, year);
  expect(deferred).toEqual([]);
});
