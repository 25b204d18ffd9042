import * as z from 'zod';
import { hasLeft } from '../../../shared/domain/people/person.ts';
import { findSchema } from '../../../shared/minutes/find.ts';
import { findsOf } from '../../../shared/minutes/kept-finds.ts';
import { answerToFollow } from '../../../shared/minutes/promise-answers.ts';
import {
  type PromiseAnswer,
  promiseAnswer,
  type ReadingRecord,
  readingRecord,
} from '../../../shared/minutes/reading-record.ts';
import { bodies } from '../../../shared/store/bodies.ts';
import { everybody } from '../../../shared/store/people.ts';
import { getMany } from '../../../shared/store/record-kind.ts';
import type { Caller } from '../operation.ts';
import { wrongField } from './promise-for.ts';

const shape = readingRecord.shape;

/** What is answered of a text, as it is sent; what is not named stays. */
export const answers = z
  .strictObject({
    decisions: shape.decisions.describe('Keep or drop, by find; a find that is in doubt must be answered'),
    mattersToFollow: shape.mattersToFollow.describe('Matters raised that are to be answered later'),
    corrected: z.record(z.string(), findSchema).describe('Finds in other words, by find'),
    matched: shape.matched.describe('Whom a name stands for, by find'),
    promises: z.record(z.string(), promiseAnswer).describe('What was promised to whom until when, by find'),
    ownTitle: shape.ownTitle,
  })
  .partial();

const knownKeys = (record: ReadingRecord, body: z.output<typeof answers>): void => {
  const ids = new Set(record.reading.finds.map(({ id }) => id));
  const { decisions = {}, corrected = {}, matched = {}, promises = {}, mattersToFollow = [] } = body;
  for (const [name, keys] of Object.entries({ decisions, corrected, matched, promises }))
    for (const id of Object.keys(keys)) if (!ids.has(id)) throw wrongField(`/${name}/${id}`, 'No such find');
  for (const id of mattersToFollow) if (!ids.has(id)) throw wrongField('/mattersToFollow', `No such find: ${id}`);
};

/** What was found in a place stays there: words may be corrected, not where they stand or what sort of thing they are. */
const correctionsOf = (record: ReadingRecord, corrected: ReadingRecord['corrected']) => {
  for (const [id, one] of Object.entries(corrected)) {
    const was = record.reading.finds.find((found) => found.id === id);
    const same = was && one.id === id && one.kind === was.kind && one.start === was.start && one.end === was.end;
    if (!same) throw wrongField(`/corrected/${id}`, 'A correction keeps the id, the kind and the place of the find');
  }
  return corrected;
};

type Known = { here: ReadonlySet<string>; bodies: ReadonlySet<string>; today: string };

function wrongWho({ toBodyId, ownerPersonId, linkOfficerId }: PromiseAnswer, { here, bodies: known }: Known) {
  const isHere = (id: string | null) => id === null || here.has(id);
  if (!known.has(toBodyId)) return { field: 'toBodyId', detail: 'No such body' };
  if (!isHere(ownerPersonId)) return { field: 'ownerPersonId', detail: 'Nobody who is here' };
  return isHere(linkOfficerId) ? null : { field: 'linkOfficerId', detail: 'Nobody who is here' };
}

function wrongWhen({ late, newDay, due }: PromiseAnswer, { today }: Known) {
  if ((late === 'new-date') !== (newDay !== null)) return { field: 'newDay', detail: 'Given exactly with a new date' };
  if (newDay !== null && newDay < today) return { field: 'newDay', detail: 'A day that is still to come' };
  const turned = due.sort === 'window' && due.from > due.to;
  return turned ? { field: 'due/from', detail: 'A window opens before it closes' } : null;
}

/** A promise is answered where one was found, or where a matter is to follow. Throws `Refused`. */
function requirePromises(record: ReadingRecord, given: ReadingRecord['promises'], known: Known): void {
  for (const [id, answer] of Object.entries(given)) {
    if (record.promises[id] === undefined) throw wrongField(`/promises/${id}`, 'Not a promise, nor to follow');
    const wrong = wrongWho(answer, known) ?? wrongWhen(answer, known);
    if (wrong) throw wrongField(`/promises/${id}/${wrong.field}`, wrong.detail);
  }
}

/** The text as it is once answered so. Throws `Refused` naming what is wrong. */
export async function answered(
  { register, today }: Caller,
  was: ReadingRecord,
  body: z.output<typeof answers>,
): Promise<ReadingRecord> {
  knownKeys(was, body);
  const record: ReadingRecord = {
    ...was,
    corrected: { ...was.corrected, ...correctionsOf(was, body.corrected ?? {}) },
    decisions: { ...was.decisions, ...body.decisions },
    matched: { ...was.matched, ...body.matched },
    mattersToFollow: body.mattersToFollow ?? was.mattersToFollow,
    ownTitle: body.ownTitle === undefined ? was.ownTitle : body.ownTitle,
  };
  const raised = findsOf(record).filter((one) => one.kind === 'matter-raised');
  const toFollow = raised.filter(({ id }) => record.mattersToFollow.includes(id));
  const noLonger = new Set(raised.filter((one) => !toFollow.includes(one)).map(({ id }) => id));
  const promises = {
    ...Object.fromEntries(toFollow.map((one) => [one.id, answerToFollow(one, was.bodyId)])),
    ...Object.fromEntries(Object.entries(was.promises).filter(([id]) => !noLonger.has(id))),
  };
  const given = body.promises ?? {};
  const to = Object.values(given).map(({ toBodyId }) => toBodyId);
  const [people, owedTo] = await Promise.all([everybody(register), getMany(register, bodies, to)]);
  const here = new Set(people.filter((one) => !hasLeft(one.record, today)).map((one) => one.record.id));
  const stranger = Object.entries(body.matched ?? {}).find(([, personId]) => !here.has(personId));
  if (stranger) throw wrongField(`/matched/${stranger[0]}`, 'Nobody who is here');
  requirePromises({ ...record, promises }, given, {
    here,
    bodies: new Set(owedTo.map((one) => one.record.id)),
    today,
  });
  return { ...record, promises: { ...promises, ...given } };
}
