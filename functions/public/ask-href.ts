import type { Day } from '../../shared/domain/calendar/day.ts';
import type { PublishedBody } from '../../shared/domain/meetings/published.ts';
import { questionRulesOn } from '../../shared/domain/questions/question-rules.ts';
import { publicAddresses } from '../../shared/pages/published/addresses.ts';
import type { PublishedTable } from '../../shared/store/published.ts';
import { publishedQuestionRules } from '../../shared/store/question-rules.ts';

/** Where something can be put to a body; null for one that has ended or takes nothing from the public. */
export async function askHrefOf(
  table: PublishedTable,
  body: PublishedBody,
  today: Day,
  meetingId?: string,
): Promise<string | null> {
  if (body.lastDay !== null && body.lastDay < today) return null;
  const rules = questionRulesOn(await publishedQuestionRules(table, body.id), body, today);
  if (rules === null) return null;
  const form = publicAddresses.ask(body.id);
  return meetingId === undefined ? form : `${form}?meeting=${encodeURIComponent(meetingId)}`;
}
