import { describe, expect, test } from '@jest/globals';
import { readMinutes } from '../../shared/minutes/read-minutes.ts';
import { findsOf } from './fixture.ts';

/** Minutes of a fictional board around the words in question. */
const minutes = (words: string) =>
  readMinutes(
    `Minutes of the Harbour Board held on 4 March 2019\n\n1. Breakwater\n\n${words}\n\nNext meeting: 6 May 2019`,
  );

const decisions: [words: string, outcome: string][] = [
  ['RESOLVED that the report be noted.', 'noted'],
  ['RESOLVED – That the plan be approved.', 'approved'],
  ['It was unanimously agreed to accept the second quotation.', 'approved'],
  ['The Board agreed that the wall be rebuilt.', 'approved'],
  ['The Board NOTED the report.', 'noted'],
  ['Members noted the report and welcomed the work.', 'noted'],
  ['After discussion the Board resolved not to support the application.', 'rejected'],
  ['RESOLVED that the application be refused.', 'rejected'],
  ['It was agreed to defer the item to the next meeting.', 'deferred'],
  ['RESOLVED that the matter be referred to the Finance Committee.', 'referred'],
  ['RESOLVED to recommend to Council that the fee be raised.', 'recommended'],
  ['The minutes of the meeting held on 4 February 2019 were approved as a correct record.', 'approved'],
  ['The decision was delegated to the Harbour Master.', 'delegated'],
  [
    'It was proposed by Cllr Ann Pike, seconded by Cllr Tom Reed and unanimously agreed that the wall be painted.',
    'approved',
  ],
  ['The amendment was put to the vote and declared to be lost.', 'rejected'],
  ['Ms Una Flint was co-opted to the Board.', 'approved'],
  ['Noted.', 'noted'],
];

test.each(decisions)('"%s" is a decision: %s', (words, outcome) => {
  expect(findsOf(minutes(words), 'resolution').map((each) => each.outcome)).toEqual([outcome]);
});

test.each([
  'It was noted that boats are moored along the quay.',
  'The County Harbour Board had approved the scheme in 2017.',
  'The Severn Ports Joint Committee agreed to close its office.',
  'The Board noted that tides were high. Members discussed moorings.',
  'An independent adviser has been appointed.',
  'The Board agreed.',
])('"%s" is not a decision of this body', (words) => {
  expect(findsOf(minutes(words), 'resolution')).toEqual([]);
});

describe('actions', () => {
  test.each([
    ['The Clerk to write to the contractor.', 'The Clerk'],
    ['The Clerk will write to the contractor.', 'The Clerk'],
    ['Cllr Ann Pike agreed to contact the owners.', 'Cllr Ann Pike'],
    ['The Chairman asked the Clerk to obtain quotations.', 'the Clerk'],
    ['ACTION: AP to obtain quotations by 22 March', 'AP'],
    ['RESOLVED that the Chief Executive write to the Minister.', 'the Chief Executive'],
    ['It was agreed that the Harbour Manager circulate the figures.', 'the Harbour Manager'],
    ['The steps need mending.          Cllr Pike', 'Cllr Pike'],
  ])('"%s" is owed by %s', (words, owner) => {
    const [action] = findsOf(minutes(words), 'promise').filter(({ promiseKinds }) => promiseKinds.includes('action'));
    expect(action?.owner).toBe(owner);
  });

  test('a name alone after "ACTION:" owes what the sentence before it says', () => {
    const [action] = findsOf(
      minutes('The Board asked that the lamp be mended by 1 April 2019.\n\nACTION: Una Flint'),
      'promise',
    );
    expect(action).toMatchObject({ owner: 'Una Flint', window: { to: '2019-04-01' } });
  });

  test('an action that is also to be reported back is one promise of both kinds', () => {
    const promises = findsOf(
      minutes('The Chairman asked the Clerk to investigate and report back to the next meeting.'),
      'promise',
    );
    expect(promises).toMatchObject([
      { promiseKinds: ['action', 'report-back'], owner: 'the Clerk', window: { from: '2019-05-06', to: '2019-05-06' } },
    ]);
  });

  test('the rows of an action log are promises with their owners, days and state', () => {
    const log =
      'Harbour Board - Action Log\n\nRef | Action | Lead | Due | Status\nA/1 | Bring the safety report to the Board | Harbour Master | 6 May 2019 | OPEN\nA/2 | Order rope | Clerk | TBC | CLOSED';
    expect(findsOf(readMinutes(log, { meetingDate: '2019-03-04' }), 'promise')).toMatchObject([
      {
        number: 'A/1',
        owner: 'Harbour Master',
        status: 'open',
        promiseKinds: ['action', 'report-back'],
        window: { to: '2019-05-06' },
      },
      { number: 'A/2', owner: 'Clerk', status: 'closed', promiseKinds: ['action'], rawWindow: 'TBC' },
    ]);
  });
});

test.each([
  'A trial period of six months began in June.',
  'The strategic priorities over the next 12 months will include dredging.',
  'The national plan, which is due out in November, will cover ports.',
  'The committee was updated on dredging in February 2019.',
])('"%s" promises nothing', (words) => {
  expect(findsOf(minutes(words), 'promise')).toEqual([]);
});

test('the words of a vote are counted, and a recorded vote told as one', () => {
  const [vote] = findsOf(
    minutes(
      'A recorded vote was requested on the motion and taken as follows:\n\nFor (6): Councillors A and B.\n\nAgainst (3): Councillor C.\n\nAbstained (1): Councillor D.',
    ),
    'vote',
  );
  expect(vote).toMatchObject({ for: 6, against: 3, abstain: 1, recorded: true, result: 'carried' });
});

test('the day of the meeting that a person gives goes before the day in the text, and the difference is told', () => {
  const reading = readMinutes(
    'Minutes of the Harbour Board held on 4 March 2019\n\n1. Wall\n\nRESOLVED that a report be submitted in two months time.',
    {
      meetingDate: '2019-03-05',
      body: 'Harbour Board',
    },
  );
  expect(reading.meetingDate).toBe('2019-03-05');
  expect(findsOf(reading, 'promise')[0]?.window).toEqual({ from: '2019-05-05', to: '2019-05-05' });
  expect(reading.notFound.map(({ code }) => code)).toEqual(['meeting-date-differs']);
});
