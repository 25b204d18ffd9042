import { findsOf } from '../../../shared/minutes/kept-finds.ts';
import { formatMoment } from '../../../shared/pages/day-words.ts';
import { sideBySide } from '../../../shared/pages/differences.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { historyOf } from '../../../shared/store/history.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { labelOf } from './field-labels.ts';
import { findView } from './find-view.ts';
import type { ReadingContext } from './reading-context.ts';
import { type Values, valuesOf } from './reading-values.ts';

const unsent = ['csrf', 'commandId', 'version'];

/** What a chosen value is called on the page; anything typed is said as it was typed. */
function wordsOfChoices(context: ReadingContext, values: Values): (field: string, value: string) => string {
  const { record } = context.was;
  const filled = { values, errors: new Map<string, string>() };
  const views = findsOf(record).map((find, index) => findView({ find, number: index + 1 }, record, filled, context));
  const fields = views.flatMap(({ keep, correct, promise }) => [
    keep,
    ...(correct?.fields ?? []),
    ...(promise ? [...promise.fields, promise.due, ...(promise.late ?? [])] : []),
  ]);
  const items = new Map(fields.map(({ name, items: choices }) => [name, choices]));
  return (field, value) => items.get(field)?.find((item) => item.value === value)?.text ?? value;
}

/** Somebody saved first: both versions side by side, what was typed kept, nothing chosen for anybody. */
export async function conflictPage(request: WebRequest, context: ReadingContext, yours: Values): Promise<WebAnswer> {
  const { was, people } = context;
  const { record, version } = was;
  const theirs = valuesOf(record);
  const last = (await historyOf(request.services.register, 'reading', record.id)).at(-1)?.envelope;
  const actor = last?.actor;
  const name = actor?.sort === 'person' ? people.find(({ id }) => id === actor.personId)?.name : undefined;
  const differ = Object.keys(theirs).filter((field) => theirs[field] !== (yours[field] ?? ''));
  const who = name ?? say('minutes', 'somebodyElse');
  const fields = request.form.names().filter((field) => !unsent.includes(field) && !field.startsWith('choose-'));
  const inWords = wordsOfChoices(context, theirs);
  const conflict = {
    who,
    what: say('minutes', 'conflictWhat'),
    when: last ? formatMoment(last.at) : '',
    action: paths.reading(record.id),
    leaveHref: paths.reading(record.id),
    commandId: request.services.newId(),
    version,
    rows: differ.map((field) => ({
      name: field,
      label: labelOf(field, record),
      ...sideBySide(inWords(field, theirs[field] ?? ''), inWords(field, yours[field] ?? '')),
    })),
    kept: fields.map((field) => ({ name: field, value: request.form.get(field) })),
  };
  const html = render('errors/conflict.njk', { frame: request.frame(say('errors', 'conflictTitle')), conflict });
  return { status: 409, html };
}
