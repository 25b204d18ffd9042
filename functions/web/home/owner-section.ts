import { type Commitment, lastDayOf } from '../../../shared/domain/commitments/commitment.ts';
import type { Person } from '../../../shared/domain/people/person.ts';
import { dueWords, statusesOf } from '../../../shared/pages/promises/promise-words.ts';
import { say } from '../../../shared/pages/say.ts';
import { type BodyContext, bodyContext } from '../../../shared/store/body-context.ts';
import { paths } from '../paths.ts';
import type { WebRequest } from '../route.ts';
import { promisesOf } from './home-data.ts';

type Given = {
  contexts: ReadonlyMap<string, BodyContext>;
  persons: ReadonlyMap<string, Person>;
  today: string;
  me: string;
};

function rowOf(promise: Commitment, { contexts, persons, today, me }: Given) {
  const context = contexts.get(promise.bodyId);
  if (!context) return [];
  const { body, calendar } = context;
  const owner = promise.owner?.personId ?? '';
  return [
    {
      subject: promise.subject,
      href: paths.commitment(promise.id),
      body: body.name,
      forOther: owner === me ? null : say('home', 'forOther', { name: persons.get(owner)?.name ?? '' }),
      due: dueWords(promise.due),
      statuses: statusesOf(promise, { today, calendar, persons, shortName: body.shortName }),
      answerHref: promise.state === 'open' ? paths.answer(promise.id) : null,
    },
  ];
}

const byDueDay = (a: Commitment, b: Commitment): number =>
  (lastDayOf(a.due) ?? '9999').localeCompare(lastDayOf(b.due) ?? '9999');

/** What the reader owes, to which committee, by when; null for somebody who owes nothing. */
export async function ownerSection(request: WebRequest, persons: Map<string, Person>) {
  const { today } = request;
  const owed = (await promisesOf(request, persons)).toSorted(byDueDay);
  const ids = [...new Set(owed.map(({ bodyId }) => bodyId))];
  const read = await Promise.all(ids.map((id) => bodyContext(request.services.register, id, today)));
  const contexts = new Map(read.map((context) => [context.body.id, context]));
  const me = request.signedIn().person.id;
  return {
    lede: owed.length === 0 ? say('home', 'ownerLedeNone') : say('home', 'ownerLede', { count: owed.length }),
    rows: owed.flatMap((promise) => rowOf(promise, { contexts, persons, today, me })),
  };
}
