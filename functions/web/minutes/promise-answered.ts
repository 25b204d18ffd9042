import * as z from 'zod';
import type { Body } from '../../../shared/domain/bodies/body.ts';
import type { Day } from '../../../shared/domain/calendar/day.ts';
import type { Due } from '../../../shared/domain/commitments/commitment.ts';
import type { Person } from '../../../shared/domain/people/person.ts';
import { type PromiseAnswer, promiseAnswer } from '../../../shared/minutes/reading-record.ts';
import { say } from '../../../shared/pages/say.ts';
import { type ReadDay, readDay } from '../day-fields.ts';
import type { Values } from './reading-values.ts';
import type { FieldError } from './source-form.ts';

/** Who and what may be chosen. */
export type Known = { people: readonly Person[]; bodies: readonly Body[]; today: Day };

type Asked = { id: string; number: number; was: PromiseAnswer };
type Typed = { value: (name: string) => string; day: (name: string) => ReadDay };

const typedBy = (id: string, values: Values): Typed => {
  const value = (name: string): string => (values[`${id}-${name}`] ?? '').trim();
  const day = (name: string): ReadDay =>
    readDay({ day: value(`${name}-day`), month: value(`${name}-month`), year: value(`${name}-year`) });
  return { value, day };
};

const kinds = promiseAnswer.shape.kind;
const lateness = z.enum(['chase', 'new-date', 'history', 'undecided']);

/** The day or days typed; the words as said stay with them. */
function dueFrom({ value, day }: Typed, asSaid: string): Due | { wrong: 'from' | 'to' } {
  if (value('due') === 'undated') return { sort: 'undated', asSaid };
  const [from, to] = [day('from'), day('to')];
  if (to.sort !== 'day') return { wrong: 'to' };
  if (value('due') === 'day') return { sort: 'day', day: to.day, asSaid };
  if (from.sort !== 'day' || from.day > to.day) return { wrong: 'from' };
  return { sort: 'window', from: from.day, to: to.day, asSaid };
}

const chosenPerson = (people: Known['people'], id: string): string | null =>
  people.find((person) => person.id === id)?.id ?? null;

function newDayFrom({ value, day }: Typed, today: Day): Day | null | 'wrong' {
  if (value('late') !== 'new-date') return null;
  const read = day('new');
  return read.sort === 'day' && read.day >= today ? read.day : 'wrong';
}

/** One promise as answered; where something is wrong the answer before it stands, and the page keeps what was typed. */
export function promiseAnswered(
  { id, number, was }: Asked,
  values: Values,
  known: Known,
): { answer: PromiseAnswer; errors: FieldError[] } {
  const typed = typedBy(id, values);
  const { value } = typed;
  const due = dueFrom(typed, was.due.asSaid);
  const newDay = newDayFrom(typed, known.today);
  const body = known.bodies.find((one) => one.id === value('body'));
  const errors: FieldError[] = [];
  const refuse = (field: string, text: string) => errors.push({ field: `${id}-${field}`, text });
  if (value('subject') === '') refuse('subject', say('minutes', 'subjectEmpty', { number }));
  if (!body) refuse('body', say('minutes', 'toBodyWrong', { number }));
  if ('wrong' in due)
    refuse(`${due.wrong}-day`, say('minutes', due.wrong === 'to' ? 'dueToWrong' : 'dueFromWrong', { number }));
  if (newDay === 'wrong') refuse('new-day', say('minutes', 'newDayWrong', { number }));
  const late = lateness.safeParse(value('late'));
  const answer: PromiseAnswer = {
    kind: kinds.safeParse(value('kind')).data ?? was.kind,
    subject: value('subject').slice(0, 500) || was.subject,
    toBodyId: body?.id ?? was.toBodyId,
    ownerRole: value('role').slice(0, 200) || null,
    ownerPersonId: chosenPerson(known.people, value('owner')),
    linkOfficerId: chosenPerson(known.people, value('link')),
    due: 'wrong' in due ? was.due : due,
    late: late.success ? late.data : null,
    newDay: newDay === 'wrong' ? was.newDay : newDay,
  };
  return { answer, errors };
}
