import { addDays } from '../../../shared/domain/calendar/day.ts';
import { formatDate } from '../../../shared/domain/calendar/day-words.ts';
import { firstDayOf, lastDayOf } from '../../../shared/domain/commitments/commitment.ts';
import type { Find } from '../../../shared/minutes/find.ts';
import { dueAsSaid, meetingAfter, meetingsInside } from '../../../shared/minutes/promise-answers.ts';
import { type PromiseAnswer, promiseAnswer } from '../../../shared/minutes/reading-record.ts';
import type { Figure } from '../../../shared/pages/charts/figure.ts';
import { windowFigure } from '../../../shared/pages/charts/window-figure.ts';
import { say } from '../../../shared/pages/say.ts';
import { choiceField, dateField, type FieldView, type Filled, optional, textField } from './field-view.ts';
import { lateIn, type ReadingContext } from './reading-context.ts';

type SumRow = { term: string; text: string; total?: boolean };

/** What is asked about one promise, and what was worked out. */
export type PromiseView = {
  sum: { title: string; rows: readonly SumRow[]; note?: string };
  figure: Figure | null;
  fields: readonly FieldView[];
  due: FieldView;
  days: readonly FieldView[];
  late: readonly FieldView[] | null;
};

/** Days around a window in which the body's meetings are still drawn. */
const AROUND = 45;

const figureOf = (answer: PromiseAnswer, context: ReadingContext): Figure | null => {
  const [from, to] = [firstDayOf(answer.due), lastDayOf(answer.due)];
  if (from === null || to === null) return null;
  const { meetingDay } = context.was.record;
  const drawn = context
    .meetingsOf(answer.toBodyId)
    .filter(({ day, state }) => state !== 'cancelled' && day > meetingDay && day <= addDays(to, AROUND))
    .map(({ day }) => ({ day, state: 'called' as const }));
  return windowFigure({
    resolvedOn: meetingDay,
    window: { from, to },
    meetings: drawn,
    today: context.today,
    width: 440,
  });
};

function reckoning(find: Find, answer: PromiseAnswer, context: ReadingContext): SumRow[] {
  if (find.kind !== 'promise') return [];
  const { meetingDay } = context.was.record;
  const meetings = context.meetingsOf(answer.toBodyId);
  const asSaid = dueAsSaid(find, { meetingDay, meetings });
  if (JSON.stringify(asSaid) !== JSON.stringify(answer.due)) return [];
  if (find.sum !== null) return [{ term: say('minutes', 'sumReckoned'), text: find.sum }];
  const next = meetingAfter({ meetingDay, meetings });
  if (asSaid.sort === 'undated' || next === null) return [];
  const days = { meeting: formatDate(meetingDay), next: formatDate(next) };
  return [{ term: say('minutes', 'sumReckoned'), text: say('minutes', 'sumNextMeeting', days) }];
}

function sumOf(find: Find, answer: PromiseAnswer, context: ReadingContext): PromiseView['sum'] {
  const { due } = answer;
  const title = due.asSaid === '' ? say('minutes', 'noTimeSaid') : `“${due.asSaid}”`;
  if (due.sort === 'undated') return { title, rows: [], note: say('minutes', 'sumUndated') };
  const [from, to] = [firstDayOf(due) ?? '', lastDayOf(due) ?? ''];
  const inside = meetingsInside(due, context.meetingsOf(answer.toBodyId));
  const last = inside.at(-1);
  const comesBack = answer.kind === 'report-back' || answer.kind === 'referral';
  const days =
    due.sort === 'window'
      ? say('minutes', 'dueBetween', { from: formatDate(from), to: formatDate(to) })
      : formatDate(to);
  const meeting = last === undefined ? say('minutes', 'noMeetingInside') : formatDate(last);
  return {
    title,
    rows: [
      ...reckoning(find, answer, context),
      { term: say('minutes', 'sumDue'), text: days },
      ...(comesBack ? [{ term: say('minutes', 'sumLastMeeting'), text: meeting, total: true }] : []),
    ],
    ...(comesBack && inside.length > 1
      ? { note: say('minutes', 'sumMeetings', { days: inside.map((day) => formatDate(day)).join(', ') }) }
      : {}),
  };
}

const personLabel = (name: string, about: string | null): string => (about === null ? name : `${name}, ${about}`);

/** Everybody who may be chosen, as they are told apart: by their job, an outside contact by their organisation. */
export function peopleChoices({ people }: Pick<ReadingContext, 'people'>, { inside = false } = {}) {
  return people
    .filter(({ accountless }) => !(inside && accountless))
    .map(({ id, name, jobTitle, organisation, accountless }) => ({
      value: id,
      text: accountless
        ? say('minutes', 'personOutside', { name, organisation: organisation ?? jobTitle ?? '' })
        : personLabel(name, jobTitle),
    }));
}

function dueField(id: string, filled: Filled): FieldView {
  const items = (['window', 'day', 'undated'] as const).map((value) => ({
    value,
    text: say('minutes', `due-${value}`),
  }));
  return choiceField(filled, `${id}-due`, { label: say('minutes', 'dueLabel'), type: 'radios', items });
}

function dayFields(id: string, filled: Filled): FieldView[] {
  return [
    dateField(filled, `${id}-from`, { label: say('minutes', 'dueFrom'), hint: say('minutes', 'dueFromHint') }),
    dateField(filled, `${id}-to`, { label: say('minutes', 'dueTo'), hint: say('minutes', 'dueToHint') }),
  ];
}

function lateFields(id: string, filled: Filled): FieldView[] {
  const words = ['chase', 'new-date', 'history', 'undecided'] as const;
  return [
    choiceField(filled, `${id}-late`, {
      label: say('minutes', 'lateQuestion'),
      type: 'radios',
      items: words.map((value) => ({ value, text: say('minutes', `late-${value}`) })),
    }),
    dateField(filled, `${id}-new`, { label: say('minutes', 'newDay'), hint: say('minutes', 'newDayHint') }),
  ];
}

function ownerFields(id: string, filled: Filled, context: ReadingContext): FieldView[] {
  return [
    textField(filled, `${id}-role`, { label: say('minutes', 'ownerRole'), hint: say('minutes', 'ownerRoleHint') }),
    choiceField(filled, `${id}-owner`, {
      label: say('minutes', 'ownerPerson'),
      type: 'select',
      items: optional(peopleChoices(context), 'nobodyYet'),
    }),
    choiceField(filled, `${id}-link`, {
      label: say('minutes', 'linkOfficer'),
      hint: say('minutes', 'linkOfficerHint'),
      type: 'select',
      items: optional(peopleChoices(context, { inside: true }), 'noLink'),
    }),
  ];
}

/** Everything the page asks about a promise. */
export function promiseView(find: Find, answer: PromiseAnswer, filled: Filled, context: ReadingContext): PromiseView {
  const { id } = find;
  const kinds = promiseAnswer.shape.kind.options.map((value) => ({ value, text: say('minutes', `kind-${value}`) }));
  const bodies = context.bodies.map((body) => ({ value: body.id, text: body.name }));
  const isLate = lateIn(context)(answer) || filled.errors.has(`${id}-late`);
  return {
    sum: sumOf(find, answer, context),
    figure: figureOf(answer, context),
    fields: [
      textField(filled, `${id}-subject`, { label: say('minutes', 'subject') }, 'textarea'),
      choiceField(filled, `${id}-kind`, { label: say('minutes', 'kindOfPromise'), type: 'select', items: kinds }),
      choiceField(filled, `${id}-body`, { label: say('minutes', 'toBody'), type: 'select', items: bodies }),
      ...ownerFields(id, filled, context),
    ],
    due: dueField(id, filled),
    days: dayFields(id, filled),
    late: isLate ? lateFields(id, filled) : null,
  };
}
