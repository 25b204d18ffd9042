import type * as z from 'zod';
import { Refused, type Wrong } from './problems.ts';

type Issue = z.core.$ZodIssue;

const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const wrongsOf = (issue: Issue): { path: readonly PropertyKey[]; detail: string }[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({ path: [...issue.path, key], detail: 'No such field' }))
    : [{ path: issue.path, detail: issue.message }];

/** The body by its schema. Throws `Refused` naming each wrong field by its JSON pointer. */
export function parseBody<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  const errors = read.error.issues
    .flatMap(wrongsOf)
    .map(({ path, detail }): Wrong => ({ pointer: pointerOf(path), detail }));
  throw new Refused('wrong-input', { errors });
}

/** The parameters of the address by their schema. Throws `Refused` naming each wrong one; one given twice is wrong. */
export function parseQuery<T extends z.ZodObject>(schema: T, query: URLSearchParams): z.output<T> {
  const twice = [...new Set(query.keys())].filter((name) => query.getAll(name).length > 1);
  if (twice.length > 0)
    throw new Refused('wrong-parameter', {
      errors: twice.map((parameter) => ({ parameter, detail: 'Given more than once' })),
    });
  const known = Object.keys(schema.shape);
  const unknown = [...query.keys()].filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Refused('wrong-parameter', {
      errors: unknown.map((parameter) => ({ parameter, detail: 'No such parameter' })),
    });
  const read = schema.safeParse(Object.fromEntries(query));
  if (read.success) return read.data;
  const errors = read.error.issues.map((issue) => ({
    parameter: String(issue.path[0] ?? ''),
    detail: issue.message,
  }));
  throw new Refused('wrong-parameter', { errors });
}
