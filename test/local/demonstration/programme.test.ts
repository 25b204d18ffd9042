import { expect, test } from '@jest/globals';
import { demonstrationCalendar, meetings, meetingsBetween } from '../../../infra/local/demonstration/meetings.ts';
import { procedures } from '../../../infra/local/demonstration/procedures.ts';
import { judgeItem } from '../../../shared/domain/agendas/lateness.ts';
import { procedureOn } from '../../../shared/domain/bodies/procedure.ts';
import { addWorkingDays, isWorkingDay } from '../../../shared/domain/calendar/working-days.ts';
import { meeting } from '../../../shared/domain/meetings/meeting.ts';
import {
  calendarOfBody,
  keyDecisionNoticeBy,
  localDaysBefore,
  publishBy,
  reportDeadline,
} from '../../../shared/domain/meetings/publish-by.ts';

// Day of the meeting, and the last day to publish where the programme states one.
const programme: Record<string, readonly (readonly [string, string | null])[]> = {
  hosb: [
    ['2018-07-11', null],
    ['2018-09-12', null],
    ['2018-10-17', '2018-10-09'],
    ['2018-11-28', '2018-11-20'],
    ['2019-01-30', '2019-01-22'],
    ['2019-03-13', '2019-03-05'],
    ['2019-04-25', '2019-04-15'],
    ['2019-06-12', '2019-06-04'],
    ['2019-07-24', '2019-07-16'],
    ['2019-09-11', '2019-09-03'],
    ['2019-10-09', '2019-10-01'],
    ['2019-11-27', '2019-11-19'],
    ['2020-01-29', '2020-01-21'],
    ['2020-03-11', '2020-03-03'],
  ],
  cabinet: [
    ['2018-10-09', null],
    ['2019-03-12', null],
    ['2019-04-09', '2019-04-01'],
    ['2019-04-30', '2019-04-18'],
    ['2019-05-28', '2019-05-17'],
    ['2019-06-18', '2019-06-10'],
    ['2019-07-16', '2019-07-08'],
    ['2019-09-17', '2019-09-09'],
    ['2019-10-15', '2019-10-07'],
    ['2019-11-12', '2019-11-04'],
    ['2019-12-10', '2019-12-02'],
    ['2020-01-14', '2020-01-06'],
    ['2020-02-11', '2020-02-03'],
    ['2020-03-10', '2020-03-02'],
  ],
  council: [
    ['2019-01-16', '2019-01-08'],
    ['2019-02-27', '2019-02-19'],
    ['2019-05-22', '2019-05-14'],
    ['2019-07-10', '2019-07-02'],
    ['2019-10-23', '2019-10-15'],
    ['2020-01-15', '2020-01-07'],
    ['2020-02-26', '2020-02-18'],
  ],
  scc: [
    ['2019-03-06', null],
    ['2019-05-01', '2019-04-23'],
    ['2019-06-19', '2019-06-11'],
    ['2019-09-04', '2019-08-27'],
    ['2019-11-06', '2019-10-29'],
    ['2020-01-22', '2020-01-14'],
  ],
  hwb: [
    ['2018-12-10', null],
    ['2019-03-11', '2019-03-01'],
    ['2019-06-10', '2019-05-31'],
    ['2019-09-09', '2019-08-30'],
    ['2019-12-09', '2019-11-29'],
    ['2020-03-09', '2020-02-28'],
  ],
  audit: [
    ['2019-01-24', null],
    ['2019-03-21', null],
    ['2019-05-30', '2019-05-21'],
    ['2019-07-25', '2019-07-17'],
    ['2019-09-26', '2019-09-18'],
    ['2019-11-28', '2019-11-20'],
    ['2020-01-23', '2020-01-15'],
    ['2020-03-19', null],
  ],
  partnership: [
    ['2018-09-20', null],
    ['2018-11-15', null],
    ['2019-03-21', null],
    ['2019-05-16', '2019-05-09'],
    ['2019-07-18', '2019-07-11'],
    ['2019-09-19', '2019-09-12'],
    ['2019-11-21', '2019-11-14'],
    ['2020-03-19', null],
  ],
  'governing-body': [
    ['2019-03-26', null],
    ['2019-05-28', '2019-05-21'],
    ['2019-07-30', '2019-07-24'],
    ['2019-09-24', '2019-09-18'],
    ['2019-11-26', '2019-11-20'],
    ['2020-03-31', null],
  ],
  pccc: [
    ['2018-07-03', null],
    ['2019-01-08', null],
    ['2019-04-02', null],
    ['2019-05-07', '2019-04-30'],
    ['2019-07-02', '2019-06-26'],
    ['2019-10-01', '2019-09-25'],
    ['2020-01-07', '2019-12-31'],
  ],
};

const rulesOf = (bodyId: string, on: string) => {
  const found = procedureOn(procedures, bodyId, on);
  if (!found) throw new Error(`No procedure for ${bodyId} on ${on}`);
  return found;
};

test.each(Object.entries(programme))('the pattern of %s makes its programme', (bodyId, lines) => {
  const days = meetings.filter((made) => made.bodyId === bodyId).map((made) => made.day);
  expect(days).toEqual(lines.map(([day]) => day));
});

const dated = Object.entries(programme).flatMap(([bodyId, lines]) =>
  lines.flatMap(([day, by]) => (by === null ? [] : [[bodyId, day, by] as const])),
);

test.each(dated)('%s on %s is published by %s', (bodyId, day, by) => {
  expect(publishBy({ day }, rulesOf(bodyId, day), demonstrationCalendar).day).toBe(by);
});

test('the Health O&S Board of 25 April counts five clear days around Easter and shows them', () => {
  const deadline = publishBy({ day: '2019-04-25' }, rulesOf('hosb', '2019-04-15'), demonstrationCalendar);
  const counted = deadline.sum.filter((day) => day.part === 'counted').map((day) => day.day);
  expect(counted).toEqual(['2019-04-16', '2019-04-17', '2019-04-18', '2019-04-23', '2019-04-24']);
  expect(deadline.sum.filter((day) => day.part === 'left-out').map((day) => day.day)).toEqual([
    '2019-04-19',
    '2019-04-20',
    '2019-04-21',
    '2019-04-22',
  ]);
  expect(deadline).toMatchObject({ statutory: true, rule: 'notice' });
});

test.each([
  ['2019-04-30', '2019-04-01'],
  ['2019-05-28', '2019-04-29'],
  ['2019-06-18', '2019-05-20'],
  ['2019-07-16', '2019-06-17'],
  ['2019-09-17', '2019-08-19'],
  ['2020-01-14', '2019-12-16'],
])('a key decision of the Cabinet on %s needs its notice by %s', (day, by) => {
  expect(keyDecisionNoticeBy({ day }, rulesOf('cabinet', day), demonstrationCalendar)?.day).toBe(by);
});

test('only an executive gives notice of key decisions', () => {
  const others = procedures.filter((dated) => dated.bodyId !== 'cabinet');
  for (const dated of others)
    expect(keyDecisionNoticeBy({ day: '2019-06-18' }, dated, demonstrationCalendar)).toBeNull();
});

test('the partnership executive is bound by its terms of reference, not by statute', () => {
  expect(publishBy({ day: '2019-05-16' }, rulesOf('partnership', '2019-05-16'), demonstrationCalendar)).toMatchObject({
    statutory: false,
    rule: 'papers',
  });
});

test('office closures are not counted by a council body and are counted by an NHS body', () => {
  const day = '2020-01-07';
  expect(publishBy({ day }, rulesOf('hosb', day), demonstrationCalendar).day).toBe('2019-12-20');
  expect(publishBy({ day }, rulesOf('pccc', day), demonstrationCalendar).day).toBe('2019-12-31');
});

test.each([
  ['hosb', '2019-06-12', '2019-05-29'],
  ['hosb', '2019-10-09', '2019-09-25'],
])('reports to %s on %s are due on %s', (bodyId, day, due) => {
  expect(reportDeadline({ day }, rulesOf(bodyId, day), demonstrationCalendar)).toBe(due);
});

test('the local dates before a meeting leave one spare day before the last lawful day to publish', () => {
  const day = '2019-10-09';
  expect(localDaysBefore({ day }, rulesOf('hosb', day), demonstrationCalendar)).toEqual({
    reportsToSecretary: '2019-09-25',
    chairsBriefing: '2019-09-27',
    clearancesComplete: '2019-09-30',
    publishTarget: '2019-10-01',
    apologies: '2019-10-02',
  });
});

test('meetings of the past are held, those of the diary called, and every record is whole', () => {
  for (const made of meetings) expect(meeting.safeParse(made).error).toBeUndefined();
  const stateOf = (id: string) => meetings.find((made) => made.id === id)?.state;
  expect(stateOf('meeting-hosb-2019-03-13')).toBe('held');
  expect(stateOf('meeting-hosb-2019-04-25')).toBe('called');
  expect(stateOf('meeting-hosb-2020-03-11')).toBe('planned');
});

test('the same pattern makes 2026 to 2028, on working days and never in August', () => {
  const later = meetingsBetween({ from: '2026-01-01', to: '2028-12-31' });
  expect(later.length).toBe(3 * 55);
  for (const made of later) {
    expect([made.day, isWorkingDay(made.day, demonstrationCalendar)]).toEqual([made.day, true]);
    expect(made.day.slice(5, 7)).not.toBe('08');
  }
  expect(new Set(later.map((made) => made.id)).size).toBe(later.length);
});

test('for every meeting of 2026 to 2028 what is out by the last day is on time, and a working day later it is late', () => {
  const flips = new Map<string, number>();
  for (const { bodyId, day } of meetingsBetween({ from: '2026-01-01', to: '2028-12-31' })) {
    const procedure = rulesOf(bodyId, '2019-04-15');
    const by = publishBy({ day }, procedure, demonstrationCalendar);
    const next = addWorkingDays(by.day, 1, calendarOfBody(procedure, demonstrationCalendar));
    const judging = { meeting: { day, convenedOn: null }, procedure, calendar: demonstrationCalendar };
    const word = (publishedOn: string) => judgeItem({ publishedOn, route: null }, publishedOn, judging).word;
    expect([bodyId, day, word(by.day), word(next)]).toEqual([bodyId, day, 'on-time', 'late']);
    const holidays = by.sum.filter(({ why }) => why !== null && why !== 'weekend').length;
    flips.set(bodyId, (flips.get(bodyId) ?? 0) + holidays);
  }
  // The sums do go over holidays: a programme that met none would prove little.
  expect([...flips.values()].some((count) => count > 0)).toBe(true);
});

// By hand: Easter 2026 (Good Friday 3 April, Monday 6 April), and the early May holiday of 4 May.
test.each([
  ['hosb', '2026-04-09', '2026-03-30'],
  ['cabinet', '2026-04-28', '2026-04-20'],
  ['council', '2026-05-06', '2026-04-27'],
  ['pccc', '2026-05-05', '2026-04-28'],
])('in 2026 %s on %s is published by %s', (bodyId, day, by) => {
  expect(publishBy({ day }, rulesOf(bodyId, '2019-04-15'), demonstrationCalendar).day).toBe(by);
});
