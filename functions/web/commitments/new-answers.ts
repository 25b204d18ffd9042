import * as z from 'zod';
import { commitmentKind, type Due, type Owner } from '../../../shared/domain/commitments/commitment.ts';
import type { NewCommitment } from '../../../shared/store/record-commitment.ts';
import type { WebRequest } from '../route.ts';
import { dayIn, errorsOf, type FormErrors, needed, typedDay } from './form-fields.ts';
import type { NewForm } from './new-view.ts';

export const newDays = ['madeOn', 'dueDay', 'dueFrom', 'dueTo'];

const said = z.string().trim().max(500, 'tooLong');
const due = z.discriminatedUnion(
  'due',
  [
    z.object({ due: z.literal('day'), dueDay: typedDay, said }),
    z.object({ due: z.literal('window'), dueFrom: typedDay, dueTo: typedDay, said }),
    z.object({ due: z.literal('undated'), said }),
  ],
  { error: 'needDue' },
);

const texts = z.object({
  kind: commitmentKind.catch('action'),
  subject: needed('needSubject', 500),
  asSaid: needed('needAsSaid', 10_000),
  madeOn: typedDay,
  role: z.string().trim().max(200, 'tooLong'),
  chase: z.enum(['yes', 'no'], { error: 'needChase' }),
});

type Wrong = { field: string; key: string };

function dueIn({ form }: WebRequest): Due | Wrong[] {
  const typed = {
    due: form.get('due'),
    said: form.get('said'),
    ...Object.fromEntries(newDays.map((name) => [name, dayIn(form, name)])),
  };
  const read = due.safeParse(typed);
  if (!read.success)
    return read.error.issues.map(({ path, message }) => ({ field: String(path[0] ?? 'due'), key: message }));
  if (read.data.due === 'undated') return { sort: 'undated', asSaid: read.data.said };
  if (read.data.due === 'day') return { sort: 'day', day: read.data.dueDay, asSaid: read.data.said };
  const { dueFrom: from, dueTo: to, said: asSaid } = read.data;
  return from > to ? [{ field: 'dueTo', key: 'dayOrder' }] : { sort: 'window', from, to, asSaid };
}

function ownerIn({ form, today }: WebRequest, { persons }: NewForm, role: string): Owner | null {
  const person = persons.get(form.get('person'));
  const link = persons.get(form.get('link'));
  if (role === '' && !person) return null;
  return {
    role: role || (person?.jobTitle ?? null),
    personId: person?.id ?? null,
    linkOfficerId: link?.id ?? null,
    since: today,
  };
}

/** Reads the form of a new promise; every error with its field. `id` is that of the record to be made. */
export function readNew(request: WebRequest, given: NewForm, id: string): NewCommitment | FormErrors {
  const { form, today } = request;
  const fields = ['kind', 'subject', 'asSaid', 'role', 'chase'];
  const read = texts.safeParse({
    ...Object.fromEntries(fields.map((name) => [name, form.get(name)])),
    madeOn: dayIn(form, 'madeOn'),
  });
  const when = dueIn(request);
  const wrong: Wrong[] = [
    ...(given.body ? [] : [{ field: 'body', key: 'needBody' }]),
    ...(read.success ? [] : read.error.issues.map(({ path, message }) => ({ field: String(path[0]), key: message }))),
    ...(read.success && read.data.madeOn > today ? [{ field: 'madeOn', key: 'dayFuture' }] : []),
    ...(Array.isArray(when) ? when : []),
  ];
  if (wrong.length > 0 || !read.success || Array.isArray(when)) return errorsOf(wrong, newDays);
  const { kind, subject, asSaid, madeOn, role, chase } = read.data;
  const meetingId = given.meetings.find((one) => one.id === form.get('meeting'))?.id ?? null;
  return {
    id,
    kind,
    subject,
    asSaid,
    madeOn,
    source: { meetingId, itemId: null, minuteId: null, resolutionId: null, limb: null },
    owner: ownerIn(request, given, role),
    due: when,
    accessClass: form.get('private') === 'yes' ? 'private' : 'internal',
    chase: chase === 'yes',
  };
}
