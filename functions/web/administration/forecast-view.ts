import { existsOn } from '../../../shared/domain/bodies/body.ts';
import { formatDate, formatDay } from '../../../shared/domain/calendar/day-words.ts';
import type { Commitment } from '../../../shared/domain/commitments/commitment.ts';
import { type Foreseen, whatWouldBeSent } from '../../../shared/domain/messages/forecast.ts';
import { recipientsOf } from '../../../shared/domain/messages/recipients.ts';
import type { Person } from '../../../shared/domain/people/person.ts';
import { messageWords } from '../../../shared/messages/words.ts';
import { say } from '../../../shared/pages/say.ts';
import { everyBody } from '../../../shared/store/bodies.ts';
import { type BodyContext, bodyContext } from '../../../shared/store/body-context.ts';
import { owedTo } from '../../../shared/store/commitments.ts';
import { personsById } from '../../../shared/store/promise-around.ts';
import type { Register } from '../../../shared/store/record-kind.ts';
import { handledOf } from '../../../shared/store/reminders.ts';
import { paths } from '../paths.ts';

/** Promises looked at, and rows shown: a page, not the whole register. */
const MOST_PROMISES = 500;
const MOST_ROWS = 200;
const DAYS = 60;

type OneBody = { context: BodyContext; promises: Commitment[]; handled: Map<string, ReadonlySet<string>> };

async function readBody(register: Register, bodyId: string, today: string): Promise<OneBody> {
  const [context, owed] = await Promise.all([bodyContext(register, bodyId, today), owedTo(register, bodyId)]);
  const chased = owed.map(({ record }) => record).filter(({ chasedFrom }) => chasedFrom !== null);
  const promises = context.reminders.policy.chasing ? chased.slice(0, MOST_PROMISES) : [];
  const handled = await Promise.all(
    promises.map(async ({ id }): Promise<[string, ReadonlySet<string>]> => [id, await handledOf(register.table, id)]),
  );
  return { context, promises, handled: new Map(handled) };
}

const none: ReadonlySet<string> = new Set();

function toWhom(
  { day, promise, milestone }: Foreseen,
  { memberships }: BodyContext,
  persons: ReadonlyMap<string, Person>,
) {
  const lines = milestone.tell.flatMap((tell) => {
    const { to } = recipientsOf(tell, promise, { persons, memberships, today: day });
    return to.map(({ personId, as, how }) =>
      say('commitments', 'toWhom', {
        name: persons.get(personId)?.name ?? '',
        as: say('commitments', `as-${as}`),
        how: say('commitments', `how-${how}`),
      }),
    );
  });
  return lines.length === 0 ? say('reminders', 'nobody') : [...new Set(lines)].join('; ');
}

// A private promise is named by its reference: an administrator need not know what it is about.
const aboutWords = ({ accessClass, subject }: Commitment): string =>
  accessClass === 'private' ? say('reminders', 'privateItem') : subject;

/** May who reads the forecast open a promise that it names? */
type ForecastReader = (promise: Commitment, persons: ReadonlyMap<string, Person>) => boolean;

type Around = { context: BodyContext; persons: ReadonlyMap<string, Person>; mayOpen: ForecastReader };

function rowOf(foreseen: Foreseen, { context, persons, mayOpen }: Around) {
  const { promise, milestone } = foreseen;
  const counts = milestone.target === null ? '' : say('commitments', 'counts', { day: formatDate(milestone.target) });
  return [
    formatDay(foreseen.day),
    toWhom(foreseen, context, persons),
    { text: messageWords.en.says[milestone.what].subject, ...(counts === '' ? {} : { note: counts }) },
    {
      text: promise.reference,
      ...(mayOpen(promise, persons) ? { href: paths.commitment(promise.id) } : {}),
      note: aboutWords(promise),
    },
  ];
}

type Asked = { bodyId: string | null; today: string; mayOpen: ForecastReader };

/** What would be sent in the next 60 days if nobody acts: to all bodies that exist, or to one. */
export async function forecastOf(register: Register, { bodyId, today, mayOpen }: Asked) {
  const [all, persons] = await Promise.all([everyBody(register), personsById(register)]);
  const ids = all.filter(({ record }) => (bodyId === null ? existsOn(record, today) : record.id === bodyId));
  const read = await Promise.all(ids.map(({ record }) => readBody(register, record.id, today)));
  const foreseen = read.flatMap(({ context, promises, handled }) =>
    whatWouldBeSent(promises, {
      contextOf: () => context.reminders,
      handledOf: ({ id }) => handled.get(id) ?? none,
      from: today,
      days: DAYS,
    }).map((one) => ({ one, context })),
  );
  const sorted = foreseen.toSorted((a, b) => a.one.day.localeCompare(b.one.day));
  return {
    rows: sorted.slice(0, MOST_ROWS).map(({ one, context }) => rowOf(one, { context, persons, mayOpen })),
    count: sorted.length,
    more: sorted.length > MOST_ROWS ? say('reminders', 'forecastMore', { shown: MOST_ROWS, count: sorted.length }) : '',
  };
}
