import * as z from 'zod';
import type { Due } from '../../../shared/domain/commitments/commitment.ts';
import { hasLeft } from '../../../shared/domain/people/person.ts';
import { dueWords, ownerWords } from '../../../shared/pages/promises/promise-words.ts';
import { say } from '../../../shared/pages/say.ts';
import { answeringFor } from '../../../shared/store/answering-for.ts';
import {
  acceptPromise,
  addPromiseProgress,
  askMoreTime,
  type Command,
  handOverPromise,
  refusePromise,
  sayPromiseDone,
} from '../../../shared/store/commitment-acts.ts';
import type { PromiseAround } from '../../../shared/store/promise-around.ts';
import { paths } from '../paths.ts';
import type { WebRequest } from '../route.ts';
import { type ActForm, actPages, type Done } from './act-form.ts';
import { comingMeetings, dueFrom, meetingChoices, personChoices } from './choices.ts';
import { errorsOf, type FormErrors, isErrors, needed, readForm } from './form-fields.ts';

const given = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('accept') }),
  z.object({ answer: z.literal('progress'), progress: needed('needProgress', 4000) }),
  z.object({ answer: z.literal('done'), evidence: needed('needEvidence', 4000) }),
  z.object({ answer: z.literal('more-time'), why: needed('needReason') }),
  z.object({ answer: z.literal('hand-over'), person: needed('needPerson'), whyThem: needed('needReason') }),
  z.object({ answer: z.literal('not-mine'), whyNot: needed('needReason') }),
]);

type Given = z.infer<typeof given>;
type Answer = { given: Given; wanted: Due | null };

const fields = ['answer', 'progress', 'evidence', 'why', 'person', 'whyThem', 'whyNot'];
const days = ['wanted'];
const answers: readonly string[] = ['accept', 'progress', 'done', 'more-time', 'hand-over', 'not-mine'];

const namesAPerson = (who: string, { persons, record }: PromiseAround, today: string): boolean => {
  const person = persons.get(who);
  return person !== undefined && !hasLeft(person, today) && !person.accountless && who !== record.owner?.personId;
};

function read({ form, today }: WebRequest, around: PromiseAround): Answer | FormErrors {
  if (!answers.includes(form.get('answer'))) return errorsOf([{ field: 'answer', key: 'needAnswer' }]);
  const typed = readForm(given, Object.fromEntries(fields.map((name) => [name, form.get(name)])), days);
  if (form.get('answer') === 'more-time') {
    const names = { meeting: 'wantedMeeting', day: 'wanted' };
    const wanted = dueFrom(form, { meetings: comingMeetings(around, today), names, today });
    const wrong = 'key' in wanted ? [wanted] : [];
    const noReason = isErrors(typed)
      ? [{ field: 'why', key: form.get('why').trim() === '' ? 'needReason' : 'tooLong' }]
      : [];
    if (isErrors(typed) || 'key' in wanted) return errorsOf([...wrong, ...noReason], days);
    return { given: typed, wanted };
  }
  if (isErrors(typed)) return typed;
  if (typed.answer === 'hand-over' && !namesAPerson(typed.person, around, today))
    return errorsOf([{ field: 'person', key: 'noSuchPerson' }]);
  return { given: typed, wanted: null };
}

type Sent = { request: WebRequest; around: PromiseAround; command: Command };

async function act({ request, around, command: plain }: Sent, { given: typed, wanted }: Answer): Promise<Done> {
  const { register } = request.services;
  const command = answeringFor(plain, around.record);
  const { id } = around.record;
  const slots = { body: around.context.body.shortName, name: '' };
  switch (typed.answer) {
    case 'accept':
      await acceptPromise(register, command, id);
      break;
    case 'progress':
      await addPromiseProgress(register, command, id, typed.progress);
      break;
    case 'done':
      await sayPromiseDone(register, command, id, typed.evidence);
      break;
    case 'more-time':
      if (wanted) await askMoreTime(register, command, id, { wanted, reason: typed.why });
      break;
    case 'not-mine':
      await refusePromise(register, command, id, typed.whyNot);
      break;
    case 'hand-over': {
      const person = around.persons.get(typed.person);
      const to = { role: person?.jobTitle ?? null, personId: typed.person, linkOfficerId: null };
      await handOverPromise(register, command, id, { ...to, reason: typed.whyThem });
      // It is no longer theirs, so its story may no longer be theirs to read.
      return { flash: say('promiseForms', 'done-hand-over', { name: person?.name ?? '' }), to: paths.home() };
    }
  }
  return { flash: say('promiseForms', `done-${typed.answer}`, slots) };
}

function view({ form, today, visitor }: WebRequest, around: PromiseAround) {
  const { record, context, persons } = around;
  const owner = record.owner?.personId ?? null;
  const forOther = owner !== null && owner !== visitor?.person.id;
  return {
    lede: say('promiseForms', 'answerLede', { body: context.body.name, due: dueWords(record.due) }),
    forOwner: forOther ? say('promiseForms', 'answerFor', { name: ownerWords(record, { persons, today }) }) : null,
    accepted: record.acceptance.state === 'accepted',
    chosen: form.get('answer'),
    meetings: meetingChoices(
      comingMeetings(around, today),
      say('promiseForms', 'anotherDay'),
      form.get('wantedMeeting'),
    ),
    people: personChoices(persons, {
      none: say('promiseForms', 'choose'),
      chosen: form.get('person'),
      today,
      only: (who) => !who.accountless && who.id !== owner,
    }),
  };
}

const answerForm: ActForm<Answer> = {
  action: 'commitment.answer',
  events: ['accept'],
  title: 'answerTitle',
  template: 'commitments/answer.njk',
  view,
  read,
  act,
  // An answer holds whatever else has changed meanwhile; what it may no longer do, the table of transitions refuses.
  differs: null,
};

/** Where the links of messages land: opening it changes nothing. */
export const answerPages = actPages(answerForm);
