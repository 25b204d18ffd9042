import type { RefusalReason } from '../../../shared/domain/questions/question-rules.ts';
import { type Submission, submissionTransitions } from '../../../shared/domain/questions/submission.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { NotFound } from '../../../shared/store/errors.ts';
import { find, type Versioned } from '../../../shared/store/record-kind.ts';
import { submissions } from '../../../shared/store/submissions.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { type Faults, faultless, typedIn } from '../typed-form.ts';
import { around, factsOf, inTimeOf, statusOf, sumOf } from './question-view.ts';

/** The one of the address. What the public puts is nobody's business but its deciders': to others it is not there. */
export async function questionOf(request: WebRequest): Promise<Versioned<Submission>> {
  request.signedIn();
  const found = await find(request.services.register, submissions, request.params['id'] ?? '');
  if (!found || !request.may('question.see', { bodyId: found.record.bodyId })) throw new NotFound('question');
  return found;
}

const reasonItems = (chosen: string, reasons: readonly RefusalReason[]) => [
  { value: '', text: say('questions', 'refuseChoose') },
  ...reasons.map((value) => ({ value, text: say('questions', `reason-${value}`), selected: value === chosen })),
];

/** The page of one, with its forms; `faults` when one of them could not be taken. */
export async function showQuestion(
  request: WebRequest,
  { record, version }: Versioned<Submission>,
  faults: Faults = faultless,
): Promise<WebAnswer> {
  const about = await around(request, record);
  const { body } = about.context;
  const mayDecide = request.may('question.decide', { bodyId: body.id });
  const possible = submissionTransitions[record.state];
  const inTime = inTimeOf(record, about);
  const wrong = faults.list.length > 0;
  const typed = wrong ? typedIn(request.form) : {};
  const title = say('questions', 'oneTitle', { sort: say('questions', `sort-${record.sort}`), body: body.name });
  const html = render('questions/question.njk', {
    frame: request.frame(title, {
      breadcrumbs: [{ text: say('questions', 'title'), href: paths.questions() }],
      ...(wrong ? { errors: faults.list } : {}),
    }),
    title,
    statuses: [statusOf(record), ...(inTime ? [inTime] : [])],
    text: about.said?.text ?? null,
    facts: factsOf(record, about, mayDecide),
    sum: sumOf(record, about),
    may: {
      admit: mayDecide && possible.admit !== undefined,
      refuse: mayDecide && possible.refuse !== undefined,
      reply: mayDecide && possible.answer !== undefined,
      withdraw: mayDecide && possible.withdraw !== undefined,
    },
    replied: record.reply?.text ?? '',
    reasons: reasonItems(typed['reason'] ?? '', about.reasons),
    typed,
    errors: faults.of,
    action: paths.question(record.id),
    commandId: request.services.newId(),
    version: wrong ? request.form.get('version') : version,
  });
  return { html, status: wrong ? 422 : 200 };
}

export async function questionPage(request: WebRequest): Promise<WebAnswer> {
  return showQuestion(request, await questionOf(request));
}
