import '../words/decisions.ts';
import '../words/special-urgency.ts';
import { formatDate } from '../../domain/calendar/day-words.ts';
import type { UrgencyAgreement } from '../../domain/decisions/key-route.ts';
import type { UrgentDecision } from '../../domain/decisions/special-urgency.ts';
import { say } from '../say.ts';

/** '2018/19' */
export function yearName(begins: number): string {
  return say('specialUrgency', 'yearName', { from: begins, to: String(begins + 1).slice(2) });
}

/** What it is called before the council, which meets in public. */
export function urgentTitle({ title }: Pick<UrgentDecision, 'title'>): string {
  return title === '' ? say('specialUrgency', 'inPrivate') : title;
}

/** Who agreed that it could not be deferred, in which office, when. */
export function agreedWords({ agreedBy, name, agreedOn }: UrgencyAgreement): string {
  return say('specialUrgency', 'agreed', {
    office: say('decisions', `option-short-${agreedBy}`),
    name,
    day: agreedOn === null ? say('specialUrgency', 'noDay') : formatDate(agreedOn),
  });
}
