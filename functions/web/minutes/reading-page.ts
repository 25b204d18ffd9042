import { findsOf, keptOf } from '../../../shared/minutes/kept-finds.ts';
import { markedText, type Stretch } from '../../../shared/minutes/marked-text.ts';
import type { ReadingRecord } from '../../../shared/minutes/reading-record.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { VersionConflict } from '../../../shared/store/errors.ts';
import { saveReading } from '../../../shared/store/reading-acts.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { conflictPage } from './conflict-page.ts';
import { textField } from './field-view.ts';
import { batchAsked, batchButtons, type FindBatch, findHref, numberOfField } from './find-batch.ts';
import { findView } from './find-view.ts';
import { progressPage } from './progress-page.ts';
import { answersFrom, missingAnswers } from './reading-answers.ts';
import { lateIn, type ReadingContext, readingContext } from './reading-context.ts';
import { readingSteps } from './reading-steps.ts';
import { typedOver, type Values, valuesOf } from './reading-values.ts';
import type { FieldError } from './source-form.ts';

type Shown = { record: ReadingRecord; values: Values; errors: readonly FieldError[] };

const countOf = (record: ReadingRecord, confidence: 'certain' | 'likely' | 'check'): number =>
  record.reading.finds.filter((find) => find.confidence === confidence).length;

const statusesOf = (record: ReadingRecord) =>
  [
    { kind: 'done', text: say('minutes', 'countCertain', { count: countOf(record, 'certain') }) },
    { kind: 'wait', text: say('minutes', 'countLikely', { count: countOf(record, 'likely') }) },
    { kind: 'due', text: say('minutes', 'countCheck', { count: countOf(record, 'check') }) },
  ].filter(({ text }) => !text.startsWith('0 '));

/** Names in the text that nobody was matched with: they stay words. */
function namesNotMatched(record: ReadingRecord): string[] {
  const people = [...keptOf(record, 'presenter'), ...keptOf(record, 'attendee')];
  const owners = keptOf(record, 'promise').flatMap(({ owner }) => (owner === null ? [] : [owner]));
  const names = people.filter(({ id }) => record.matched[id] === undefined).map(({ name }) => name);
  return [...new Set([...names, ...owners])];
}

// Pages printed to text leave many empty lines; one is enough to read by. The source itself is kept as it was read.
const withoutGaps = (stretch: Stretch): Stretch => ({
  ...stretch,
  text: stretch.text.replace(/\n(?:[ \t]*\n){2,}/g, '\n\n'),
});

const stretchesOf = (record: ReadingRecord, batch: FindBatch) => {
  const { source, finds, leftOut } = record.reading;
  return markedText(source, finds, leftOut)
    .map(withoutGaps)
    .map((stretch) => ({
      ...stretch,
      begins: stretch.begins.map((begin) => ({
        ...begin,
        href: findHref(record, batch, begin.number, `find-${begin.number}`),
      })),
    }));
};

function editor(request: WebRequest, context: ReadingContext, { record, values, errors }: Shown): WebAnswer {
  const { was, body } = context;
  const finds = findsOf(record);
  const filled = { values, errors: new Map(errors.map(({ field, text }) => [field, text])) };
  const title = say('minutes', 'readingTitle');
  const batch = batchAsked(request, record);
  const toField = (field: string): string => findHref(record, batch, numberOfField(record, field), field);
  const html = render('minutes/reading.njk', {
    frame: request.frame(title, {
      errors: errors.map(({ field, text }) => ({ text, href: toField(field) })),
      breadcrumbs: [{ text: say('minutes', 'listTitle'), href: paths.minutes() }],
    }),
    caption: { body: body.name, day: record.meetingDay },
    steps: readingSteps('reading', record.id),
    statuses: statusesOf(record),
    commandId: request.services.newId(),
    version: was.version,
    action: paths.reading(record.id),
    abandonAction: paths.abandonReading(record.id),
    otherMeetingHref: record.source === 'typed' ? null : paths.readAgain(record.id),
    letters: record.reading.source.length.toLocaleString('en-GB'),
    stretches: stretchesOf(record, batch),
    findCount: finds.length,
    batch,
    finds: finds
      .map((find, index) => ({ find, number: index + 1 }))
      .slice(batch.first - 1, batch.last)
      .map((one) => findView(one, record, filled, context)),
    ownTitle:
      keptOf(record, 'item').length === 0
        ? textField(filled, 'own-title', { label: say('minutes', 'ownTitle'), hint: say('minutes', 'ownTitleHint') })
        : null,
    buttons: [
      { value: 'check', text: say('minutes', 'checkButton') },
      ...batchButtons(batch, record),
      { value: 'stay', text: say('minutes', 'stayButton') },
      { value: 'later', text: say('minutes', 'laterButton') },
    ],
    notFound: record.reading.notFound,
    leftOut: record.reading.leftOut,
    names: namesNotMatched(record),
  });
  return { html, status: errors.length === 0 ? 200 : 422 };
}

/** The text beside what was found in it; once accepted, how far entering it has come. */
export async function readingPage(request: WebRequest): Promise<WebAnswer> {
  const context = await readingContext(request);
  const { record } = context.was;
  if (record.state !== 'checking') return progressPage(request, context);
  return editor(request, context, { record, values: valuesOf(record), errors: [] });
}

/** Saves the answers. Nothing typed is lost: what is wrong is said beside its field, what somebody else saved beside yours. */
export async function readingPost(request: WebRequest): Promise<WebAnswer> {
  const context = await readingContext(request);
  const { was } = context;
  if (was.record.state !== 'checking') return { redirect: paths.reading(was.record.id) };
  const values = typedOver(was.record, request.form);
  const { record, errors } = answersFrom(was.record, values, context);
  const version = Number(request.form.get('version'));
  if (errors.length > 0)
    return version === was.version
      ? editor(request, context, { record, values, errors })
      : conflictPage(request, context, values);
  // The version is judged with the command: the same form sent again, its answer lost, is no conflict with oneself.
  const saved = saveReading(request.services.register, { ...request.command(), version }, record);
  const moved = await saved.then(
    () => false,
    (fault: unknown) => {
      if (fault instanceof VersionConflict) return true;
      throw fault;
    },
  );
  if (moved) return conflictPage(request, await readingContext(request), values);
  return afterSaving(request, record);
}

/** Where the button leads. What is still missing before going on is asked for, with everything else saved. */
async function afterSaving(request: WebRequest, { id }: ReadingRecord): Promise<WebAnswer> {
  const next = request.form.get('next');
  if (next === 'check') {
    const context = await readingContext(request);
    const { record } = context.was;
    const missing = missingAnswers(record, context, lateIn(context));
    if (missing.length > 0) return editor(request, context, { record, values: valuesOf(record), errors: missing });
    return { redirect: paths.checkReading(id) };
  }
  const flash = say('minutes', 'saved');
  if (next.startsWith('from-'))
    return { redirect: `${paths.reading(id)}?from=${Number(next.slice('from-'.length))}`, flash };
  return { redirect: next === 'stay' ? paths.reading(id) : paths.minutes(), flash };
}
