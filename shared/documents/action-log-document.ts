import '../pages/words/documents.ts';
import type { Body } from '../domain/bodies/body.ts';
import type { Day } from '../domain/calendar/day.ts';
import { formatDate, formatDay } from '../domain/calendar/day-words.ts';
import type { Calendar } from '../domain/calendar/working-days.ts';
import { pressingFirst } from '../domain/commitments/action-log.ts';
import type { Commitment } from '../domain/commitments/commitment.ts';
import type { Person } from '../domain/people/person.ts';
import { dueWords, heardWords, ownerWords, statusesOf } from '../pages/promises/promise-words.ts';
import { say } from '../pages/say.ts';
import type { Block, PrintDocument } from './print-document.ts';

/** What an action log is made from; only promises that its reader may know of. */
export type LogPrinted = {
  readonly body: Body;
  readonly organisation: string;
  readonly promises: readonly Commitment[];
  readonly persons: ReadonlyMap<string, Person>;
  readonly calendar: Calendar;
  readonly today: Day;
};

function rowOf(promise: Commitment, { body, persons, calendar, today }: LogPrinted): string[] {
  const around = { today, calendar, persons, shortName: body.shortName };
  return [
    promise.reference,
    promise.subject,
    ownerWords(promise, around),
    dueWords(promise.due),
    statusesOf(promise, around)
      .map(({ text }) => text)
      .join('; '),
    heardWords(promise),
  ];
}

/** A body's open promises as a sheet for its meeting, the most pressing first. */
export function actionLogDocument(printed: LogPrinted): PrintDocument {
  const { body, organisation, today } = printed;
  const promises = pressingFirst(printed.promises, today);
  const slots = { body: body.shortName, day: formatDay(today) };
  const table: Block = {
    sort: 'table',
    caption: say('documents', 'logCaption'),
    head: (['headReference', 'headPromise', 'headOwner', 'headDue', 'headStanding', 'headHeard'] as const).map((key) =>
      say('documents', key),
    ),
    widths: [3, 5, 4, 4, 4, 5],
    rows: promises.map((promise) => rowOf(promise, printed)),
  };
  return {
    title: say('documents', 'logTitle'),
    caption: body.name,
    organisation,
    foot: say('documents', 'foot', { body: body.name, day: formatDate(today) }),
    wide: true,
    blocks:
      promises.length === 0
        ? [{ sort: 'paragraph', text: say('documents', 'logNone', slots) }]
        : [{ sort: 'paragraph', text: say('documents', 'logLede', { ...slots, count: promises.length }) }, table],
  };
}
