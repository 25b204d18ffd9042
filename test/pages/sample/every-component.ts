import { calendarOf } from '../../../shared/domain/calendar/shipped-calendar.ts';
import { noticeDeadline, sumOfDays } from '../../../shared/domain/statutory-clock/clear-days.ts';
import { ageBars } from '../../../shared/pages/charts/age-bars.ts';
import { dayStrip } from '../../../shared/pages/charts/day-strip.ts';
import { planTimeline } from '../../../shared/pages/charts/plan-timeline.ts';
import { windowFigure } from '../../../shared/pages/charts/window-figure.ts';
import type { WindowInput } from '../../../shared/pages/charts/window-words.ts';

const TODAY = '2019-04-15';
const calendar = calendarOf('england-and-wales');
const working = { mode: 'working', calendar } as const;

const strips = () => {
  const board = noticeDeadline('2019-04-25', 5, working);
  const cabinet = noticeDeadline('2019-04-30', 5, working);
  const notice = noticeDeadline('2019-06-18', 28, { mode: 'calendar', calendar });
  return {
    stripToday: dayStrip({ id: 'board', today: TODAY, sum: board.sum }),
    strip: dayStrip({
      id: 'cabinet',
      today: TODAY,
      sum: cabinet.sum,
      left: sumOfDays(TODAY, cabinet.latestPublication, working),
    }),
    stripLong: dayStrip({ id: 'notice', today: TODAY, sum: notice.sum, unit: 'calendar' }),
  };
};

const placed: WindowInput = {
  resolvedOn: '2018-10-17',
  window: { from: '2019-04-17', to: '2019-10-17' },
  meetings: [
    { day: '2019-01-30', state: 'called' },
    { day: '2019-07-24', state: 'moved' },
    { day: '2019-10-09', state: 'chosen' },
  ],
  today: '2019-06-20',
  reportDeadline: '2019-09-25',
  publishBy: '2019-10-01',
};

const windows = () => {
  const { reportDeadline: _, publishBy: __, ...bare } = placed;
  return {
    window: windowFigure(placed),
    windowColumn: windowFigure({ ...bare, today: '2018-10-19', width: 440 }),
    windowOverdue: windowFigure({
      ...bare,
      today: '2019-12-03',
      meetings: [
        { day: '2019-10-09', state: 'moved' },
        { day: '2019-11-27', state: 'reported' },
      ],
    }),
    windowDue: windowFigure({
      resolvedOn: '2019-01-30',
      window: { from: '2019-03-29', to: '2019-03-29' },
      meetings: [{ day: '2019-04-25', state: 'called' }],
      today: TODAY,
    }),
  };
};

const plan = () =>
  planTimeline({
    from: '2019-04-01',
    to: '2020-03-31',
    today: TODAY,
    undated: [{ text: 'More on the workforce strategy', body: 'Health and Wellbeing Board' }],
    bodies: [
      {
        name: 'Health Overview and Scrutiny Board',
        meetings: [
          { day: '2019-04-25', items: 11 },
          { day: '2019-06-12', items: 4 },
        ],
        promises: [
          { text: 'GP extended access', window: { from: '2019-06-12', to: '2019-06-12' }, placedOn: '2019-06-12' },
          { text: 'Carers', window: { from: '2019-06-01', to: '2019-09-30' } },
          { text: 'Air quality', window: { from: '2018-11-28', to: '2019-02-28' }, overdue: true },
        ],
      },
      { name: 'NHS Brackenford CCG Governing Body', meetings: [{ day: '2019-05-28', items: 3 }], promises: [] },
    ],
  });

const STATUSES = ['todo', 'wait', 'open', 'due', 'late', 'stop', 'done', 'nodate', 'private'];

const rows = () => [
  [
    { text: 'Better Care Fund', note: 'Owen Sandpiper' },
    { text: 'Fri 12 April', status: { kind: 'late', text: '1 day late' } },
    { text: 'Chase', href: '#', about: 'Owen Sandpiper' },
  ],
  [{ text: 'GP extended access', href: '#gp' }, 'Wed 29 May', { text: 'Remind', href: '#', about: 'Priya Goldcrest' }],
];

const story = () =>
  ['event', 'message', 'opened', 'moved', 'late', 'done', 'coming'].map((kind, index) => ({
    day: `2019-0${index + 1}-15`,
    kind,
    title: `What happened (${kind})`,
    text: 'Said by Maya Lapwing.',
    late: kind === 'late',
    coming: kind === 'done',
  }));

const stretches = () => [
  { text: 'Agenda item\n' },
  { text: 'Out of Hospital', number: 1 },
  { text: '\n\nThe Board <script> asked for ' },
  { text: 'further information', number: 2, tone: 'check' },
  { text: '. ' },
  { text: 'In July approval was given', leftOut: true },
  { text: '\n\nRESOLVED that:\n' },
  { text: '(2) A further report be submitted', number: 3, tone: 'resolution' },
];

/** What the sample page of every component shows. */
export function everyComponent(): Record<string, unknown> {
  return {
    statuses: STATUSES.map((kind) => ({ kind, text: kind })),
    ...strips(),
    ...windows(),
    plan: plan(),
    ages: ageBars([{ name: 'Health O&S Board', ages: [{ text: 'Air quality', workingDays: 32 }] }]),
    rows: rows(),
    story: story(),
    stretches: stretches(),
  };
}
