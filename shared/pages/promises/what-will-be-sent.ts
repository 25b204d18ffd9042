import '../words/commitments.ts';
import type { Membership } from '../../domain/bodies/membership.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { formatDate, formatDay } from '../../domain/calendar/day-words.ts';
import type { Commitment } from '../../domain/commitments/commitment.ts';
import { whatWouldBeSent } from '../../domain/messages/forecast.ts';
import type { Milestone, ReminderContext } from '../../domain/messages/milestone.ts';
import { recipientsOf } from '../../domain/messages/recipients.ts';
import type { Person } from '../../domain/people/person.ts';
import { messageWords } from '../../messages/words.ts';
import { say } from '../say.ts';

type Given = {
  reminders: ReminderContext;
  memberships: readonly Membership[];
  persons: ReadonlyMap<string, Person>;
  handled: ReadonlySet<string>;
  today: Day;
};

const A_YEAR = 400; // days looked ahead, so that a promise far off still says when it is heard of
const ROWS = 8; // a page of the story is no list of everything: later ones follow the same rhythm

function toWhom(promise: Commitment, { tell }: Milestone, day: Day, { persons, memberships }: Given): string[] {
  return tell.flatMap((one) => {
    const { to } = recipientsOf(one, promise, { persons, memberships, today: day });
    return to.map(({ personId, as, how }) =>
      say('commitments', 'toWhom', {
        name: persons.get(personId)?.name ?? '',
        as: say('commitments', `as-${as}`),
        how: say('commitments', `how-${how}`),
      }),
    );
  });
}

/** Rows of what will be sent next about a promise: when, what and why, and to whom as things stand. */
export function whatWillBeSent(promise: Commitment, given: Given) {
  const { reminders, handled, today } = given;
  const asked = { contextOf: () => reminders, handledOf: () => handled, from: today, days: A_YEAR };
  return whatWouldBeSent([promise], asked)
    .slice(0, ROWS)
    .map(({ day, milestone }) => [
      formatDay(day),
      {
        text: messageWords.en.says[milestone.what].subject,
        ...(milestone.target === null
          ? {}
          : { note: say('commitments', 'counts', { day: formatDate(milestone.target) }) }),
      },
      [...new Set(toWhom(promise, milestone, day, given))].join('; '),
    ]);
}
