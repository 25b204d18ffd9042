import { waitingRequest } from '../../../shared/domain/commitments/acts.ts';
import { dueWords } from '../../../shared/pages/promises/promise-words.ts';
import { say } from '../../../shared/pages/say.ts';
import { answerMoreTime } from '../../../shared/store/commitment-acts.ts';
import { type ActForm, actPages } from './act-form.ts';
import { errorsOf, isErrors, needed, radioItems, readForm } from './form-fields.ts';

type Decided = { answer: 'agreed' | 'declined'; reason: string };

const moreTimeForm: ActForm<Decided> = {
  action: 'commitment.place',
  events: ['agree-more-time'],
  title: 'moreTimeTitle',
  template: 'commitments/more-time.njk',
  view: ({ form }, { record, persons }) => {
    const asked = waitingRequest(record);
    return {
      lede:
        asked === undefined
          ? null
          : say('promiseForms', 'moreTimeLede', {
              name: persons.get(asked.askedBy)?.name ?? '',
              wanted: dueWords(asked.wanted),
              was: dueWords(record.due),
            }),
      asked,
      answers: radioItems('moreTime', ['agreed', 'declined']),
      chosen: form.get('answer'),
    };
  },
  read: ({ form }) => {
    const answer = form.get('answer');
    const reason = readForm(needed('needReason'), form.get('reason'));
    const chosen = answer === 'agreed' || answer === 'declined';
    if (!chosen || isErrors(reason))
      return errorsOf([
        ...(chosen ? [] : [{ field: 'answer', key: 'needAnswer' }]),
        ...(isErrors(reason) ? [{ field: 'reason', key: 'needReason' }] : []),
      ]);
    return { answer, reason };
  },
  act: async ({ request, around, command }, decided) => {
    await answerMoreTime(request.services.register, command, around.record.id, decided);
    return { flash: say('promiseForms', 'moreTimeDone') };
  },
  differs: ({ record }, { answer }) => ({
    label: say('promiseForms', 'conflictDue'),
    theirs: dueWords(record.due),
    yours: say('promiseForms', `moreTime-${answer}`),
  }),
};

/** The secretary records whether more time was agreed, by whom and why. Both days are kept. */
export const moreTimePages = actPages(moreTimeForm);
