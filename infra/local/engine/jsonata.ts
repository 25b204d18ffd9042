import { createHash, randomUUID } from 'node:crypto';
import jsonata from 'jsonata';
import { StateFault } from './faults.ts';

/** What an expression may read: `$states`, the variables of its scope, and the time by the business clock. */
export interface Scope {
  readonly states: Readonly<Record<string, unknown>>;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Epoch milliseconds, business time: what `$now()` and `$millis()` answer. */
  readonly now: number;
}

// An expression is given by a file we deploy, but a mistake in it must not hang the host: AWS bounds them too.
const bounds = { timeout: 1000, stack: 500 };
const algorithms = new Map([
  ['MD5', 'md5'],
  ['SHA-1', 'sha1'],
  ['SHA-256', 'sha256'],
  ['SHA-384', 'sha384'],
  ['SHA-512', 'sha512'],
]);
const mostRangeItems = 1000;

const partition = (items: unknown[], size: number) => {
  if (!Number.isInteger(size) || size < 1) throw new Error('$partition needs a size of at least 1');
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, at * size + size));
};

const range = (from: number, to: number, step: number) => {
  const items = step === 0 ? Number.NaN : Math.floor((to - from) / step) + 1;
  if (!(items <= mostRangeItems)) throw new Error(`$range gives at most ${mostRangeItems} numbers and needs a step`);
  return Array.from({ length: Math.max(0, items) }, (_, at) => from + at * step);
};

const hash = (content: unknown, algorithm: string) => {
  const name = algorithms.get(algorithm);
  if (name === undefined) throw new Error(`$hash knows ${[...algorithms.keys()].join(', ')}, not ${algorithm}`);
  return createHash(name)
    .update(typeof content === 'string' ? content : JSON.stringify(content))
    .digest('hex');
};

// With a seed the answer is a function of the seed alone; AWS does not say which, so this one is our own.
const random = (seed?: number) =>
  seed === undefined ? Math.random() : createHash('sha256').update(String(seed)).digest().readUInt32BE(0) / 2 ** 32;

const noEval = () => {
  throw new Error('$eval is not available in Step Functions');
};

const compiled = new Map<string, jsonata.Expression>();

/** Parses an expression (the text between `{%` and `%}`) and adds the functions AWS adds. Throws what JSONata throws. */
export function compileExpression(source: string): jsonata.Expression {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  const made = jsonata(source, bounds);
  made.registerFunction('uuid', () => randomUUID(), '<:s>');
  made.registerFunction('parse', (text: string) => JSON.parse(text), '<s:x>');
  made.registerFunction('hash', hash, '<xs:s>');
  made.registerFunction('partition', partition, '<an:a>');
  made.registerFunction('range', range, '<nnn:a>');
  made.registerFunction('random', random, '<n?:n>');
  made.registerFunction('eval', noEval, '<sx?:x>');
  compiled.set(source, made);
  return made;
}

/** The text between `{%` and `%}`, or undefined when the string is only a string. */
export function expressionIn(text: string): string | undefined {
  return text.startsWith('{%') && text.endsWith('%}') && text.length >= 4 ? text.slice(2, -2) : undefined;
}

const messageOf = (thrown: unknown) =>
  typeof thrown === 'object' && thrown !== null && 'message' in thrown ? String(thrown.message) : String(thrown);

const failed = (source: string, reason: string) =>
  new StateFault('States.QueryEvaluationError', `The JSONata expression '${source.trim()}' ${reason}`);

const businessTime = (now: number) => ({
  millis: () => now,
  now: (picture?: string) => {
    if (picture !== undefined) throw new Error('use $fromMillis($millis(), picture)');
    return new Date(now).toISOString();
  },
});

const jsonOf = (source: string, answer: unknown): string => {
  let json: string | undefined;
  try {
    json = JSON.stringify(answer);
  } catch {
    // A function, for one, holds its surroundings, which hold it.
    throw failed(source, 'returned something that is not JSON.');
  }
  if (json === undefined) throw failed(source, 'returned nothing (undefined).');
  return json;
};

async function evaluateExpression(source: string, scope: Scope): Promise<unknown> {
  const bindings = { ...businessTime(scope.now), ...scope.variables, states: scope.states };
  const answer = await compileExpression(source)
    .evaluate(undefined, bindings)
    .catch((thrown: unknown) => {
      throw failed(source, `threw an error: ${messageOf(thrown)}`);
    });
  const json = jsonOf(source, answer);
  // Through JSON and back: JSONata's own sequences and shared parts of the input do not leave this function.
  return JSON.parse(json);
}

/**
 * Fills in a template: every string that is wholly `{% expression %}` becomes the expression's value, at any depth.
 * Keys stay as they are. Throws `States.QueryEvaluationError`.
 */
export async function evaluate(template: unknown, scope: Scope): Promise<unknown> {
  if (typeof template === 'string') {
    const source = expressionIn(template);
    return source === undefined ? template : evaluateExpression(source, scope);
  }
  if (Array.isArray(template)) return Promise.all(template.map((part) => evaluate(part, scope)));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(
    await Promise.all(Object.entries(template).map(async ([key, part]) => [key, await evaluate(part, scope)] as const)),
  );
}
