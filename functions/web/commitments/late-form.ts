import { commitmentTransitions, isOverdue } from '../../../shared/domain/commitments/commitment.ts';
import { dueWords } from '../../../shared/pages/promises/promise-words.ts';
import { say } from '../../../shared/pages/say.ts';
import { chasePromise, keepPromiseAsHistory } from '../../../shared/store/commitment-acts.ts';
import { paths } from '../paths.ts';
import { type ActForm, actPages } from './act-form.ts';
import { errorsOf, isErrors, needed, radioItems, readForm } from './form-fields.ts';

type Chosen = { answer: 'chase' } | { answer: 'history'; reason: string };

const lateForm: ActForm<Chosen> = {
  action: 'commitment.place',
  events: ['chase-from-now', 'keep-as-history'],
  title: 'lateTitle',
  template: 'commitments/late.njk',
  view: ({ form, today }, { record }) => ({
    lede: isOverdue(record, today)
      ? say('promiseForms', 'lateLedeLate', { due: dueWords(record.due) })
      : say('promiseForms', 'lateLede'),
    chosen: form.get('answer'),
    answers: radioItems('late', [
      ...(commitmentTransitions[record.state]['chase-from-now'] === undefined ? [] : ['chase']),
      ...(commitmentTransitions[record.state]['keep-as-history'] === undefined ? [] : ['history']),
    ]),
    keeps: commitmentTransitions[record.state]['keep-as-history'] !== undefined,
    dateHref: commitmentTransitions[record.state]['set-date'] === undefined ? null : paths.giveDate(record.id),
  }),
  read: ({ form }) => {
    const answer = form.get('answer');
    if (answer === 'chase') return { answer };
    if (answer !== 'history') return errorsOf([{ field: 'answer', key: 'needAnswer' }]);
    const reason = readForm(needed('needReason'), form.get('reason'));
    return isErrors(reason) ? errorsOf([{ field: 'reason', key: 'needReason' }]) : { answer, reason };
  },
  act: async ({ request, around, command }, chosen) => {
    const { register } = request.services;
    const { id } = around.record;
    if (chosen.answer === 'chase') {
      await chasePromise(register, command, id);
      return { flash: say('promiseForms', 'chased') };
    }
    await keepPromiseAsHistory(register, command, id, chosen.reason);
    return { flash: say('promiseForms', 'kept') };
  },
  differs: ({ record }, { answer }) => ({
    label: say('promiseForms', 'conflictState'),
    theirs: dueWords(record.due),
    yours: say('promiseForms', answer === 'chase' ? 'late-chase' : 'late-history'),
  }),
};

/** Never retrospective: a promise entered late is chased from now, given a new date, or kept as history. */
export const latePages = actPages(lateForm);
