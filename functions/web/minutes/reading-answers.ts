import { type Find, findSchema } from '../../../shared/minutes/find.ts';
import { findsOf } from '../../../shared/minutes/kept-finds.ts';
import { answerToFollow } from '../../../shared/minutes/promise-answers.ts';
import type { PromiseAnswer, ReadingRecord } from '../../../shared/minutes/reading-record.ts';
import { stillMissing } from '../../../shared/minutes/still-missing.ts';
import { say } from '../../../shared/pages/say.ts';
import { type Known, promiseAnswered } from './promise-answered.ts';
import type { Values } from './reading-values.ts';
import type { FieldError } from './source-form.ts';

/** The record with what was typed, and what is wrong with it. */
export type Answered = { record: ReadingRecord; errors: readonly FieldError[] };

const emptyAsNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** A find with the corrections typed; the same find when nothing was changed. */
function corrected(find: Find, values: Values): Find | null {
  const typed = (name: string): string => (values[`${find.id}-${name}`] ?? '').trim();
  const changes: Record<string, unknown> = {
    ...('title' in find ? { title: typed('title') } : {}),
    ...('name' in find && find.kind !== 'detail' ? { name: typed('name') } : {}),
    ...('role' in find ? { role: emptyAsNull(typed('role')) } : {}),
    ...('number' in find && find.kind !== 'promise' && find.kind !== 'recommendation'
      ? { number: emptyAsNull(typed('number')) }
      : {}),
    ...('outcome' in find ? { outcome: typed('outcome') } : {}),
    ...('names' in find
      ? {
          names: typed('names')
            .split('\n')
            .map((name) => name.trim())
            .filter((name) => name !== ''),
        }
      : {}),
    ...(find.kind === 'detail' ? { value: typed('value') } : {}),
    ...(find.kind === 'matter-raised' || find.kind === 'resolution' || find.kind === 'recommendation'
      ? { text: typed('text') }
      : {}),
  };
  const parsed = findSchema.safeParse({ ...find, ...changes });
  return parsed.success ? parsed.data : null;
}

const same = (one: Find, other: Find): boolean => JSON.stringify(one) === JSON.stringify(other);

function correctionsIn(
  record: ReadingRecord,
  values: Values,
): { corrected: Record<string, Find>; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const changed: Record<string, Find> = {};
  for (const original of record.reading.finds) {
    const find = corrected(original, values);
    const number = record.reading.finds.indexOf(original) + 1;
    const refused = (name: string) =>
      errors.push({ field: `${original.id}-${name}`, text: say('minutes', 'wordsEmpty', { number }) });
    if (find === null) refused('outcome');
    else if ('title' in find && find.title === '') refused('title');
    else if ('text' in find && find.text.trim() === '') refused('text');
    else if (!same(find, original)) changed[find.id] = find;
  }
  return { corrected: changed, errors };
}

function decisionsIn(record: ReadingRecord, values: Values): Pick<ReadingRecord, 'decisions' | 'mattersToFollow'> {
  const said = record.reading.finds.map(({ id }) => [id, values[`${id}-keep`] ?? ''] as const);
  const decisions = said.flatMap(([id, word]): [string, 'keep' | 'drop'][] => {
    if (word === 'drop') return [[id, 'drop']];
    return word === '' ? [] : [[id, 'keep']];
  });
  return {
    decisions: Object.fromEntries(decisions),
    mattersToFollow: said.filter(([, word]) => word === 'to-follow').map(([id]) => id),
  };
}

function matchedIn(record: ReadingRecord, values: Values, known: Known): Record<string, string> {
  const chosen = record.reading.finds.map(({ id }) => [id, values[`${id}-person`] ?? ''] as const);
  return Object.fromEntries(chosen.filter(([, person]) => known.people.some(({ id }) => id === person)));
}

/** What was typed, as answers on the record. A matter that is to follow becomes an action with nobody named yet. */
export function answersFrom(record: ReadingRecord, values: Values, known: Known): Answered {
  const { corrected: corrections, errors } = correctionsIn(record, values);
  const answered = {
    ...record,
    corrected: corrections,
    ...decisionsIn(record, values),
    matched: matchedIn(record, values, known),
    ownTitle: emptyAsNull(values['own-title'] ?? '')?.slice(0, 500) ?? null,
  };
  const promises: Record<string, PromiseAnswer> = {};
  for (const [index, find] of findsOf(answered).entries()) {
    const was = record.promises[find.id];
    if (was !== undefined) {
      const read = promiseAnswered({ id: find.id, number: index + 1, was }, values, known);
      promises[find.id] = read.answer;
      errors.push(...read.errors);
    } else if (find.kind === 'matter-raised' && answered.mattersToFollow.includes(find.id))
      promises[find.id] = answerToFollow(find, record.bodyId);
  }
  return { record: { ...answered, promises }, errors };
}

const missingWords = { title: 'ownTitleEmpty', keep: 'keepEmpty', late: 'lateEmpty', link: 'linkEmpty' } as const;
const missingField = { title: 'own-title', keep: '-keep-keep', late: '-late', link: '-link' } as const;

/** What must still be said before a text can be accepted, each joined to its field. */
export function missingAnswers(
  record: ReadingRecord,
  { people }: Known,
  isLate: (answer: PromiseAnswer) => boolean,
): FieldError[] {
  const number = (id: string | null): number => record.reading.finds.findIndex((find) => find.id === id) + 1;
  return stillMissing(record, people, isLate).map(({ what, findId }) => ({
    field: `${findId ?? ''}${missingField[what]}`,
    text: say('minutes', missingWords[what], findId === null ? {} : { number: number(findId) }),
  }));
}
