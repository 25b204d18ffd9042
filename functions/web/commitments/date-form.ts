import type { Due } from '../../../shared/domain/commitments/commitment.ts';
import { dueWords } from '../../../shared/pages/promises/promise-words.ts';
import { say } from '../../../shared/pages/say.ts';
import { setPromiseDate } from '../../../shared/store/commitment-acts.ts';
import { type ActForm, actPages } from './act-form.ts';
import { comingMeetings, dueFrom, meetingChoices } from './choices.ts';
import { errorsOf, isErrors, needed, readForm } from './form-fields.ts';

type Dated = { due: Due; reason: string };

const dateForm: ActForm<Dated> = {
  action: 'commitment.place',
  events: ['set-date'],
  title: 'dateTitle',
  template: 'commitments/date.njk',
  view: ({ form, today }, around) => ({
    lede: say('promiseForms', 'dateLede', { due: dueWords(around.record.due) }),
    meetings: meetingChoices(
      comingMeetings(around, today),
      say('promiseForms', 'anotherDay'),
      form.get('untilMeeting'),
    ),
  }),
  read: ({ form, today }, around) => {
    const names = { meeting: 'untilMeeting', day: 'until', from: 'from' };
    const due = dueFrom(form, { meetings: comingMeetings(around, today), names, today });
    const reason = readForm(needed('needReason'), form.get('reason'));
    if ('key' in due || isErrors(reason))
      return errorsOf(
        [...('key' in due ? [due] : []), ...(isErrors(reason) ? [{ field: 'reason', key: 'needReason' }] : [])],
        ['until', 'from'],
      );
    return { due, reason };
  },
  act: async ({ request, around, command }, dated) => {
    await setPromiseDate(request.services.register, command, around.record.id, dated);
    return { flash: say('promiseForms', 'dated', { due: dueWords(dated.due) }) };
  },
  differs: ({ record }, { due }) => ({
    label: say('promiseForms', 'conflictDue'),
    theirs: dueWords(record.due),
    yours: dueWords(due),
  }),
};

/** The secretary gives a promise a date, or a new one to a promise that was read too late. */
export const datePages = actPages(dateForm);
