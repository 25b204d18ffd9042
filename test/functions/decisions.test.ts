import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { lookAtDecision } from '../../functions/decisions/look-at-decision.ts';
import { moveDecisions } from '../../functions/decisions/move-decisions.ts';
import { waitForDecision } from '../../functions/decisions/wait-for-decision.ts';
import { noticeKinds } from '../../functions/notices/kinds.ts';
import { followDecision } from '../../functions/relay/decisions.ts';
import { londonInstant } from '../../shared/domain/calendar/day.ts';
import { calendarToChange, saveCalendar } from '../../shared/store/calendar-acts.ts';
import { beginCallIn, judgeCallIn, NotAValidCallIn, signCallIn } from '../../shared/store/call-in-acts.ts';
import type { Command } from '../../shared/store/commitment-acts.ts';
import {
  missingIn,
  publishDecision,
  RecordNotWhole,
  recordDecisionOutcome,
  saveDecision,
} from '../../shared/store/decision-acts.ts';
import { decisionAround } from '../../shared/store/decision-around.ts';
import { callInRequests, decisionsDue } from '../../shared/store/decisions.ts';
import { historyOf } from '../../shared/store/history.ts';
import { publishedDecisionOf } from '../../shared/store/published-decisions.ts';
import { get } from '../../shared/store/record-kind.ts';
import { waitingToken } from '../../shared/store/tokens.ts';
import { aDecision } from '../support/decisions.ts';
import { demonstrationRegister } from '../support/demonstration-register.ts';

let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
beforeAll(async () => {
  opened = await demonstrationRegister();
});
afterAll(() => opened.close());

const by = (commandId: string, personId: string, at = londonInstant('2019-04-15', '09:00')): Command => ({
  commandId,
  actor: { sort: 'person', personId, onBehalfOf: null },
  at,
  today: at.slice(0, 10),
});
const tom = (commandId: string, at?: string) => by(commandId, 'tom-dunnock', at);

/** A decision like the one on parking, published on 11 April. */
async function published(id: string, over: Parameters<typeof aDecision>[0] = {}) {
  await saveDecision(opened.register, tom(`save-${id}`), aDecision({ id, ...over }));
  await publishDecision(opened.register, tom(`publish-${id}`, londonInstant('2019-04-11', '10:00')), id);
}
const now = async (id: string, today = '2019-04-15') => decisionAround(opened.register, id, today);
const stateOf = async (id: string) => (await now(id)).record.state;

const five = ['rowan-kestrel', 'farida-linnet', 'basil-crake', 'gwyn-twite', 'hema-gannet'] as const;

/** Asked for by the first and signed by so many, each at that time. */
let requests = 0;
async function asked(decisionId: string, count: number, at = londonInstant('2019-04-15', '09:00')): Promise<string> {
  requests += 1;
  const id = `request-${requests}-${decisionId}`;
  await beginCallIn(opened.register, by(`begin-${id}`, five[0], at), {
    id,
    decisionId,
    requesterId: five[0],
    grounds: 'No survey of traders was made.',
    named: five.slice(1),
  });
  for (const personId of five.slice(1, count))
    await signCallIn(opened.register, by(`sign-${id}-${personId}`, personId, at), id, {
      personId,
      signedAt: at,
      how: 'own-sign-in',
      seenBy: null,
    });
  return id;
}

const judge = (id: string, valid: boolean, at?: string) =>
  judgeCallIn(opened.register, by(`judge-${id}-${valid}`, 'helen-curlew', at), id, {
    valid,
    reason: 'Judged by the procedure.',
  });

test('the parking decision of the demonstration stands in call-in until 18 April, and from 23 April it may take effect', async () => {
  const { window, record } = await now('decision-parking-mill-lane');
  expect(record.state).toBe('call-in-open');
  expect(window).toMatchObject({ closesOn: '2019-04-18', implementableFrom: '2019-04-23' });
  expect(await decisionsDue(opened.register.table, '2019-04-22', 10)).not.toContain(record.id);
  expect(await decisionsDue(opened.register.table, '2019-04-23', 10)).toContain(record.id);
});

test('a record that lacks anything is not published, and says what it lacks', async () => {
  await saveDecision(opened.register, tom('save-lacking'), aDecision({ id: 'lacking', conflicts: null }));
  const { record, context } = await now('lacking');
  expect(missingIn(record, context, '2019-04-15')).toEqual(['conflicts']);
  await expect(publishDecision(opened.register, tom('publish-lacking'), 'lacking')).rejects.toThrow(RecordNotWhole);
  expect(await publishedDecisionOf(opened.register.table, 'lacking')).toBeUndefined();
});

test('publishing twice publishes once', async () => {
  await published('twice');
  const again = await publishDecision(opened.register, tom('publish-twice'), 'twice');
  expect(again.replayed).toBe(true);
  const events = (await historyOf(opened.register, 'decision', 'twice')).map(({ envelope }) => envelope.event);
  expect(events).toEqual(['decision record begun', 'decision published']);
});

test('five signatures make a valid call-in: the decision is suspended in the same moment, and the public sees it', async () => {
  await published('suspended');
  const id = await asked('suspended', 5);
  await judge(id, true);
  expect(await stateOf('suspended')).toBe('called-in');
  expect((await publishedDecisionOf(opened.register.table, 'suspended'))?.state).toBe('called-in');
});

test('too few cannot be judged valid, and the decision goes on', async () => {
  await published('too-few');
  const id = await asked('too-few', 4);
  await expect(judge(id, true)).rejects.toThrow(NotAValidCallIn);
  await judge(id, false);
  expect(await stateOf('too-few')).toBe('call-in-open');
});

test('one working day late cannot be judged valid, and does not hold the decision back', async () => {
  await published('too-late');
  const tuesday = londonInstant('2019-04-23', '07:30');
  const id = await asked('too-late', 5, tuesday);
  await expect(judge(id, true, tuesday)).rejects.toThrow(NotAValidCallIn);
  const clock = { now: () => londonInstant('2019-04-23', '08:00'), today: () => '2019-04-23' };
  await moveDecisions({ day: '2019-04-23' }, { register: opened.register, clock });
  expect(await stateOf('too-late')).toBe('implementable');
});

test('the round lets a decision take effect on its day and not before, once', async () => {
  await published('on-its-day');
  const round = (day: string) =>
    moveDecisions(
      { day },
      { register: opened.register, clock: { now: () => londonInstant(day, '08:00'), today: () => day } },
    );
  await round('2019-04-22');
  expect(await stateOf('on-its-day')).toBe('call-in-open');
  await round('2019-04-23');
  expect(await stateOf('on-its-day')).toBe('implementable');
  await round('2019-04-23');
  const events = (await historyOf(opened.register, 'decision', 'on-its-day')).map(({ envelope }) => envelope.event);
  expect(events.filter((event) => event === 'may take effect')).toHaveLength(1);
});

test('a request made in time and not judged holds the decision back until it is', async () => {
  await published('to-be-judged');
  const id = await asked('to-be-judged', 5);
  const clock = { now: () => londonInstant('2019-04-23', '08:00'), today: () => '2019-04-23' };
  await moveDecisions({ day: '2019-04-23' }, { register: opened.register, clock });
  expect(await stateOf('to-be-judged')).toBe('call-in-open');
  await judge(id, false, londonInstant('2019-04-23', '10:00'));
  await moveDecisions(
    { day: '2019-04-24' },
    {
      register: opened.register,
      clock: { now: () => londonInstant('2019-04-24', '08:00'), today: () => '2019-04-24' },
    },
  );
  expect(await stateOf('to-be-judged')).toBe('implementable');
});

const roundOn = (day: string) =>
  moveDecisions(
    { day },
    { register: opened.register, clock: { now: () => londonInstant(day, '08:00'), today: () => day } },
  );

test('a request that was whole in time and that nobody judges counts as valid the day after the decision would take effect', async () => {
  await published('left-unjudged');
  const id = await asked('left-unjudged', 5);
  const short = await asked('left-unjudged', 2);
  await roundOn('2019-04-23');
  expect(await stateOf('left-unjudged')).toBe('call-in-open');
  await roundOn('2019-04-24');
  expect(await stateOf('left-unjudged')).toBe('called-in');
  const [whole, other] = await Promise.all(
    [id, short].map(async (one) => (await get(opened.register, callInRequests, one)).record),
  );
  expect(whole).toMatchObject({ state: 'valid', judgement: { on: '2019-04-24', by: 'quorate' } });
  expect(other).toMatchObject({ state: 'lapsed' });
  await roundOn('2019-04-25');
  const events = (await historyOf(opened.register, 'decision', 'left-unjudged')).map(({ envelope }) => envelope.event);
  expect(events.filter((event) => event === 'called in')).toHaveLength(1);
});

test('a request without its signatures in time lapses when the decision takes effect, and is not open for ever', async () => {
  await published('lapses');
  const id = await asked('lapses', 4);
  await roundOn('2019-04-18');
  expect((await get(opened.register, callInRequests, id)).record.state).toBe('open');
  await roundOn('2019-04-23');
  expect(await stateOf('lapses')).toBe('implementable');
  expect((await get(opened.register, callInRequests, id)).record).toMatchObject({
    state: 'lapsed',
    judgement: { on: '2019-04-23', by: 'quorate' },
  });
});

test('one valid call-in ends every other request about the decision in the same moment', async () => {
  await published('one-of-two');
  const [first, second] = [await asked('one-of-two', 5), await asked('one-of-two', 5)];
  await judge(second, true);
  expect((await get(opened.register, callInRequests, first)).record.state).toBe('lapsed');
});

test.each([
  ['upheld', [['uphold', 'implementable']]],
  [
    'referred back and confirmed',
    [
      ['refer-back', 'referred-back'],
      ['confirm', 'implementable'],
    ],
  ],
  [
    'referred to the council, which objects, then amended',
    [
      ['refer-to-council', 'referred-to-council'],
      ['objection', 'referred-back'],
      ['amend', 'implementable'],
    ],
  ],
  [
    'referred to the council, which does not object',
    [
      ['refer-to-council', 'referred-to-council'],
      ['no-objection', 'implementable'],
    ],
  ],
] as const)('called in and %s', async (name, moves) => {
  const id = `outcome-${name.replaceAll(/[^a-z]/g, '')}`;
  await published(id);
  await judge(await asked(id, 5), true);
  for (const [event, state] of moves) {
    await recordDecisionOutcome(opened.register, tom(`${id}-${event}`), id, {
      event,
      on: '2019-05-01',
      reasons: 'As minuted.',
      text: event === 'amend' ? 'As amended.' : null,
    });
    expect(await stateOf(id)).toBe(state);
  }
  const { record } = await now(id);
  expect(record.outcomes.map(({ event }) => event)).toEqual(moves.map(([event]) => event));
});

/** Workflows that only note what they are asked for. */
function noting() {
  const started: [string, string][] = [];
  const answered: string[] = [];
  return {
    started,
    answered,
    workflows: {
      start: async (workflow: string, name: string) => {
        started.push([workflow, name]);
      },
      isRunning: async () => true,
      answer: async (token: string) => {
        answered.push(token);
        return 'answered' as const;
      },
    },
  };
}
const clock = { now: () => londonInstant('2019-04-15', '09:00'), today: () => '2019-04-15' };

test('one execution waits with one token; whatever comes about has it look again', async () => {
  await published('followed');
  const { register } = opened;
  const { started, answered, workflows } = noting();
  await followDecision('followed', { register, workflows });
  await followDecision('followed', { register, workflows });
  expect(new Set(started.map(([, name]) => name))).toEqual(new Set(['decision-followed']));
  const first = await lookAtDecision({ decisionId: 'followed', told: [] }, { register, clock });
  expect(first.word).toBe('tell');
  expect(first.notices.map(({ kind, personId }) => [kind, personId])).toEqual([
    ['decision-open-to-call-in', 'ivor-dipper'],
    ['decision-open-to-call-in', 'tom-dunnock'],
  ]);
  const waits = {
    decisionId: 'followed',
    told: first.told,
    taskToken: 'token-1',
    executionArn: 'arn:decision-followed',
  };
  expect(await waitForDecision(waits, { register, clock, workflows })).toEqual({ word: 'waits' });
  const id = await asked('followed', 5);
  await followDecision('followed', { register, workflows });
  expect(answered).toEqual(['token-1']);
  expect(await waitingToken(register.table, 'followed')).toBeUndefined();
  const next = await lookAtDecision({ decisionId: 'followed', told: first.told }, { register, clock });
  expect(
    next.notices
      .filter(({ kind }) => kind === 'call-in-signature')
      .map(({ personId }) => personId)
      .sort(),
  ).toEqual([...five.slice(1)].sort());
  expect(
    next.notices
      .filter(({ kind, round }) => kind === 'call-in-asked-for' && round === 'whole')
      .map(({ personId }) => personId),
  ).toEqual(['helen-curlew', 'jay-fulmar']);
  await judge(id, true);
  const suspended = await lookAtDecision({ decisionId: 'followed', told: next.told }, { register, clock });
  expect(suspended.notices.map(({ kind, personId }) => [kind, personId])).toEqual([
    ['decision-called-in', 'des-corncrake'],
    ['decision-called-in', 'helen-curlew'],
    ['decision-called-in', 'tom-dunnock'],
  ]);
});

test('something that comes about while people are being told is not missed: waiting answers itself', async () => {
  await published('not-missed');
  const { answered, workflows } = noting();
  const { register } = opened;
  const { told } = await lookAtDecision({ decisionId: 'not-missed', told: [] }, { register, clock });
  await asked('not-missed', 1);
  const waits = { decisionId: 'not-missed', told, taskToken: 'token-2', executionArn: 'arn:decision-not-missed' };
  expect(await waitForDecision(waits, { register, clock, workflows })).toEqual({ word: 'answered' });
  expect(answered).toEqual(['token-2']);
});

test('each notice says its words to the people it is for, and of private business none of them', async () => {
  await published('private-one', {
    title: 'Sale of the Foundry',
    privateReason: { scheme: 'schedule-12A', paragraphs: [3], contractTerms: true, publicInterest: 'Bids are open.' },
    publicWords: 'A sale of land.',
    accessClass: 'private',
  });
  await published('public-one');
  const person = { person: null, day: '2019-04-15', round: null } as const;
  const said = await noticeKinds['decision-open-to-call-in']?.(
    { ...person, recordId: 'private-one', personId: 'ivor-dipper' },
    opened,
  );
  expect(said?.notice.accessClass).toBe('private');
  const open = await noticeKinds['decision-open-to-call-in']?.(
    { ...person, recordId: 'public-one', personId: 'ivor-dipper' },
    opened,
  );
  expect(open?.notice).toMatchObject({
    subject: 'Can be called in until Thursday 18 April 2019: Parking charges, Mill Lane',
    link: { path: '/decision-records/public-one' },
  });
  const snapshot = JSON.stringify(await publishedDecisionOf(opened.register.table, 'private-one'));
  expect(snapshot).toContain('A sale of land.');
  for (const word of ['Foundry', 'Bids', 'That the charge rises', 'It is full', 'To leave it'])
    expect(snapshot).not.toContain(word);
});

test('a bank holiday proclaimed late moves the day on which a decision may take effect, and the round waits for it', async () => {
  const { register } = opened;
  await published('moved-by-a-holiday');
  const { record, version } = await calendarToChange(register);
  const proclaimed = [...record.proclaimed, { day: '2019-04-23', title: 'A day proclaimed', change: 'added' as const }];
  const command = { ...by('proclaim', 'sol-administrator'), version };
  await saveCalendar(register, command, { record: { ...record, proclaimed }, event: 'proclaimed' });
  const round = (day: string) =>
    moveDecisions({ day }, { register, clock: { now: () => londonInstant(day, '08:00'), today: () => day } });
  await round('2019-04-23');
  expect(await stateOf('moved-by-a-holiday')).toBe('call-in-open');
  expect((await publishedDecisionOf(register.table, 'moved-by-a-holiday'))?.window?.from).toBe('2019-04-24');
  await round('2019-04-24');
  expect(await stateOf('moved-by-a-holiday')).toBe('implementable');
});
