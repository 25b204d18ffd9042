import { londonInstant } from '../../../shared/domain/calendar/day.ts';
import { countWords } from '../../../shared/domain/questions/count-words.ts';
import { questionRulesOn } from '../../../shared/domain/questions/question-rules.ts';
import { forgetOn, type Said, type Submission } from '../../../shared/domain/questions/submission.ts';
import { keepSaid } from '../../../shared/store/submissions.ts';
import { bodies } from './bodies.ts';
import type { Told } from './demonstration-story.ts';
import { meetingId } from './meetings.ts';

const meetingDay = '2019-04-25';
const id = 'question-hosb-2019-04-09';

const asked: Said = {
  name: 'Iris Firecrest',
  email: 'iris.firecrest@kilnlane.example',
  connection: 'I live in Kiln Lane ward',
  text: 'The walk-in centre at Kiln Lane has been shut at weekends since February. When will it open at weekends again, and where should people go until then?',
  publishName: true,
};

const hosb = bodies.find((body) => body.id === 'hosb');
const monthsKept = (hosb && questionRulesOn([], hosb, meetingDay)?.monthsKept) ?? 12;
const goes = forgetOn(meetingDay, monthsKept);

const kept = keepSaid(id, asked, { secret: 'the-demonstration-sends-no-link', forgetOn: goes, salt: 'demonstration' });

const question: Submission = {
  id,
  sort: 'question',
  bodyId: 'hosb',
  meetingId: meetingId('hosb', meetingDay),
  signatures: null,
  meetingDay,
  sentAt: londonInstant('2019-04-09', '10:20'),
  confirmedAt: londonInstant('2019-04-09', '10:41'),
  countsFrom: londonInstant('2019-04-09', '10:20'),
  words: countWords(asked.text),
  saidDigest: kept.digest,
  publishName: asked.publishName,
  state: 'received',
  decision: null,
  reply: null,
  forgetOn: goes,
  forgotten: false,
};

/** The one question for the Board of 25 April: received on 9 April, in time, and not yet admitted. */
export const questionSteps: readonly Told<'submission', Submission>[] = [
  {
    at: question.confirmedAt,
    actor: { sort: 'system', part: 'public form' },
    event: 'received from the public',
    reason: null,
    type: 'submission',
    record: question,
  },
];

/** What the asker wrote, which lies beside the record. */
export const saidBeside = new Map([[id, kept.writes]]);
