import { procedurePresets } from '../../shared/domain/bodies/procedure-presets.ts';
import { calendarFromRecord } from '../../shared/domain/calendar/calendar-record.ts';
import type { Calendar } from '../../shared/domain/calendar/working-days.ts';
import { calendarOfBody } from '../../shared/domain/meetings/publish-by.ts';
import type { PublishedBody, PublishedSitting } from '../../shared/domain/meetings/published.ts';
import { type SubmissionDeadline, submissionDeadline } from '../../shared/domain/questions/deadline.ts';
import {
  type QuestionRules,
  questionRulesOn,
  type SortRules,
  type SubmissionSort,
  sortsTaken,
} from '../../shared/domain/questions/question-rules.ts';
import { recordId } from '../../shared/domain/record.ts';
import { publishedBodyWithMeetings } from '../../shared/store/published.ts';
import { publishedQuestionRules } from '../../shared/store/question-rules.ts';
import type { Register } from '../../shared/store/record-kind.ts';
import { calendarNow } from '../../shared/store/settings.ts';

/** One sort of what can be put to one meeting, by when. */
export type Offer = { readonly sort: SubmissionSort; readonly rules: SortRules; readonly deadline: SubmissionDeadline };

/** A meeting to come, with what it takes. */
export type OpenMeeting = {
  readonly sitting: PublishedSitting;
  readonly rules: QuestionRules;
  readonly offers: readonly Offer[];
};

/** What a body takes from the public, read from what is published and from its calendar. */
export type Takes = {
  readonly body: PublishedBody;
  /** Of today; the rules of a meeting are those of its own day. */
  readonly rules: QuestionRules;
  /** To come and not cancelled, the next first. */
  readonly meetings: readonly OpenMeeting[];
};

/** As far ahead as anybody is asked to think. */
const MOST_MEETINGS = 6;

function openMeeting(sitting: PublishedSitting, rules: QuestionRules, calendar: Calendar): OpenMeeting {
  const offers = sortsTaken(rules).flatMap((sort): Offer[] => {
    const own = rules[sort];
    return own === null ? [] : [{ sort, rules: own, deadline: submissionDeadline(sitting, own, calendar) }];
  });
  return { sitting, rules, offers };
}

/** undefined for a body that is not shown, has ended, or takes nothing from the public. */
export async function whatBodyTakes(register: Register, id: string, today: string): Promise<Takes | undefined> {
  const bodyId = recordId.safeParse(id);
  if (!bodyId.success) return undefined;
  const [found, dated, calendar] = await Promise.all([
    publishedBodyWithMeetings(register.table, bodyId.data),
    publishedQuestionRules(register.table, bodyId.data),
    calendarNow(register),
  ]);
  if (!found || (found.body.lastDay !== null && found.body.lastDay < today)) return undefined;
  const { body, sittings } = found;
  const rules = questionRulesOn(dated, body, today);
  if (rules === null) return undefined;
  const own = calendarOfBody(procedurePresets[body.kind], calendarFromRecord(calendar));
  const coming = sittings.filter(({ day, cancelled }) => day >= today && !cancelled).toReversed();
  const meetings = coming.slice(0, MOST_MEETINGS).flatMap((sitting) => {
    const onTheDay = questionRulesOn(dated, body, sitting.day);
    return onTheDay === null ? [] : [openMeeting(sitting, onTheDay, own)];
  });
  return { body, rules, meetings };
}

/** What a meeting offers for a sort. */
export function offerOf({ offers }: OpenMeeting, sort: SubmissionSort): Offer | undefined {
  return offers.find((offer) => offer.sort === sort);
}
