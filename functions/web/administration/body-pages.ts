import { type Body, bodyKind, body as bodyShape, existsOn } from '../../../shared/domain/bodies/body.ts';
import { faultOfBody } from '../../../shared/domain/bodies/body-faults.ts';
import { formatDate } from '../../../shared/domain/calendar/day-words.ts';
import { render } from '../../../shared/pages/render.ts';
import { type Key, say } from '../../../shared/pages/say.ts';
import { bodies, everyBody } from '../../../shared/store/bodies.ts';
import { saveBody } from '../../../shared/store/body-acts.ts';
import { NotUnique, VersionConflict } from '../../../shared/store/errors.ts';
import { get } from '../../../shared/store/record-kind.ts';
import { conflictAnswer, withChoices } from '../conflict-answer.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { dayBoxes, dayTyped, type Faults, faultless, faultsOf, type Typed, typedIn, versionIn } from '../typed-form.ts';
import { crumbs } from './crumbs.ts';

type Shown = { typed?: Typed; faults?: Faults };

const days = ['firstDay', 'lastDay'];
const listCrumb = () => ({ text: say('procedure', 'bodiesTitle'), href: paths.adminBodies() });

/** Every body with the ways to change it. */
export async function bodiesPage(request: WebRequest): Promise<WebAnswer> {
  request.require('procedure.manage');
  const all = await everyBody(request.services.register);
  const rows = all.map(({ record }) => [
    { text: record.name, href: paths.adminBody(record.id), note: record.code },
    say('procedure', `kind-${record.kind}`),
    existsOn(record, request.today)
      ? say('procedure', record.published ? 'shown' : 'notShown')
      : say('procedure', 'notNow', { day: formatDate(record.lastDay ?? record.firstDay) }),
    { text: say('procedure', 'procedureLink'), href: paths.procedure(record.id), about: record.name },
    { text: say('procedure', 'standingLink'), href: paths.standingItems(record.id), about: record.name },
    { text: say('procedure', 'questionsLink'), href: paths.questionRules(record.id), about: record.name },
    { text: say('procedure', 'remindersLink'), href: paths.remindersOf(record.id), about: record.name },
  ]);
  const links = [{ text: say('procedure', 'newTitle'), href: paths.newBody() }];
  const frame = request.frame(say('procedure', 'bodiesTitle'), { breadcrumbs: crumbs() });
  return { html: render('administration/bodies.njk', { frame, rows, links }) };
}

const typedOfBody = (record: Body): Typed => ({
  name: record.name,
  code: record.code,
  shortName: record.shortName,
  kind: record.kind,
  parentId: record.parentId ?? '',
  successorId: record.successorId ?? '',
  published: record.published ? 'yes' : '',
  ...dayBoxes('firstDay', record.firstDay),
  ...dayBoxes('lastDay', record.lastDay),
});

const faultKeys: Partial<Record<string, Key<'procedure'>>> = {
  name: 'needName',
  code: 'wrongCode',
  shortName: 'needShortName',
  kind: 'needKind',
  firstDay: 'needFirstDay',
};

const orNull = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);
const fault = (field: string, key: Key<'procedure'>) => ({ field, text: say('procedure', key) });

function readBody(typed: Typed, of: Pick<Body, 'id' | 'secretaryId'>): { body: Body } | Faults {
  const [firstDay, lastDay] = [dayTyped(typed, 'firstDay'), dayTyped(typed, 'lastDay')];
  const read = bodyShape.safeParse({
    ...of,
    name: typed['name'] ?? '',
    code: (typed['code'] ?? '').toUpperCase(),
    shortName: typed['shortName'] ?? '',
    kind: typed['kind'],
    parentId: orNull(typed['parentId']),
    successorId: orNull(typed['successorId']),
    firstDay,
    lastDay: lastDay === 'wrong' ? null : lastDay,
    published: typed['published'] === 'yes',
  });
  const unsound = read.success ? faultOfBody(read.data) : null;
  const faults = [
    ...(read.error?.issues ?? []).map(({ path }) => fault(String(path[0]), faultKeys[String(path[0])] ?? 'wrong')),
    ...(lastDay === 'wrong' ? [fault('lastDay', 'noSuchDay')] : []),
    ...(unsound === 'ends-first' ? [fault('lastDay', 'endsFirst')] : []),
    ...(unsound === 'is-itself' ? [fault('parentId', 'isItself')] : []),
  ];
  return read.success && faults.length === 0 ? { body: read.data } : faultsOf(faults, days);
}

const choices = (all: readonly { record: Body }[], exceptId: string, chosen: string) => [
  { value: '', text: say('procedure', 'none'), selected: chosen === '' },
  ...all
    .filter(({ record }) => record.id !== exceptId)
    .map(({ record }) => ({ value: record.id, text: record.name, selected: record.id === chosen })),
];

/** The form of a body: a new one, or the one in the path. */
export async function bodyPage(request: WebRequest, { typed, faults = faultless }: Shown = {}): Promise<WebAnswer> {
  request.require('procedure.manage');
  const { register, newId } = request.services;
  const id = request.params['id'];
  const [all, found] = await Promise.all([everyBody(register), id === undefined ? null : get(register, bodies, id)]);
  const shown = typed ?? (found ? typedOfBody(found.record) : {});
  const title = found?.record.name ?? say('procedure', 'newTitle');
  const kinds = bodyKind.options.map((value) => ({
    value,
    text: say('procedure', `kind-${value}`),
    selected: value === shown['kind'],
  }));
  return {
    status: faults.list.length > 0 ? 422 : 200,
    html: render('administration/body.njk', {
      frame: request.frame(title, { breadcrumbs: crumbs(listCrumb()), errors: faults.list }),
      title,
      yes: 'yes',
      typed: shown,
      errors: faults.of,
      kinds: [{ value: '', text: say('procedure', 'chooseKind') }, ...kinds],
      parents: choices(all, id ?? '', shown['parentId'] ?? ''),
      successors: choices(all, id ?? '', shown['successorId'] ?? ''),
      version: typed?.['version'] ?? found?.version ?? 0,
      commandId: newId(),
      action: id === undefined ? paths.newBody() : paths.adminBody(id),
      procedureHref: id === undefined ? null : paths.procedure(id),
    }),
  };
}

async function slower(request: WebRequest, id: string, typed: Typed): Promise<WebAnswer> {
  const now = await get(request.services.register, bodies, id);
  const theirs = typedOfBody(now.record);
  const words = (of: Typed, name: string): string => {
    if (!days.includes(name)) return of[name] ?? '';
    const read = dayTyped(of, name);
    return read === null || read === 'wrong' ? '' : formatDate(read);
  };
  const names = [
    'name',
    'code',
    'shortName',
    'kind',
    'parentId',
    'successorId',
    'published',
    'firstDay',
    'lastDay',
  ] as const;
  return conflictAnswer(request, {
    type: 'body',
    id,
    looked: versionIn(request.form),
    now: now.version,
    what: now.record.name,
    typed,
    fields: names.map((name) => ({
      name,
      label: say('procedure', `label-${name}`),
      theirs: words(theirs, name),
      yours: words(typed, name),
      keys: [name],
    })),
    action: paths.adminBody(id),
    leaveHref: paths.adminBody(id),
  });
}

/** Enters a body, or saves the one in the path. */
export async function changeBody(request: WebRequest): Promise<WebAnswer> {
  request.require('procedure.manage');
  const { register, newId } = request.services;
  const id = request.params['id'];
  const was = id === undefined ? null : await get(register, bodies, id);
  const plain = typedIn(request.form);
  const typed = was ? withChoices(request.form, plain, typedOfBody(was.record)) : plain;
  const read = readBody(typed, { id: id ?? newId(), secretaryId: was?.record.secretaryId ?? null });
  if ('list' in read) return bodyPage(request, { typed, faults: read });
  try {
    const command = { ...request.command(), version: was ? versionIn(request.form) : 0 };
    const { outcome } = await saveBody(register, command, { record: read.body, policyId: newId() });
    const flash = say('procedure', was ? 'bodySaved' : 'bodyEntered', { name: read.body.name });
    return { redirect: was ? paths.adminBody(read.body.id) : paths.procedure(String(outcome['id'])), flash };
  } catch (thrown) {
    if (thrown instanceof NotUnique)
      return bodyPage(request, { typed, faults: faultsOf([fault('code', 'codeTaken')]) });
    if (thrown instanceof VersionConflict && id !== undefined) return slower(request, id, typed);
    throw thrown;
  }
}
