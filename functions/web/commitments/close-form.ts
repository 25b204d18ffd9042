import type { Due } from '../../../shared/domain/commitments/commitment.ts';
import { dueWords, statusesOf } from '../../../shared/pages/promises/promise-words.ts';
import { say } from '../../../shared/pages/say.ts';
import { closePromise, reopenPromise, withdrawPromise } from '../../../shared/store/commitment-acts.ts';
import type { PromiseAround } from '../../../shared/store/promise-around.ts';
import type { WebRequest } from '../route.ts';
import { type ActForm, actPages, type Done } from './act-form.ts';
import { comingMeetings, dueFrom, meetingChoices, pastMeetings } from './choices.ts';
import { errorsOf, type FormErrors, isErrors, needed, radioItems, readForm } from './form-fields.ts';

type Minuted = { meetingId: string | null; minuteReference: string | null };
type Word =
  | { answer: 'yes'; minuted: Minuted }
  | { answer: 'not-yet'; due: Due; reason: string }
  | { answer: 'no-longer'; minuted: Minuted; reason: string };

const events = { yes: 'satisfied', 'not-yet': 'not-satisfied', 'no-longer': 'no-longer-wanted' } as const;

const days = ['until', 'from'];
const whenNames = { meeting: 'untilMeeting', day: 'until', from: 'from' };

/** May the chair close it between meetings? Only an action, and only where the body's procedure says so. */
const chairMayClose = ({ record, context }: PromiseAround): boolean =>
  record.kind === 'action' && context.procedure.chairClosesActions;

/** Where the committee said so. A promise is closed at a meeting and a minute, unless its chair may close it. */
function minutedIn({ form, today }: WebRequest, around: PromiseAround): Minuted | FormErrors {
  const minute = form.get('minute').trim();
  const meeting = pastMeetings(around, today).find(({ id }) => id === form.get('meeting'));
  if (form.get('meeting') === '' && chairMayClose(around)) return { meetingId: null, minuteReference: minute || null };
  const wrong = [
    ...(meeting ? [] : [{ field: 'meeting', key: form.get('meeting') === '' ? 'needMeeting' : 'notYetHeld' }]),
    ...(minute === '' ? [{ field: 'minute', key: 'needMinute' }] : []),
    ...(minute.length > 200 ? [{ field: 'minute', key: 'tooLong' }] : []),
  ];
  return wrong.length > 0 ? errorsOf(wrong) : { meetingId: meeting?.id ?? null, minuteReference: minute };
}

function readNotYet({ form, today }: WebRequest, around: PromiseAround): Word | FormErrors {
  const due = dueFrom(form, { meetings: comingMeetings(around, today), names: whenNames, today });
  const reason = readForm(needed('needReason'), form.get('whyNotYet'));
  if ('key' in due || isErrors(reason)) {
    const noReason = isErrors(reason) ? [{ field: 'whyNotYet', key: 'needReason' }] : [];
    return errorsOf([...('key' in due ? [due] : []), ...noReason], days);
  }
  return { answer: 'not-yet', due, reason };
}

function readNoLonger(request: WebRequest, around: PromiseAround): Word | FormErrors {
  const minuted = minutedIn(request, around);
  const reason = readForm(needed('needReason'), request.form.get('whyNoLonger'));
  if (isErrors(minuted)) return minuted;
  if (isErrors(reason)) return errorsOf([{ field: 'whyNoLonger', key: 'needReason' }]);
  return { answer: 'no-longer', minuted, reason };
}

function read(request: WebRequest, around: PromiseAround): Word | FormErrors {
  switch (request.form.get('answer')) {
    case 'yes': {
      const minuted = minutedIn(request, around);
      return isErrors(minuted) ? minuted : { answer: 'yes', minuted };
    }
    case 'not-yet':
      return readNotYet(request, around);
    case 'no-longer':
      return readNoLonger(request, around);
    default:
      return errorsOf([{ field: 'answer', key: 'needAnswer' }]);
  }
}

const act: ActForm<Word>['act'] = async ({ request, around, command }, word): Promise<Done> => {
  const { register } = request.services;
  const { id } = around.record;
  switch (word.answer) {
    case 'yes':
      await closePromise(register, command, id, word.minuted);
      return { flash: say('promiseForms', 'closed') };
    case 'not-yet':
      await reopenPromise(register, command, id, { due: word.due, reason: word.reason });
      return { flash: say('promiseForms', 'reopened', { due: dueWords(word.due) }) };
    case 'no-longer':
      await withdrawPromise(register, command, id, { ...word.minuted, reason: word.reason });
      return { flash: say('promiseForms', 'withdrawn') };
  }
};

function view({ form, today }: WebRequest, around: PromiseAround) {
  const { record, context } = around;
  const slots = { body: context.body.shortName };
  const chair = chairMayClose(around);
  const none = say('promiseForms', chair ? 'closeBetween' : 'choose');
  const last = record.reports.at(-1);
  const offered = {
    yes: record.state === 'done' || record.state === 'reported',
    'not-yet': record.state === 'done' || record.state === 'reported' || record.state === 'closed',
    'no-longer': record.state !== 'closed',
  };
  return {
    lede: say('promiseForms', chair ? 'closeLedeChair' : 'closeLede', slots),
    which: say('promiseForms', 'closeWhich', slots),
    offered,
    answers: radioItems(
      'close',
      (['yes', 'not-yet', 'no-longer'] as const).filter((one) => offered[one]),
    ),
    chosen: form.get('answer'),
    meetings: meetingChoices(pastMeetings(around, today), none, form.get('meeting') || (last?.meetingId ?? '')),
    coming: meetingChoices(comingMeetings(around, today), say('promiseForms', 'anotherDay'), form.get('untilMeeting')),
    minute: last?.minuteReference ?? '',
    said: last?.said ?? null,
  };
}

const closeForm: ActForm<Word> = {
  action: 'commitment.close',
  events: ['satisfied', 'not-satisfied', 'no-longer-wanted'],
  title: 'closeTitle',
  template: 'commitments/close.njk',
  view,
  read,
  act,
  eventOf: ({ answer }) => events[answer],
  differs: ({ record, context, persons }, { answer }) => {
    const around = { today: record.closure?.on ?? record.madeOn, calendar: context.calendar, persons };
    const shortName = context.body.shortName;
    return {
      label: say('promiseForms', 'conflictState'),
      theirs: statusesOf(record, { ...around, shortName })
        .map(({ text }) => text)
        .join(', '),
      yours: say('promiseForms', `close-${answer}`),
    };
  },
};

/** Noted is not closed: is the committee satisfied? */
export const closePages = actPages(closeForm);
