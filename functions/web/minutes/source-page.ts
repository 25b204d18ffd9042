import type { Body } from '../../../shared/domain/bodies/body.ts';
import { newReading } from '../../../shared/minutes/new-reading.ts';
import { readMinutes } from '../../../shared/minutes/read-minutes.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { meetingsOf } from '../../../shared/store/meetings.ts';
import { beginReading } from '../../../shared/store/reading-acts.ts';
import { readings } from '../../../shared/store/readings.ts';
import { find } from '../../../shared/store/record-kind.ts';
import { fieldsOfDay } from '../day-fields.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { meetingFields } from './meeting-fields.ts';
import { someOwnBodies } from './own-bodies.ts';
import { type FieldError, type TypedSource, typedSource, whichMeeting } from './source-form.ts';
import { sourceText } from './source-text.ts';

function page(
  request: WebRequest,
  bodies: readonly Body[],
  typed: TypedSource,
  errors: readonly FieldError[],
): WebAnswer {
  const links = errors.map(({ field, text }) => ({ text, href: `#${field}` }));
  const html = render('minutes/source.njk', {
    frame: request.frame(say('minutes', 'sourceTitle'), {
      errors: links,
      breadcrumbs: [{ text: say('minutes', 'listTitle'), href: paths.minutes() }],
    }),
    commandId: request.services.newId(),
    action: paths.readMinutes(),
    fields: meetingFields(typed, bodies, errors),
    typed,
    wrong: Object.fromEntries(errors.map(({ field, text }) => [field, { text }])),
    typeHref: paths.typeMinute(),
  });
  return { html, status: errors.length === 0 ? 200 : 422 };
}

/** A text that was begun with the wrong body or day, to be read again; nothing for one that is not theirs. */
async function begunBefore(request: WebRequest): Promise<TypedSource | null> {
  const id = request.query.get('again');
  const was = id === '' ? undefined : await find(request.services.register, readings, id);
  if (!was || !request.may('minutes.read-in', { bodyId: was.record.bodyId })) return null;
  const { reading, bodyId, meetingDay, minutesStatus, toBePublished } = was.record;
  const publish = toBePublished ? 'yes' : 'no';
  return { text: reading.source, body: bodyId, day: fieldsOfDay(meetingDay), status: minutesStatus, publish };
}

/** Where a text is pasted or a file chosen, and the meeting is said. */
export async function sourcePage(request: WebRequest): Promise<WebAnswer> {
  const [bodies, before] = await Promise.all([someOwnBodies(request), begunBefore(request)]);
  const only = bodies.length === 1 ? (bodies[0]?.id ?? '') : '';
  const body = request.query.get('body') || only;
  const empty = { text: '', body, day: fieldsOfDay(null), status: '', publish: '' };
  return page(request, bodies, before ?? empty, []);
}

/** Reads the text. What was typed is kept whatever is wrong with it. */
export async function sourcePost(request: WebRequest): Promise<WebAnswer> {
  const bodies = await someOwnBodies(request);
  const typed = typedSource(request);
  const source = sourceText(
    typed.text,
    request.files.find(({ field }) => field === 'file'),
  );
  const said = whichMeeting(typed, bodies, request.today);
  if (source.sort === 'refused' || 'errors' in said) {
    const wrongText = source.sort === 'refused' ? [{ field: source.field, text: source.sentence }] : [];
    return page(request, bodies, typed, [...wrongText, ...('errors' in said ? said.errors : [])]);
  }
  const { register, newId } = request.services;
  const meetings = (await meetingsOf(register, said.body.id)).map(({ record }) => record);
  const reading = readMinutes(source.text, { meetingDate: said.which.meetingDay, body: said.body.name });
  const text = newReading(
    {
      ...said.which,
      id: newId(),
      source: source.fileName === null ? 'pasted' : 'file',
      fileName: source.fileName,
      readBy: request.signedIn().person.id,
      readOn: request.today,
      reading,
    },
    meetings,
  );
  const { outcome } = await beginReading(register, request.command(), text);
  return { redirect: paths.reading(String(outcome['id'])) };
}
