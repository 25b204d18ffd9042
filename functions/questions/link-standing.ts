import { formatDay } from '../../shared/domain/calendar/day-words.ts';
import { countWords } from '../../shared/domain/questions/count-words.ts';
import { countsFrom } from '../../shared/domain/questions/deadline.ts';
import { type Obstacle, obstaclesTo } from '../../shared/domain/questions/judge.ts';
import type { Asking } from '../../shared/domain/questions/submission.ts';
import { say } from '../../shared/pages/say.ts';
import { type Tally, takenOf, tallyOf } from '../../shared/store/submissions.ts';
import type { AskRequest } from './ask-page.ts';
import { tooLate, tooLong } from './read-asked.ts';
import { type Offer, type OpenMeeting, offerOf, type Takes, whatBodyTakes } from './what-a-body-takes.ts';

/** What the rules of a meeting have against it, as of when it counts. */
export async function obstacles(
  request: AskRequest,
  one: Asking,
  meeting: OpenMeeting,
  tally?: Tally,
): Promise<Obstacle[]> {
  const { register } = request.services;
  const offer = offerOf(meeting, one.asked.sort);
  if (!offer) return ['too-many-of-meeting'];
  const known = tally ?? (await tallyOf(register.table, meeting.sitting.id));
  const taken = await takenOf(register, known, { sort: one.asked.sort, email: one.said.email });
  const at = countsFrom(one.sentAt, request.now);
  return obstaclesTo(
    { sort: one.asked.sort, words: countWords(one.said.text), at, taken },
    offer.rules,
    offer.deadline,
  );
}

/** Where a submission stands on the day its link is opened: why it cannot go where it was meant to, and where it can. */
export type Standing = {
  readonly takes: Takes;
  readonly wanted: OpenMeeting | undefined;
  readonly why: string | null;
  readonly free: readonly OpenMeeting[];
};

/** What stands in the way of going to a meeting, as its asker reads it; null when nothing does. */
function whyNot(first: Obstacle | undefined, one: Asking, wanted: OpenMeeting, later: (offer: Offer) => string) {
  const offer = offerOf(wanted, one.asked.sort);
  const day = formatDay(wanted.sitting.day);
  if (!offer) return say('ask', 'meetingGone');
  if (first === 'too-late') return later(offer);
  if (first === 'too-long') return tooLong(one.said.text, offer);
  if (first === 'too-many-of-person') return say('ask', 'tooManyOfYours', { count: offer.rules.mostPerPerson, day });
  if (first === 'too-many-of-meeting')
    return say('ask', 'tooManyOfMeeting', { count: offer.rules.mostPerMeeting ?? 0, day });
  return null;
}

/** undefined when the body takes nothing any more. */
export async function standingOf(request: AskRequest, one: Asking, meetingId: string): Promise<Standing | undefined> {
  const takes = await whatBodyTakes(request.services.register, one.asked.bodyId, request.today);
  if (!takes) return undefined;
  const judged = await Promise.all(
    takes.meetings.map(async (meeting) => ({ meeting, found: await obstacles(request, one, meeting) })),
  );
  const wanted = judged.find(({ meeting }) => meeting.sitting.id === meetingId);
  return {
    takes,
    wanted: wanted?.meeting,
    why: wanted
      ? whyNot(wanted.found[0], one, wanted.meeting, (offer) =>
          tooLate(wanted.meeting, offer, takes, countsFrom(one.sentAt, request.now)),
        )
      : say('ask', 'meetingGone'),
    free: judged.filter(({ found }) => found.length === 0).map(({ meeting }) => meeting),
  };
}
