import '../../shared/pages/words/ask.ts';
import { formatDate, formatDay } from '../../shared/domain/calendar/day-words.ts';
import type { Said, Submission, SubmissionState } from '../../shared/domain/questions/submission.ts';
import { say } from '../../shared/pages/say.ts';
import { bodies } from '../../shared/store/bodies.ts';
import { find } from '../../shared/store/record-kind.ts';
import { saidOf, submissions } from '../../shared/store/submissions.ts';
import type { NoticeKind } from './notice-kind.ts';

type Told = Extract<SubmissionState, 'admitted' | 'refused' | 'answered'>;

const sorts = { question: 'question', petition: 'petition', deputation: 'request to speak' } as const;

/** The most of a reply or reason that a message carries; the rest is with whoever sent it. */
const MOST = 900;
const short = (text: string): string => (text.length > MOST ? `${text.slice(0, MOST)}…` : text);

function wordsFor(which: Told, { sort, meetingDay, decision, reply }: Submission, body: string) {
  const day = formatDay(meetingDay);
  const yours = sorts[sort];
  if (which === 'admitted')
    return {
      subject: `Your ${yours} will be put to the ${body}`,
      status: 'It will be put',
      sentence: `your ${yours} will be put to the ${body} on ${day}.`,
      quoted: null,
    };
  if (which === 'answered')
    return {
      subject: `The reply to your ${yours} to the ${body}`,
      status: 'Answered',
      sentence: `this is the reply to your ${yours} to the ${body}.`,
      quoted: reply && { words: short(reply.text), source: `The ${body}, ${formatDate(reply.on)}` },
    };
  const reason = decision?.reason ? ` ${say('ask', `reason-${decision.reason}`)}` : '';
  return {
    subject: `Your ${yours} to the ${body} will not be put`,
    status: 'It will not be put',
    sentence: `your ${yours} will not be put to the ${body} on ${day}.${reason}`,
    quoted: decision?.why ? { words: short(decision.why), source: `The ${body}, ${formatDate(decision.on)}` } : null,
  };
}

const holds = ({ state, forgotten }: Submission, which: Told): boolean => state === which && !forgotten;

function noticeOf(which: Told, record: Submission, words: Said, body: { name: string; contact: string }) {
  const { subject, status, sentence, quoted } = wordsFor(which, record, body.name);
  return {
    accessClass: 'public' as const,
    bodyName: body.name,
    day: record.meetingDay,
    subject,
    status,
    tone: 'plain' as const,
    title: subject,
    sentence,
    quotation: quoted,
    rows: [
      { name: 'You wrote', value: words.text.length > 300 ? `${words.text.slice(0, 300)}…` : words.text },
      { name: 'Meeting', value: formatDay(record.meetingDay) },
    ],
    link: { label: `The meetings of the ${body.name}`, path: body.contact },
    why: `You get this because you put a ${sorts[record.sort]} to the ${body.name} and confirmed this address.`,
  };
}

/** Tells the asker what became of it: only while it is so, and only while what they wrote is kept. */
function told(which: Told): NoticeKind {
  return async ({ recordId, person }, { register }) => {
    if (person !== null) return null;
    const [found, words] = await Promise.all([find(register, submissions, recordId), saidOf(register.table, recordId)]);
    if (!found || !words || !holds(found.record, which)) return null;
    const body = await find(register, bodies, found.record.bodyId);
    if (!body) return null;
    const { id, name } = body.record;
    return {
      bodyId: id,
      to: { name: words.name, email: words.email },
      notice: noticeOf(which, found.record, words, { name, contact: `/committees/${id}` }),
    };
  };
}

/** What became of a question, petition or deputation, as its asker is told. */
export const submissionAdmitted = told('admitted');
export const submissionRefused = told('refused');
export const submissionAnswered = told('answered');
