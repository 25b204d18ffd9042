import '../words/charts.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { formatDate, formatDay } from '../../domain/calendar/day-words.ts';
import { say } from '../say.ts';
import type { Figure } from './figure.ts';

/** A meeting of the body the promise was made to. */
export interface WindowMeeting {
  day: Day;
  /** called: it is there. chosen: the report is placed on it. moved: it was placed on it before. reported: it came here. */
  state: 'called' | 'chosen' | 'moved' | 'reported';
}

/** What the picture of a promise's window is drawn from. */
export interface WindowInput {
  resolvedOn: Day;
  /** Both days inside. The same day twice is a promise with one due day. */
  window: { from: Day; to: Day };
  meetings: readonly WindowMeeting[];
  today: Day;
  /** Of the chosen meeting: when the report is due to the secretary, and the last day to publish. */
  reportDeadline?: Day;
  publishBy?: Day;
  /** User units: 940 (unless given) across a page, 440 in a column, so that text keeps its size. */
  width?: number;
}

const inside = ({ window }: WindowInput, day: Day): boolean => day >= window.from && day <= window.to;

export function reportedOn({ meetings }: WindowInput): Day | undefined {
  return meetings.find(({ state }) => state === 'reported')?.day;
}

export function chosenDay({ meetings }: WindowInput): Day | undefined {
  return meetings.find(({ state }) => state === 'chosen')?.day;
}

/** The day to which a window that closed with nothing reported is late: when it was reported, or today. */
export function lateUntil(input: WindowInput): Day | undefined {
  const until = reportedOn(input) ?? input.today;
  return until > input.window.to ? until : undefined;
}

/** What the picture shows, in sentences. */
export function windowLabel(input: WindowInput): string {
  const { from, to } = input.window;
  const within = input.meetings.filter(({ day }) => inside(input, day)).map(({ day }) => formatDate(day));
  const [chosen, reported] = [chosenDay(input), reportedOn(input)];
  const sentences = [
    from === to
      ? say('charts', 'windowDueLabel', { to: formatDay(to) })
      : say('charts', 'windowLabel', { from: formatDate(from), to: formatDate(to) }),
    say('charts', 'windowCountedFrom', { day: formatDate(input.resolvedOn) }),
  ];
  if (from !== to) {
    const slots = { count: within.length, days: within.join(', ') };
    sentences.push(within.length === 0 ? say('charts', 'windowNoMeetings') : say('charts', 'windowMeetings', slots));
  }
  if (chosen !== undefined) sentences.push(say('charts', 'windowChosen', { day: formatDate(chosen) }));
  if (reported !== undefined) sentences.push(say('charts', 'windowReported', { day: formatDate(reported) }));
  else if (input.today > to) sentences.push(say('charts', 'windowOverdue'));
  return [...sentences, say('charts', 'windowToday', { day: formatDate(input.today) })].join(' ');
}

const MEETING = {
  called: 'windowCalled',
  chosen: 'windowRowChosen',
  moved: 'windowMoved',
  reported: 'windowRowReported',
} as const;

/** The same as the picture, day by day. */
export function windowTable(input: WindowInput): Figure['table'] {
  const { from, to } = input.window;
  const entries: [Day, string][] = [
    [input.resolvedOn, say('charts', 'windowRowResolved')],
    ...(from === to ? [] : [[from, say('charts', 'windowRowOpens')] satisfies [Day, string]]),
    ...input.meetings.map(({ day, state }): [Day, string] => {
      const what = say('charts', MEETING[state]);
      return [day, from === to ? what : say('charts', inside(input, day) ? 'inside' : 'outside', { what })];
    }),
    [to, say('charts', from === to ? 'windowRowDue' : 'windowRowCloses')],
    [input.today, say('charts', 'windowRowToday')],
  ];
  if (input.reportDeadline !== undefined) entries.push([input.reportDeadline, say('charts', 'windowRowReport')]);
  if (input.publishBy !== undefined) entries.push([input.publishBy, say('charts', 'windowRowPublish')]);
  const rows = entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([day, what]) => [formatDay(day), what]);
  return { caption: say('charts', 'windowCaption'), head: [say('charts', 'day'), say('charts', 'what')], rows };
}
