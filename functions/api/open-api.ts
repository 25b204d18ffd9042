import * as z from 'zod';
import { BASE } from './find-operation.ts';
import { schemas } from './named.ts';
import { commandDone, groups, type Line } from './operation.ts';
import { type ProblemName, problems } from './problems.ts';

type Json = Record<string, unknown>;

schemas.add(commandDone, { id: 'CommandDone' });

const clean = ({ $schema: _schema, $id: _id, ...rest }: Json): Json => rest;
const refTo = (id: string): Json => ({ $ref: `#/components/schemas/${id}` });

/** The name under which the document shows what an operation answers. */
export function nameOf({ id, output }: Pick<Line, 'id' | 'output'>): string {
  const name = schemas.get(output)?.id;
  if (name === undefined) throw new Error(`What ${id} answers has no name`);
  return name;
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a body must be, as JSON Schema. */
export function inputSchemaOf(schema: z.ZodType): Json {
  return clean({ ...z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' }) });
}

/** What an operation answers, as JSON Schema. */
function answerSchemaOf(line: Line): Json {
  const one = refTo(nameOf(line));
  if (line.sort !== 'list') return one;
  return {
    type: 'object',
    properties: {
      items: { type: 'array', items: one },
      next: { type: ['string', 'null'], description: 'The cursor of the next page; null on the last' },
    },
    required: ['items', 'next'],
    additionalProperties: false,
  };
}

const idSchema: Json = { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{1,63}$' };

const pathParametersOf = ({ path }: Line): Json[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({ name, in: 'path', required: true, schema: idSchema }));

const queryParametersOf = ({ query }: Line): Json[] => {
  const { properties, required } = inputSchemaOf(query);
  const needed: unknown[] = Array.isArray(required) ? required : [];
  return Object.entries(isJson(properties) ? properties : {}).map(([name, schema]) => {
    const { description, ...rest } = isJson(schema) ? schema : {};
    const said = description === undefined ? {} : { description };
    return { name, in: 'query', required: needed.includes(name), ...said, schema: rest };
  });
};

const headersOf = (line: Line): Json[] =>
  line.sort === 'command'
    ? [
        { $ref: '#/components/parameters/IdempotencyKey' },
        ...(line.versioned ? [{ $ref: '#/components/parameters/IfMatch' }] : []),
      ]
    : [{ $ref: '#/components/parameters/IfNoneMatch' }];

/** The problems that an operation can answer with, by status. */
export function problemsOf(line: Line): readonly ProblemName[] {
  const common: ProblemName[] = ['wrong-parameter', 'not-found', 'wrong-method', 'gone-wrong', 'busy'];
  const withToken: ProblemName[] = ['token-needed', 'not-allowed', 'not-in-scope', 'too-many'];
  const changing: ProblemName[] = [
    'not-json',
    'wrong-header',
    'key-needed',
    'not-possible-now',
    'taken',
    'too-long',
    'wrong-content-type',
    'wrong-input',
    'key-used',
  ];
  return [
    ...common,
    ...(line.sort === 'list' ? (['wrong-cursor'] as const) : []),
    ...(line.action === 'public.read' ? [] : withToken),
    ...(line.sort === 'command' ? changing : []),
    ...(line.versioned ? (['version-needed', 'changed-meanwhile'] as const) : []),
    ...Object.values(line.refuses ?? {}),
  ];
}

const problemResponses = (line: Line): Json => {
  const byStatus = new Map<number, string[]>();
  for (const name of new Set(problemsOf(line))) {
    const { status, title } = problems[name];
    byStatus.set(status, [...(byStatus.get(status) ?? []), title]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, titles]) => [
      String(status),
      {
        description: titles.join('. '),
        content: { 'application/problem+json': { schema: refTo('Problem') } },
      },
    ]),
  );
};

const operationObject = (line: Line): Json => ({
  operationId: line.id,
  tags: [line.group],
  summary: line.summary,
  security: line.action === 'public.read' ? [] : [{ token: [] }],
  parameters: [...pathParametersOf(line), ...queryParametersOf(line), ...headersOf(line)],
  ...(line.input === null
    ? {}
    : { requestBody: { required: true, content: { 'application/json': { schema: inputSchemaOf(line.input) } } } }),
  responses: {
    200: {
      description: line.sort === 'command' ? 'Done; the same answer however often it is sent' : 'As asked',
      headers: line.sort === 'command' && !line.versioned ? {} : { ETag: { schema: { type: 'string' } } },
      content: { 'application/json': { schema: answerSchemaOf(line) } },
    },
    ...(line.sort === 'command' ? {} : { 304: { description: 'Not changed since the ETag in If-None-Match' } }),
    ...problemResponses(line),
  },
});

const problemSchema: Json = {
  type: 'object',
  description: 'RFC 9457. `type` is a page that says what to do.',
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { pointer: { type: 'string' }, parameter: { type: 'string' }, detail: { type: 'string' } },
        required: ['detail'],
      },
    },
    changes: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          version: { type: 'integer' },
          at: { type: 'string', format: 'date-time' },
          event: { type: 'string' },
          by: { type: ['string', 'null'] },
          fields: { type: 'array', items: { type: 'string' } },
        },
      },
    },
    reference: { type: 'string' },
  },
  required: ['type', 'title', 'status'],
};

const header = (name: string, required: boolean, description: string): Json => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
});

/** The OpenAPI 3.1 document of these operations. */
export function openApiOf(
  operations: readonly Line[],
  told: { publicAddress: string; organisationName: string },
): Json {
  const paths: Record<string, Json> = {};
  for (const line of operations)
    paths[line.path] = { ...paths[line.path], [line.method.toLowerCase()]: operationObject(line) };
  const used = new Set(operations.map(nameOf));
  const { schemas: made } = z.toJSONSchema(schemas, {
    uri: (id) => `#/components/schemas/${id}`,
    target: 'draft-2020-12',
    io: 'output',
  });
  const named = Object.entries(made).map(([id, schema]): [string, Json] => [id, clean({ ...schema })]);
  return {
    openapi: '3.1.0',
    info: {
      title: `Quorate for ${told.organisationName}`,
      version: '1',
      description: `What can be read and done here by programs. The same, to read: ${told.publicAddress}/api/docs`,
    },
    servers: [{ url: `${told.publicAddress}${BASE}` }],
    tags: groups.map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'A token made at /my/api-tokens' } },
      parameters: {
        IdempotencyKey: header(
          'Idempotency-Key',
          true,
          'A key of your own for this one request; a repeat is done once',
        ),
        IfMatch: header('If-Match', true, 'The ETag of the record that you looked at'),
        IfNoneMatch: header('If-None-Match', false, 'The ETag of what you have'),
      },
      schemas: {
        Problem: problemSchema,
        ...Object.fromEntries(named.filter(([id]) => used.has(id) || id === 'PlannedPromise')),
      },
    },
  };
}
