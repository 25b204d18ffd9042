import { needsRecord, type RecordAnswers, type RecordQuestion } from '../../../shared/domain/decisions/needs-record.ts';
import { render } from '../../../shared/pages/render.ts';
import { say, sayPath } from '../../../shared/pages/say.ts';
import { paths } from '../paths.ts';
import type { Fields, WebAnswer, WebRequest } from '../route.ts';
import { faultless, faultsOf } from '../typed-form.ts';

const answersTo = {
  onBehalfOf: ['executive', 'council'],
  delegated: ['yes', 'no'],
  recordedElsewhere: ['yes', 'no'],
  authorisation: ['specific', 'general'],
  effect: ['permission', 'rights', 'contract', 'none'],
} as const satisfies Record<RecordQuestion, readonly string[]>;

const questions: readonly RecordQuestion[] = [
  'onBehalfOf',
  'delegated',
  'recordedElsewhere',
  'authorisation',
  'effect',
];

function oneOf<T extends string>(from: Fields, name: string, values: readonly T[]): T | null {
  return values.find((value) => value === from.get(name)) ?? null;
}

const yesOrNo = (from: Fields, name: 'delegated' | 'recordedElsewhere'): boolean | null => {
  const answer = oneOf(from, name, answersTo[name]);
  return answer === null ? null : answer === 'yes';
};

const answersIn = (from: Fields): RecordAnswers => ({
  onBehalfOf: oneOf(from, 'onBehalfOf', answersTo.onBehalfOf),
  delegated: yesOrNo(from, 'delegated'),
  recordedElsewhere: yesOrNo(from, 'recordedElsewhere'),
  authorisation: oneOf(from, 'authorisation', answersTo.authorisation),
  effect: oneOf(from, 'effect', answersTo.effect),
});

const words = (key: string): string => sayPath(`needsRecord.${key}`);

/** What was asked and answered so far: shown, and carried along in the address. */
function answered(from: Fields, next: RecordQuestion | null) {
  const before = next === null ? questions : questions.slice(0, questions.indexOf(next));
  return before.flatMap((name) => {
    const value = oneOf<string>(from, name, answersTo[name]);
    return value === null ? [] : [{ name, value, term: words(`ask-${name}`), text: words(`${name}-${value}`) }];
  });
}

/** Asks an officer, one question at a time, whether a decision must be recorded, and answers with the reason. */
export async function needsRecordPage(request: WebRequest): Promise<WebAnswer> {
  const { query } = request;
  const verdict = needsRecord(answersIn(query));
  const ask = 'ask' in verdict ? verdict.ask : null;
  // The button was pressed, and the question it stood under is still open.
  const unchosen = ask !== null && query.get('asked') === ask;
  const faults = unchosen ? faultsOf([{ field: ask, text: say('needsRecord', 'needChoice') }]) : faultless;
  const html = render('decisions/needs-record.njk', {
    frame: request.frame(say('needsRecord', 'title'), {
      breadcrumbs: [{ text: say('decisions', 'title'), href: paths.decisionRecords() }],
      errors: faults.list,
    }),
    answers: answered(query, ask),
    question: ask && {
      name: ask,
      text: words(`ask-${ask}`),
      hint: ask === 'recordedElsewhere' ? say('needsRecord', 'hint-recordedElsewhere') : null,
      items: answersTo[ask].map((value) => ({ value, text: words(`${ask}-${value}`) })),
      error: faults.of[ask] ?? null,
    },
    verdict: 'ask' in verdict ? null : { needed: verdict.needed, why: words(`why-${verdict.why}`) },
    action: paths.needsRecord(),
    recordHref: request.may('decision.record', { ownerIds: [request.signedIn().person.id] })
      ? paths.newDecision('officer')
      : null,
  });
  return { html, status: unchosen ? 422 : 200 };
}
