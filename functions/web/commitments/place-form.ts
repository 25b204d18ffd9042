import { formatDate, formatDay } from '../../../shared/domain/calendar/day-words.ts';
import type { Meeting } from '../../../shared/domain/meetings/meeting.ts';
import { reportDeadline } from '../../../shared/domain/messages/targets.ts';
import { meetingsInWindow } from '../../../shared/domain/plan/plan.ts';
import { say } from '../../../shared/pages/say.ts';
import { placePromise } from '../../../shared/store/commitment-acts.ts';
import type { PromiseAround } from '../../../shared/store/promise-around.ts';
import type { WebRequest } from '../route.ts';
import { type ActForm, actPages } from './act-form.ts';
import { comingMeetings } from './choices.ts';
import { errorsOf, type FormErrors } from './form-fields.ts';

function hintFor(meeting: Meeting, { record, context }: PromiseAround, today: string): string {
  const { reminders } = context;
  const report = reportDeadline(meeting, reminders);
  const publish = reminders.publishByOf(meeting);
  const slots = { report: formatDay(report), publish: formatDay(publish ?? meeting.day) };
  const rest =
    report < today
      ? say('promiseForms', 'placeDeadlinePast', slots)
      : say('promiseForms', publish === null ? 'placeInsideNoPublish' : 'placeInside', slots);
  const inside = record.due.sort === 'undated' || meetingsInWindow(record, [meeting]).length > 0;
  return inside ? rest : say('promiseForms', 'placeOutside', { rest });
}

function read({ form, today }: WebRequest, around: PromiseAround): Meeting | FormErrors {
  const wanted = form.get('meeting');
  const meeting = comingMeetings(around, today).find(({ id }) => id === wanted);
  return meeting ?? errorsOf([{ field: 'meeting', key: wanted === '' ? 'needMeeting' : 'noSuchMeeting' }]);
}

const placedWords = ({ record }: PromiseAround): string =>
  record.placedOn === null ? say('promiseForms', 'conflictNotPlaced') : formatDate(record.placedOn.day);

const placeForm: ActForm<Meeting> = {
  action: 'commitment.place',
  events: ['place'],
  title: 'placeTitle',
  template: 'commitments/place.njk',
  view: ({ form, today }, around) => {
    const { placedOn } = around.record;
    const coming = comingMeetings(around, today);
    const inside = meetingsInWindow(around.record, coming);
    // Those inside its window first; the others are offered all the same, and say so.
    const ordered = [...inside, ...coming.filter((one) => !inside.includes(one))];
    return {
      lede: say('promiseForms', 'placeLede'),
      now: placedOn && say('promiseForms', 'placeNow', { day: formatDate(placedOn.day) }),
      chosen: form.get('meeting') || (placedOn?.meetingId ?? ''),
      meetings: ordered.map((one) => ({
        value: one.id,
        text: formatDay(one.day),
        hint: { text: hintFor(one, around, today) },
      })),
    };
  },
  read,
  act: async ({ request, around, command }, meeting) => {
    await placePromise(request.services.register, command, around.record.id, meeting);
    const to = request.form.get('to');
    return {
      flash: say('promiseForms', 'placed', { day: formatDate(meeting.day) }),
      // From the plan, back to the plan: only ever to a page of our own.
      ...(/^\/bodies\/[a-z0-9-]+\/plan$/.test(to) ? { to: `${to}?changed=${around.record.id}` } : {}),
    };
  },
  differs: (around, meeting) => ({
    label: say('promiseForms', 'conflictPlaced'),
    theirs: placedWords(around),
    yours: formatDate(meeting.day),
  }),
};

/** The secretary places a promise on a meeting of the body. */
export const placePages = actPages(placeForm);
