import type { Day } from '../../shared/domain/calendar/day.ts';
import type { PublishedBody } from '../../shared/domain/meetings/published.ts';
import { type QuestionRules, questionRulesOn } from '../../shared/domain/questions/question-rules.ts';
import { publicAddresses } from '../../shared/pages/published/addresses.ts';

/** Where something can be put to a body by its rules; null for one that has ended or takes nothing from the public. */
export function askHrefOf(
  rules: readonly QuestionRules[],
  body: PublishedBody,
  today: Day,
  meetingId?: string,
): string | null {
  if (body.lastDay !== null && body.lastDay < today) return null;
  if (questionRulesOn(rules, body, today) === null) return null;
  const form = publicAddresses.ask(body.id);
  return meetingId === undefined ? form : `${form}?meeting=${encodeURIComponent(meetingId)}`;
}
