import { expect, test } from '@jest/globals';
import { agendaItems } from '../../../infra/local/demonstration/agenda-items.ts';
import { bodies } from '../../../infra/local/demonstration/bodies.ts';
import { commitments, promiseStories, sentBefore } from '../../../infra/local/demonstration/commitments.ts';
import { demonstrationDay } from '../../../infra/local/demonstration/demonstration-day.ts';
import { demonstrationCalendar, meetings } from '../../../infra/local/demonstration/meetings.ts';
import { minutes } from '../../../infra/local/demonstration/minutes.ts';
import { people } from '../../../infra/local/demonstration/people.ts';
import { procedures } from '../../../infra/local/demonstration/procedures.ts';
import { resolutions } from '../../../infra/local/demonstration/resolutions.ts';
import { procedureOn } from '../../../shared/domain/bodies/procedure.ts';
import { isWorkingDay, workingDaysBetween } from '../../../shared/domain/calendar/working-days.ts';
import { commitment, isOverdue, lastDayOf } from '../../../shared/domain/commitments/commitment.ts';
import { calendarOfBody, publishBy, reportDeadline } from '../../../shared/domain/meetings/publish-by.ts';
import { dueOn } from '../../../shared/domain/messages/due-on.ts';
import type { ReminderContext } from '../../../shared/domain/messages/milestone.ts';
import { shippedPolicy } from '../../../shared/domain/messages/reminder-policy.ts';
import { hasLeft } from '../../../shared/domain/people/person.ts';
import { meetingsInWindow, placingOf } from '../../../shared/domain/plan/plan.ts';

const byReference = (reference: string) => {
  const found = commitments.find((promise) => promise.reference === reference);
  if (!found) throw new Error(`No promise ${reference}`);
  return found;
};
const storyOf = (reference: string) => {
  const found = promiseStories.find((story) => story.steps.at(-1)?.record.reference === reference);
  if (!found) throw new Error(`No story of ${reference}`);
  return found;
};
const events = (reference: string) => storyOf(reference).steps.map((step) => step.event);
const overdueBy = (reference: string) =>
  workingDaysBetween(lastDayOf(byReference(reference).due) ?? '', demonstrationDay, demonstrationCalendar);
const hosbProcedure = procedureOn(procedures, 'hosb', demonstrationDay);

test('there are twenty promises, each whole at every step, with a reference of its own', () => {
  expect(commitments.map((promise) => promise.id.slice(0, 3))).toEqual(
    Array.from({ length: 20 }, (_, index) => `c${String(index + 1).padStart(2, '0')}`),
  );
  for (const { steps } of promiseStories)
    for (const { record } of steps) expect(commitment.safeParse(record).error).toBeUndefined();
  expect(new Set(commitments.map((promise) => promise.reference)).size).toBe(20);
});

test('each promise comes from an item, a minute and a part of a resolution that are in the register', () => {
  const known = new Set([...meetings, ...agendaItems, ...minutes, ...resolutions].map((record) => record.id));
  for (const { id, source } of commitments) {
    for (const pointed of [source.meetingId, source.itemId, source.minuteId, source.resolutionId])
      if (pointed !== null) expect([id, pointed, known.has(pointed)]).toEqual([id, pointed, true]);
    const resolved = resolutions.find((each) => each.id === source.resolutionId);
    if (resolved)
      expect([id, resolved.limbs.map((limb) => limb.number)]).toEqual([id, expect.arrayContaining([source.limb])]);
  }
});

test('the words as said are in the minute they come from', () => {
  for (const { id, asSaid, source } of commitments) {
    const text = minutes.find((each) => each.id === source.minuteId)?.text;
    if (text === undefined) continue;
    expect([id, text.toLowerCase().includes(asSaid.replace(/^The [^.]*undertook to /, '').toLowerCase())]).toEqual([
      id,
      true,
    ]);
  }
});

test('references are of the body, and owners are people of the demonstration', () => {
  const codes = new Map(bodies.map((which) => [which.id, which.code]));
  const ids = new Set(people.map((who) => who.id));
  for (const { reference, bodyId, owner } of commitments) {
    expect(reference.split('/')[0]).toBe(codes.get(bodyId));
    for (const personId of [owner?.personId, owner?.linkOfficerId])
      if (personId) expect([reference, ids.has(personId)]).toEqual([reference, true]);
  }
});

test('exactly two promises are overdue: by 32 and by 11 working days', () => {
  const overdue = commitments.filter((promise) => isOverdue(promise, demonstrationDay)).map((each) => each.reference);
  expect(overdue).toEqual(['HOSB/18/14', 'HOSB/19/03']);
  expect(overdueBy('HOSB/18/14')).toBe(32);
  expect(overdueBy('HOSB/19/03')).toBe(11);
});

test('the states are those the visitor is told of', () => {
  expect(Object.fromEntries(commitments.map((promise) => [promise.id.slice(0, 3), promise.state]))).toEqual({
    c01: 'open',
    c02: 'open',
    c03: 'open',
    c04: 'open',
    c05: 'done',
    c06: 'closed',
    c07: 'open',
    c08: 'open',
    c09: 'open',
    c10: 'closed',
    c11: 'open',
    c12: 'open',
    c13: 'open',
    c14: 'open',
    c15: 'open',
    c16: 'open',
    c17: 'open',
    c18: 'proposed',
    c19: 'done',
    c20: 'not-mine',
  });
});

test('air quality was never placed, although the Board met on 30 January inside its window', () => {
  const promise = byReference('HOSB/18/14');
  const inside = meetings.filter(
    (meeting) => meeting.bodyId === 'hosb' && meeting.day > promise.madeOn && meeting.day <= '2019-02-28',
  );
  expect(inside.map((meeting) => meeting.day)).toEqual(['2019-01-30']);
  expect(promise.placedOn).toBeNull();
  expect(placingOf(promise, meetings)).toBe('no-meeting-in-window');
});

test('GP extended access is placed on 12 June, its paper due on 29 May', () => {
  expect(byReference('HOSB/19/07').placedOn?.day).toBe('2019-06-12');
  if (!hosbProcedure) throw new Error('The Board has no procedure');
  expect(reportDeadline({ day: '2019-06-12' }, hosbProcedure, demonstrationCalendar)).toBe('2019-05-29');
});

test("the members' visit is done and not closed, and goes to the Board on 25 April", () => {
  expect(byReference('HOSB/18/11')).toMatchObject({
    doneOn: '2019-03-08',
    closure: null,
    placedOn: { day: '2019-04-25' },
  });
});

test('the response of the NHS came five working days late, and that is kept after it was closed', () => {
  const promise = byReference('HOSB/18/09');
  expect(promise.closure?.on).toBe('2018-11-28');
  expect(promise.overdueSince).not.toBeNull();
  expect(workingDaysBetween('2018-10-12', promise.doneOn ?? '', demonstrationCalendar)).toBe(5);
});

test("Cabinet's response to scrutiny is due on a Sunday, so the last Cabinet in time is 30 April", () => {
  const promise = byReference('SCC/19/02');
  expect(lastDayOf(promise.due)).toBe('2019-05-19');
  const inTime = meetings.filter((meeting) => meeting.bodyId === 'cabinet' && meeting.day <= '2019-05-19');
  expect(inTime.at(-1)?.day).toBe('2019-04-30');
});

test('the parking review was given more time once, and both days are kept with the reason', () => {
  const promise = byReference('CAB/18/21');
  expect(promise.extensions).toMatchObject([
    { was: { day: '2019-04-09' }, wanted: { day: '2019-06-18' }, answer: 'agreed', answeredOn: '2019-04-09' },
  ]);
  expect(promise).toMatchObject({ due: { day: '2019-06-18' }, cycle: 1, overdueSince: null });
});

test('dental access was considered, found wanting and reopened, and its further report has come', () => {
  expect(events('HOSB/18/06')).toEqual([
    'recorded',
    'accepted',
    'placed on a meeting',
    'report considered',
    'reopened: the committee is not yet satisfied',
    'placed on a meeting',
    'said to be done',
  ]);
  expect(byReference('HOSB/18/06')).toMatchObject({ due: { day: '2019-04-25' }, cycle: 1 });
});

test('a refusal is kept with its reason and waits for the secretary', () => {
  expect(storyOf('HOSB/19/09').steps.at(-1)).toMatchObject({ event: 'refused as not mine' });
  expect(byReference('HOSB/19/09').acceptance).toEqual({ state: 'refused', on: '2019-04-05' });
});

test('one role is vacant and one owner has left', () => {
  const owed = commitments.filter((promise) => promise.state === 'open');
  expect(owed.filter((promise) => promise.owner?.personId === null).map((each) => each.reference)).toEqual([
    'PSE/19/02',
  ]);
  const leavers = new Set(people.filter((who) => hasLeft(who, demonstrationDay)).map((who) => who.id));
  expect(owed.filter((each) => leavers.has(each.owner?.personId ?? '')).map((each) => each.reference)).toEqual([
    'PCC/19/04',
  ]);
});

test('nothing of the past will be sent again, and the chair has had one message about air quality', () => {
  for (const promise of commitments) expect(promise.chasedFrom).toBe(demonstrationDay);
  const toChair = (sentBefore.get('c01-hosb-18-14') ?? []).filter((sent) => sent.who === 'rowan-kestrel');
  expect(toChair.map((sent) => sent.day)).toEqual(['2019-03-01']);
  const ids = new Set(people.map((who) => who.id));
  for (const sent of [...sentBefore.values()].flat()) {
    expect(ids.has(sent.who)).toBe(true);
    expect(sent.day < demonstrationDay).toBe(true);
    expect([sent.day, isWorkingDay(sent.day, demonstrationCalendar)]).toEqual([sent.day, true]);
  }
});

test('the Coventry report-back, read for 17 October 2018, has its five meetings and its last dates', () => {
  const window = { bodyId: 'hosb', due: { sort: 'window', from: '2019-04-17', to: '2019-10-17', asSaid: '' } } as const;
  expect(meetingsInWindow(window, meetings).map((meeting) => meeting.day)).toEqual([
    '2019-04-25',
    '2019-06-12',
    '2019-07-24',
    '2019-09-11',
    '2019-10-09',
  ]);
  if (!hosbProcedure) throw new Error('The Board has no procedure');
  expect(reportDeadline({ day: '2019-10-09' }, hosbProcedure, demonstrationCalendar)).toBe('2019-09-25');
  expect(publishBy({ day: '2019-10-09' }, hosbProcedure, demonstrationCalendar).day).toBe('2019-10-01');
});

test('the meeting after 20 September 2018 of the partnership executive has already been held', () => {
  const next = meetings.find((meeting) => meeting.bodyId === 'partnership' && meeting.day > '2018-09-20');
  expect(next).toMatchObject({ day: '2018-11-15', state: 'held' });
});

const contextOf = (bodyId: string): ReminderContext => {
  const rules = procedureOn(procedures, bodyId, demonstrationDay);
  if (!rules) throw new Error(`No procedure for ${bodyId}`);
  return {
    calendar: calendarOfBody(rules, demonstrationCalendar),
    meetings: meetings.filter((meeting) => meeting.bodyId === bodyId),
    policy: shippedPolicy,
    reportDeadlineWorkingDays: rules.localDates.reportsToSecretary,
    publishByOf: (meeting) => publishBy(meeting, rules, demonstrationCalendar).day,
  };
};

test('the first round of the demonstration does not repeat the past', () => {
  const due = commitments.map((promise) => dueOn(promise, contextOf(promise.bodyId), new Set(), demonstrationDay));
  expect(due.flatMap(({ overtaken }) => overtaken)).toEqual([]);
  const sent = due.flatMap(({ send }) => send).map((milestone) => milestone.day);
  expect(sent.every((day) => day === demonstrationDay)).toBe(true);
});
