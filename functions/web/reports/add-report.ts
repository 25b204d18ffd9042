import * as z from 'zod';
import { mayAddReport, wasShown } from '../../../shared/domain/agenda-items/reports.ts';
import { fileInWords } from '../../../shared/pages/file-words.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { agendas } from '../../../shared/store/agendas.ts';
import { find } from '../../../shared/store/record-kind.ts';
import { addReport, keepReport } from '../../../shared/store/report-acts.ts';
import { type Looked, lookAt, uploadOf } from '../../../shared/store/uploads.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { faultsOf, type Typed, typedIn, type Wrong } from '../typed-form.ts';
import { refusalInWords } from './report-words.ts';
import { reportsAnswer } from './reports-page.ts';
import { arrangeItem, type SeenItem } from './see-item.ts';

type Good = Extract<Looked, { word: 'good' }>;
type Sent = { key: string; found: Good };

const NEW = 'new';

/** The reports that the new one may take the place of: those that the public was never shown. */
async function replaceable({ services: { register } }: WebRequest, { item: { record } }: SeenItem) {
  const agenda = record.meetingId === null ? undefined : await find(register, agendas, record.meetingId);
  return record.reports.filter(({ id }) => !wasShown(agenda?.record ?? null, id));
}

async function checkAnswer(
  request: WebRequest,
  seen: SeenItem,
  { key, found }: Sent,
  { typed, wrong = [] }: { typed: Typed; wrong?: readonly Wrong[] },
): Promise<WebAnswer> {
  const { record, version } = seen.item;
  const faults = faultsOf(wrong);
  const others = await replaceable(request, seen);
  const html = render('reports/check.njk', {
    frame: request.frame(say('reports', 'checkTitle'), {
      errors: faults.list,
      breadcrumbs: [
        { text: seen.body.name, href: paths.body(seen.body.id) },
        { text: say('reports', 'title'), href: paths.itemReports(record.id) },
      ],
    }),
    item: { title: record.title },
    file: fileInWords({ pages: found.pages, bytes: found.bytes.length }),
    tagged: found.tagged,
    scanned: found.scanned,
    hash: found.hash,
    itemIsPrivate: record.accessClass === 'private',
    typed,
    wrong: faults.of,
    accessItems: [
      { value: 'public', text: say('reports', 'accessPublic') },
      { value: 'private', text: say('reports', 'accessPrivate'), hint: { text: say('reports', 'accessPrivateHint') } },
    ],
    replacesItems: [
      { value: NEW, text: say('reports', 'replacesNone') },
      ...others.map(({ id, title: text }) => ({ value: id, text: say('reports', 'replacesOne', { title: text }) })),
    ],
    action: paths.itemReports(record.id),
    againHref: paths.itemReports(record.id),
    commandId: typed['commandId'] ?? request.services.newId(),
    version: typed['version'] ?? version,
    key,
  });
  return { html, status: wrong.length === 0 ? 200 : 422 };
}

/** Where storage sends the browser back to: what was found in the file, and what it is to be called. Changes nothing. */
export async function checkPage(request: WebRequest): Promise<WebAnswer> {
  const seen = await arrangeItem(request);
  const { record } = seen.item;
  const key = uploadOf(record.id, request.query.get('key'));
  const found: Looked = key === undefined ? { word: 'gone' } : await lookAt(request.services.files, key);
  if (key === undefined || found.word !== 'good')
    return reportsAnswer(request, seen, refusalInWords(found.word === 'good' ? 'gone' : found.word));
  const title = found.title || (record.reports.length === 0 ? record.title : '');
  return checkAnswer(request, seen, { key, found }, { typed: { title, access: '', replaces: NEW } });
}

const forms = z.object({ title: z.string().trim().min(1).max(300), access: z.enum(['public', 'private']) });

function read(typed: Typed, seen: SeenItem): { title: string; access: 'public' | 'private' } | { wrong: Wrong[] } {
  const isPrivate = seen.item.record.accessClass === 'private';
  const parsed = forms.safeParse({ ...typed, access: isPrivate ? 'private' : typed['access'] });
  if (parsed.success) return parsed.data;
  const fields = new Set(parsed.error.issues.map(({ path }) => path[0]));
  const long = (typed['title'] ?? '').length > 300;
  return {
    wrong: [
      ...(fields.has('title') ? [{ field: 'title', text: say('reports', long ? 'titleLong' : 'titleMissing') }] : []),
      ...(fields.has('access') ? [{ field: 'access', text: say('reports', 'accessMissing') }] : []),
    ],
  };
}

/** Looks at the file again, keeps it under the hash of what was looked at, and puts it with the item. */
export async function addPost(request: WebRequest): Promise<WebAnswer> {
  const seen = await arrangeItem(request);
  const { record } = seen.item;
  const typed = typedIn(request.form);
  const key = uploadOf(record.id, typed['key'] ?? '');
  const found: Looked = key === undefined ? { word: 'gone' } : await lookAt(request.services.files, key);
  if (key === undefined || found.word !== 'good')
    return reportsAnswer(request, seen, refusalInWords(found.word === 'good' ? 'gone' : found.word));
  const given = read(typed, seen);
  if ('wrong' in given) return checkAnswer(request, seen, { key, found }, { typed, wrong: given.wrong });
  if (!mayAddReport(record) && !record.reports.some(({ id }) => id === typed['replaces']))
    return reportsAnswer(request, seen, say('reports', 'noMore'));
  const { files, register, newId } = request.services;
  const { bytes, hash, pages, tagged } = found;
  await keepReport(files, { hash }, bytes);
  const report = {
    id: newId(),
    title: given.title,
    hash,
    bytes: bytes.length,
    pages,
    tagged,
    accessClass: given.access,
    addedOn: request.today,
  };
  const replaces = (typed['replaces'] ?? NEW) === NEW ? null : (typed['replaces'] ?? null);
  const command = { ...request.command(), version: Number(typed['version']) };
  await addReport(register, command, record.id, { report, replaces });
  return { redirect: paths.itemReports(record.id), flash: say('reports', 'added', { title: given.title }) };
}
