import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { BASE } from '../find-operation.ts';
import { inputSchemaOf, nameOf, openApiOf } from '../open-api.ts';
import { type Group, groups, type Line } from '../operation.ts';
import { type ProblemName, problems } from '../problems.ts';
import { docsFrame } from './docs-frame.ts';
import type { DocsServices } from './docs-services.ts';
import { type FieldRow, rowsOf } from './schema-rows.ts';

const needs = (needed: boolean): string => say('api', needed ? 'needed' : 'optional');

const fieldCells = ({ name, type, href, needed, about }: FieldRow) => [
  { text: name, ...(about === '' ? {} : { note: about }) },
  href === null ? type : { text: type, href },
  needs(needed),
];

const pathRows = ({ path }: Line): FieldRow[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    type: say('api', 'typeId'),
    href: null,
    needed: true,
    about: say('api', 'inPath'),
  }));

const bodyNote = (line: Line, rows: readonly FieldRow[]): string => {
  if (line.sort !== 'command') return '';
  return say('api', rows.length === 0 ? 'emptyBody' : 'withKey');
};

/** Where the pages of groups are. */
const GROUPS = '/api/docs/of/';

function operationView(line: Line) {
  const name = nameOf(line);
  const bodyRows = line.input === null ? [] : rowsOf(inputSchemaOf(line.input));
  const parameters = [...pathRows(line), ...rowsOf(inputSchemaOf(line.query))];
  return {
    id: line.id,
    title: line.summary,
    call: callOf(line),
    parameters: parameters.map(fieldCells),
    body: bodyRows.map(fieldCells),
    note: bodyNote(line, bodyRows),
    versioned: line.versioned,
    answer: {
      text: line.sort === 'list' ? say('api', 'pageOf', { name }) : name,
      href: `#schema-${name}`,
    },
    refusals: [...new Set(Object.values(line.refuses ?? {}))].map((problem) => ({
      text: problems[problem].title,
      href: `/api/docs/problems/${problem}`,
    })),
  };
}

type Json = Record<string, unknown>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const inside = (value: unknown, key: string): Json => {
  const found = isJson(value) ? value[key] : undefined;
  return isJson(found) ? found : {};
};

const slugOf = (group: Group): string => group.toLowerCase().replaceAll(' ', '-');
const callOf = ({ method, path }: Line): string => `${method} ${BASE}${path}`;

/** The page on which the API is read: every operation by group, each leading to what it takes, and what can be wrong. */
export function docsPage(operations: readonly Line[], services: DocsServices): string {
  return render('api/docs.njk', {
    frame: docsFrame(say('api', 'title'), services),
    base: `${services.publicAddress}${BASE}`,
    documentHref: `${BASE}/openapi.json`,
    tokensHref: '/my/api-tokens',
    groups: groups.map((name) => ({
      name,
      id: `group-${slugOf(name)}`,
      operations: operations
        .filter(({ group }) => group === name)
        .map((line) => ({ title: line.summary, call: callOf(line), href: `${GROUPS}${slugOf(name)}#${line.id}` })),
    })),
    problems: Object.entries(problems).map(([name, { status, title }]) => [
      { text: title, href: `/api/docs/problems/${name}` },
      String(status),
    ]),
  });
}

/** Schemas that the answers of these operations hold, and those that these name in turn. */
function schemasOf(operations: readonly Line[], all: Json): [string, unknown][] {
  const wanted = new Set(operations.map(nameOf));
  for (const name of wanted)
    for (const [, other = ''] of JSON.stringify(all[name] ?? {}).matchAll(/#\/components\/schemas\/(\w+)/g))
      wanted.add(other);
  return Object.entries(all).filter(([name]) => wanted.has(name));
}

/** One group of operations with all that they take and answer; undefined where there is no such group. */
export function groupPage(slug: string, operations: readonly Line[], services: DocsServices): string | undefined {
  const title = groups.find((name) => slugOf(name) === slug);
  if (title === undefined) return undefined;
  const own = operations.filter(({ group }) => group === title);
  const schemas = inside(inside(openApiOf(operations, services), 'components'), 'schemas');
  return render('api/group.njk', {
    frame: {
      ...docsFrame(title, services),
      breadcrumbs: [{ text: say('api', 'title'), href: '/api/docs' }],
    },
    title,
    base: `${services.publicAddress}${BASE}`,
    operations: own.map(operationView),
    schemas: schemasOf(own, schemas).map(([name, schema]) => ({
      name,
      id: `schema-${name}`,
      rows: rowsOf(isJson(schema) ? schema : {}).map(fieldCells),
    })),
  });
}

/** The page of one kind of problem: what it means and what to do. */
export function problemPage(name: ProblemName, services: DocsServices): string {
  const { status, title, text } = problems[name];
  return render('api/problem.njk', {
    frame: {
      ...docsFrame(title, services),
      breadcrumbs: [{ text: say('api', 'title'), href: '/api/docs' }],
    },
    title,
    status: say('api', 'answeredWith', { status }),
    text,
  });
}

/** Said where there is no such page. */
export function noSuchDocs(services: DocsServices): string {
  return render('errors/not-found.njk', { frame: docsFrame(say('errors', 'notFoundTitle'), services) });
}

/** Said when something went wrong: a reference, and nothing of what it was. */
export function goneWrongPage(reference: string, services: DocsServices): string {
  const frame = docsFrame(say('errors', 'goneWrongTitle'), services);
  return render('errors/gone-wrong.njk', { frame, reference });
}
