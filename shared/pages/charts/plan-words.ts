import '../words/charts.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { formatDate, formatMonth } from '../../domain/calendar/day-words.ts';
import { say } from '../say.ts';
import type { Figure } from './figure.ts';

/** A promise in the plan. Without a window it has one due day; both days of a window are inside. */
export interface PlanPromise {
  text: string;
  window: { from: Day; to: Day };
  placedOn?: Day;
  overdue?: boolean;
}

/** One body's line of the year. */
export interface PlanBody {
  name: string;
  meetings: readonly { day: Day; items: number }[];
  promises: readonly PlanPromise[];
}

/** What the picture of a year is drawn from. */
export interface PlanInput {
  from: Day;
  to: Day;
  today: Day;
  bodies: readonly PlanBody[];
  /** Promises with no date: on nobody's clock, so at the top. */
  undated: readonly { text: string; body: string }[];
}

/** What a promise's bar says beside or in it. */
export function promiseText({ text, placedOn, overdue }: PlanPromise): string {
  if (overdue === true) return say('charts', 'planOverdue', { text });
  return placedOn === undefined ? say('charts', 'planNotPlaced', { text }) : text;
}

/** What the picture shows, in one sentence. */
export function planLabel({ from, to, bodies, undated }: PlanInput): string {
  const promises = bodies.flatMap((body) => body.promises);
  return say('charts', 'planLabel', {
    from: formatMonth(from),
    to: formatMonth(to),
    meetings: bodies.reduce((sum, { meetings }) => sum + meetings.length, 0),
    promises: promises.length,
    unplaced: promises.filter(({ placedOn, overdue }) => placedOn === undefined && overdue !== true).length,
    overdue: promises.filter(({ overdue }) => overdue === true).length,
    undated: undated.length,
  });
}

const placed = ({ placedOn, overdue }: PlanPromise): string => {
  if (placedOn === undefined) return say('charts', overdue === true ? 'planRowOverdue' : 'planRowNotPlaced');
  const day = formatDate(placedOn);
  return overdue === true ? say('charts', 'planRowOverduePlaced', { day }) : day;
};

const windowDays = ({ window: { from, to } }: PlanPromise): string =>
  from === to ? formatDate(to) : say('charts', 'planWindowDays', { from: formatDate(from), to: formatDate(to) });

/** The promises of the picture, undated first. */
export function planTable({ bodies, undated }: PlanInput): Figure['table'] {
  const heads = ['planPromise', 'planBody', 'planWindow', 'planPlacedOn'] as const;
  return {
    caption: say('charts', 'planCaption'),
    head: heads.map((key) => say('charts', key)),
    rows: [
      ...undated.map(({ text, body }) => [text, body, say('charts', 'planNoDate'), say('charts', 'planRowNotPlaced')]),
      ...bodies.flatMap(({ name, promises }) =>
        promises.map((promise) => [promise.text, name, windowDays(promise), placed(promise)]),
      ),
    ],
  };
}
