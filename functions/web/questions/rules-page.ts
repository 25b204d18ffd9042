import '../../../shared/pages/words/procedure.ts';
import type { Body } from '../../../shared/domain/bodies/body.ts';
import { formatDate } from '../../../shared/domain/calendar/day-words.ts';
import {
  type QuestionRules,
  questionPresets,
  questionRulesOn,
  refusalReasons,
  sortsTaken,
} from '../../../shared/domain/questions/question-rules.ts';
import { formatTime } from '../../../shared/pages/day-words.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { bodies } from '../../../shared/store/bodies.ts';
import { questionRulesOf, saveQuestionRules } from '../../../shared/store/question-rules.ts';
import { get } from '../../../shared/store/record-kind.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { type Faults, faultless, faultsOf, typedIn, versionIn, type Wrong } from '../typed-form.ts';
import { readRules, sortFields, typedOfRules } from './rules-fields.ts';

type Found = { readonly body: Body; readonly dated: readonly QuestionRules[]; readonly now: QuestionRules | null };

async function rulesOf(request: WebRequest): Promise<Found> {
  request.require('procedure.manage');
  const { register } = request.services;
  const { record: body } = await get(register, bodies, request.params['bodyId'] ?? '');
  const dated = (await questionRulesOf(register, body.id)).map(({ record }) => record);
  return { body, dated, now: questionRulesOn(dated, body, request.today) };
}

/** What the form begins with where a body takes nothing: nothing, with the numbers that councils use. */
const usual = ({ id, firstDay }: Body): QuestionRules | null => {
  const preset = questionPresets.committee;
  const none = { question: null, petition: null, deputation: null };
  return preset && { ...preset, ...none, id: 'none', bodyId: id, from: firstDay, to: null };
};

const rowsOf = (rules: QuestionRules) =>
  sortsTaken(rules).flatMap((sort) => {
    const own = rules[sort];
    if (own === null) return [];
    const when = say('questions', 'rulesWhen', { count: own.workingDaysBefore, time: formatTime(own.time) });
    return [
      [
        say('questions', `sort-${sort}`),
        when,
        String(own.mostWords),
        String(own.mostPerPerson),
        own.mostPerMeeting === null ? say('questions', 'rulesNoLimit') : String(own.mostPerMeeting),
        String(own.minutes),
      ],
    ];
  });

function page(request: WebRequest, { body, dated, now }: Found, faults: Faults = faultless): WebAnswer {
  const shown = now ?? usual(body);
  const wrong = faults.list.length > 0;
  const typed = wrong ? typedIn(request.form) : shown ? typedOfRules(shown) : {};
  const chosen: readonly string[] = wrong ? request.form.all('reasons') : (shown?.reasons ?? []);
  const title = say('questions', 'rulesTitle', { body: body.name });
  const html = render('questions/rules.njk', {
    frame: request.frame(title, {
      breadcrumbs: [
        { text: say('procedure', 'bodiesTitle'), href: paths.adminBodies() },
        { text: body.name, href: paths.adminBody(body.id) },
      ],
      ...(wrong ? { errors: faults.list } : {}),
    }),
    title,
    now: now && { rows: rowsOf(now), source: now.sourceOfRule, months: now.monthsKept },
    dated: dated.map(({ from, to }) => ({
      from: formatDate(from),
      to: to === null ? '' : formatDate(to),
    })),
    sorts: sortFields(typed, faults.of),
    reasons: refusalReasons.map((value) => ({
      value,
      text: say('questions', `reason-${value}`),
      checked: chosen.includes(value),
    })),
    typed,
    errors: faults.of,
    action: paths.questionRules(body.id),
    commandId: request.services.newId(),
    version: wrong ? request.form.get('version') : dated.length,
  });
  return { html, status: wrong ? 422 : 200 };
}

/** What a body takes from the public, and the form that gives it new rules from a day on. */
export async function rulesPage(request: WebRequest): Promise<WebAnswer> {
  return page(request, await rulesOf(request));
}

const isWrong = (read: QuestionRules | readonly Wrong[]): read is readonly Wrong[] => Array.isArray(read);

/** New rules from a day on; the ones before get their last day. */
export async function rulesPost(request: WebRequest): Promise<WebAnswer> {
  const found = await rulesOf(request);
  const { id } = found.body;
  const command = { ...request.command(), version: versionIn(request.form) };
  const read = readRules(request.form, { id: command.commandId, bodyId: id, today: request.today });
  if (isWrong(read)) return page(request, found, faultsOf(read, ['from']));
  const last = found.dated.at(-1);
  if (last && last.from >= read.from) {
    const text = say('questions', 'rulesBefore', { day: formatDate(last.from) });
    return page(request, found, faultsOf([{ field: 'from', text }], ['from']));
  }
  await saveQuestionRules(request.services.register, command, read);
  return { redirect: paths.questionRules(id), flash: say('questions', 'rulesSaved', { day: formatDate(read.from) }) };
}
