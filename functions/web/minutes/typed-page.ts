import type { Body } from '../../../shared/domain/bodies/body.ts';
import { newReading } from '../../../shared/minutes/new-reading.ts';
import { readingOfTyped } from '../../../shared/minutes/typed-minute.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { meetingsOf } from '../../../shared/store/meetings.ts';
import { beginReading } from '../../../shared/store/reading-acts.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { meetingFields } from './meeting-fields.ts';
import { someOwnBodies } from './own-bodies.ts';
import { type FieldError, type TypedSource, typedSource, whichMeeting } from './source-form.ts';
import { minuteFields, rowFields, type TypedFields, typedFields, typedMinute, withMoreRows } from './typed-form.ts';

type Shown = { bodies: readonly Body[]; which: TypedSource; typed: TypedFields; errors: readonly FieldError[] };

function page(request: WebRequest, { bodies, which, typed, errors }: Shown): WebAnswer {
  const filled = { values: typed.values, errors: new Map(errors.map(({ field, text }) => [field, text])) };
  const html = render('minutes/typed.njk', {
    frame: request.frame(say('minutes', 'typedHeading'), {
      errors: errors.map(({ field, text }) => ({ text, href: `#${field}` })),
      breadcrumbs: [{ text: say('minutes', 'listTitle'), href: paths.minutes() }],
    }),
    commandId: request.services.newId(),
    action: paths.typeMinute(),
    meeting: meetingFields(which, bodies, errors),
    minute: minuteFields(filled),
    ...rowFields(filled, typed.rows),
    rows: typed.rows,
    buttons: [
      { value: 'read', text: say('minutes', 'typedButton') },
      { value: 'more', text: say('minutes', 'typedMore') },
    ],
  });
  return { html, status: errors.length === 0 ? 200 : 422 };
}

/** A form for one minute: what has no text to paste. */
export async function typedPage(request: WebRequest): Promise<WebAnswer> {
  const bodies = await someOwnBodies(request);
  const only = bodies.length === 1 ? (bodies[0]?.id ?? '') : '';
  const which = { ...typedSource(request), body: request.query.get('body') || only };
  return page(request, { bodies, which, typed: typedFields(request), errors: [] });
}

/** Goes the way of a text that was read: answers, check, accept. */
export async function typedPost(request: WebRequest): Promise<WebAnswer> {
  const bodies = await someOwnBodies(request);
  const [which, typed] = [typedSource(request), typedFields(request)];
  if (request.form.get('next') === 'more')
    return page(request, { bodies, which, typed: withMoreRows(typed), errors: [] });
  const said = whichMeeting(which, bodies, request.today);
  const minute = typedMinute(typed);
  if ('errors' in said || 'errors' in minute) {
    const errors = [...('errors' in said ? said.errors : []), ...('errors' in minute ? minute.errors : [])];
    return page(request, { bodies, which, typed, errors });
  }
  const { register, newId } = request.services;
  const meetings = (await meetingsOf(register, said.body.id)).map(({ record }) => record);
  const at = { meetingDate: said.which.meetingDay, body: said.body.name };
  const record = newReading(
    {
      ...said.which,
      id: newId(),
      source: 'typed',
      fileName: null,
      readBy: request.signedIn().person.id,
      readOn: request.today,
      reading: readingOfTyped(minute, at),
    },
    meetings,
  );
  const { outcome } = await beginReading(register, request.command(), record);
  return { redirect: paths.reading(String(outcome['id'])) };
}
