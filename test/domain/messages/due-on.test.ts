import { expect, test } from '@jest/globals';
import { dueOn, nextActionDay, toldKey } from '../../../shared/domain/messages/due-on.ts';
import { outOfHospital, reminderContext } from '../../support/reminders.ts';

const none: ReadonlySet<string> = new Set();

test('on a bank holiday nothing is sent; the next working day does it', () => {
  const promise = outOfHospital({
    acceptance: { state: 'not-asked', on: null },
    chasedFrom: '2019-04-18',
    owner: null,
  });
  expect(dueOn(promise, reminderContext, none, '2019-04-22')).toEqual({ send: [], overtaken: [] });
  expect(dueOn(promise, reminderContext, none, '2019-04-23').send.map(({ what }) => what)).toContain('accept');
});

test('after an outage only the latest milestone is sent and the others are overtaken', () => {
  const { send, overtaken } = dueOn(outOfHospital(), reminderContext, none, '2019-09-20');
  const delivery = send.filter(({ matter }) => matter === 'delivery');
  expect(delivery.map(({ day }) => day)).toEqual(['2019-09-18']);
  expect(overtaken.map(({ day }) => day)).toEqual(['2019-07-30', '2019-08-28', '2019-09-11']);
});

test('an outage over the end of the window still reaches the chair, once', () => {
  const { send } = dueOn(outOfHospital(), reminderContext, none, '2019-10-24');
  const [latest] = send.filter(({ matter }) => matter === 'delivery');
  expect(latest?.key).toBe('c0/overdue+5');
  expect(latest?.tell).toContainEqual({ who: 'chair', how: 'own', urgent: true });
});

test('a milestone handled is not sent again though its day has moved', () => {
  const handled = new Set(['c0/T-10/hosb-2019-10-09']);
  const { calendar } = reminderContext;
  const holidays = new Map([...calendar.holidays, ['2019-09-20', 'A day newly proclaimed']]);
  const { send } = dueOn(
    outOfHospital(),
    { ...reminderContext, calendar: { ...calendar, holidays } },
    handled,
    '2019-09-10',
  );
  expect(send.map(({ key }) => key)).not.toContain('c0/T-10/hosb-2019-10-09');
});

test('one reader told and another still waiting for a digest are told apart', () => {
  const [milestone] = dueOn(outOfHospital(), reminderContext, none, '2019-09-18').send.filter(
    ({ matter }) => matter === 'delivery',
  );
  if (milestone === undefined) throw new Error('expected a milestone on 18 September');
  const handled = new Set([
    ...dueOn(outOfHospital(), reminderContext, none, '2019-09-18').overtaken.map(({ key }) => key),
    toldKey(milestone, 'owner'),
  ]);
  const [left] = dueOn(outOfHospital(), reminderContext, handled, '2019-09-19').send.filter(
    ({ matter }) => matter === 'delivery',
  );
  expect(left?.tell.map(({ who }) => who)).toEqual(['line-manager', 'secretary']);
});

test('the next day to look at a promise is its next milestone, the next working day if any is left over, or never', () => {
  const promise = outOfHospital();
  const handled = new Set(['c0/window-opens-unplaced']);
  expect(nextActionDay(promise, reminderContext, handled, '2019-04-17')).toBe('2019-07-30');
  expect(nextActionDay(promise, reminderContext, handled, '2019-08-02')).toBe('2019-08-05');
  expect(nextActionDay(outOfHospital({ state: 'closed' }), reminderContext, none, '2019-04-17')).toBe(null);
});

test('handed over, the new owner is asked afresh', () => {
  const handedOver = outOfHospital({
    acceptance: { state: 'not-asked', on: null },
    owner: { role: null, personId: 'priya-goldcrest', linkOfficerId: null, since: '2019-06-03' },
  });
  const { send } = dueOn(handedOver, reminderContext, new Set(['c0/accept/owen-sandpiper']), '2019-06-04');
  expect(send.map(({ key }) => key)).toContain('c0/accept/priya-goldcrest');
});
