import { formatDate, formatDay, formatDayShort } from '../../../shared/domain/calendar/day-words.ts';
import { isInTime, type SubmissionDeadline, submissionDeadline } from '../../../shared/domain/questions/deadline.ts';
import {
  questionRulesOn,
  type RefusalReason,
  type SortRules,
} from '../../../shared/domain/questions/question-rules.ts';
import type { Said, Submission } from '../../../shared/domain/questions/submission.ts';
import { formatMoment, formatTime } from '../../../shared/pages/day-words.ts';
import { say } from '../../../shared/pages/say.ts';
import { type BodyContext, bodyContext } from '../../../shared/store/body-context.ts';
import { people } from '../../../shared/store/people.ts';
import { questionRulesOf } from '../../../shared/store/question-rules.ts';
import { getMany } from '../../../shared/store/record-kind.ts';
import { saidOf } from '../../../shared/store/submissions.ts';
import type { WebRequest } from '../route.ts';

const kinds = { received: 'due', admitted: 'open', refused: 'stop', answered: 'done', withdrawn: 'nodate' } as const;

/** Where one stands, with its word. */
export function statusOf({ state }: Pick<Submission, 'state'>) {
  return { kind: kinds[state], text: say('questions', `state-${state}`) };
}

/** One submission with what stands around it. */
export type Around = {
  readonly context: BodyContext;
  readonly said: Said | undefined;
  readonly rules: SortRules | null;
  readonly sourceOfRule: string;
  readonly reasons: readonly RefusalReason[];
  readonly deadline: SubmissionDeadline | null;
  readonly names: ReadonlyMap<string, string>;
};

/** Reads what stands around it: its body, the rules and the calendar of its meeting's day, and what the asker wrote. */
export async function around(request: WebRequest, one: Submission): Promise<Around> {
  const { register } = request.services;
  const deciders = [one.decision?.by, one.reply?.by].flatMap((id) => id ?? []);
  const [context, said, dated, found] = await Promise.all([
    bodyContext(register, one.bodyId, request.today),
    saidOf(register.table, one.id),
    questionRulesOf(register, one.bodyId),
    getMany(register, people, deciders),
  ]);
  const inForce = questionRulesOn(
    dated.map(({ record }) => record),
    context.body,
    one.meetingDay,
  );
  const rules = inForce?.[one.sort] ?? null;
  const deadline = rules && submissionDeadline({ day: one.meetingDay }, rules, context.calendar);
  const names = new Map(found.map(({ record }) => [record.id, record.name]));
  return {
    context,
    said,
    rules,
    sourceOfRule: inForce?.sourceOfRule ?? '',
    reasons: inForce?.reasons ?? [],
    deadline,
    names,
  };
}

/** Did it come in time, by the rules of its meeting's day? */
export function inTimeOf(one: Submission, { deadline }: Pick<Around, 'deadline'>) {
  if (deadline === null) return null;
  return isInTime(one.countsFrom, deadline)
    ? { kind: 'done', text: say('questions', 'inTime') }
    : { kind: 'late', text: say('questions', 'late') };
}

/** How the last moment was reached. */
export function sumOf(one: Submission, { deadline, rules, sourceOfRule }: Around) {
  if (!deadline || !rules) return null;
  const counted = deadline.sum.filter(({ number, part }) => number !== null || part === 'start').map(({ day }) => day);
  return {
    title: say('questions', 'sumTitle'),
    rows: [
      { term: say('questions', 'sumRule'), text: sourceOfRule },
      { term: say('questions', 'sumMeeting'), text: formatDay(one.meetingDay) },
      {
        term: say('questions', 'sumDays', { count: rules.workingDaysBefore }),
        text: counted.toReversed().map(formatDayShort).join(', ') || say('questions', 'sumNone'),
      },
      {
        term: say('questions', 'sumLast'),
        text: say('questions', 'sumLastIs', { time: formatTime(deadline.time), day: formatDay(deadline.day) }),
      },
      { term: say('questions', 'sumSent'), text: formatMoment(one.countsFrom), total: true },
    ],
  };
}

const signaturesOf = ({ signatures }: Submission, rules: SortRules | null): string => {
  const count = String(signatures ?? '');
  const most = rules?.signaturesThatMatter ?? null;
  return most === null
    ? say('questions', 'signaturesPlain', { count })
    : say('questions', 'signaturesMatter', { count, most });
};

function decidedFacts({ decision, reply }: Submission, names: ReadonlyMap<string, string>) {
  const reason = decision?.reason ? say('questions', `reason-${decision.reason}`) : '';
  return [
    ...(decision
      ? [
          {
            term: say('questions', 'factDecision'),
            text: say('questions', 'decidedBy', {
              name: names.get(decision.by) ?? '',
              day: formatDate(decision.on),
              reason,
            }),
            ...(decision.why ? { note: decision.why } : {}),
          },
        ]
      : []),
    ...(reply
      ? [
          {
            term: say('questions', 'factReply'),
            text: reply.text,
            note: say('questions', 'repliedBy', { name: names.get(reply.by) ?? '', day: formatDate(reply.on) }),
          },
        ]
      : []),
  ];
}

/** The facts of one; who wrote it only for those who decide, and their address for nobody else. */
export function factsOf(one: Submission, { said, rules, names }: Around, maySeeWho: boolean) {
  const who =
    said && maySeeWho
      ? [
          {
            term: say('questions', 'factName'),
            text: say('questions', one.publishName ? 'nameShown' : 'nameHidden', { name: said.name }),
          },
          { term: say('questions', 'factConnection'), text: said.connection },
          { term: say('questions', 'factAddress'), text: said.email, href: `mailto:${said.email}` },
        ]
      : [];
  return [
    { term: say('questions', 'factMeeting'), text: formatDay(one.meetingDay) },
    { term: say('questions', 'factCounts'), text: formatMoment(one.countsFrom) },
    { term: say('questions', 'factConfirmed'), text: formatMoment(one.confirmedAt) },
    ...(rules
      ? [
          {
            term: say('questions', 'factLength'),
            text: say('questions', 'lengthOf', { words: one.words, most: rules.mostWords }),
          },
          { term: say('questions', 'factMinutes'), text: say('questions', 'minutes', { count: rules.minutes }) },
        ]
      : []),
    ...(one.signatures === null ? [] : [{ term: say('questions', 'factSignatures'), text: signaturesOf(one, rules) }]),
    ...who,
    ...decidedFacts(one, names),
    { term: say('questions', 'factForget'), text: formatDay(one.forgetOn) },
  ];
}

/** The beginning of what was asked, for a list. */
export function beginningOf(words: Said | undefined): string {
  if (words === undefined) return say('questions', 'forget');
  return words.text.length > 140 ? `${words.text.slice(0, 140)}…` : words.text;
}
