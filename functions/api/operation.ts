import * as z from 'zod';
import type { Action, Subject } from '../../shared/domain/access/access.ts';
import type { Person } from '../../shared/domain/people/person.ts';
import { type RecordType, TransitionRefused } from '../../shared/domain/record.ts';
import type { Outcome } from '../../shared/store/commit.ts';
import type { Command } from '../../shared/store/commitment-acts.ts';
import type { Files } from '../../shared/store/files.ts';
import type { Register } from '../../shared/store/record-kind.ts';
import type { Cursors, Position } from './cursors.ts';
import { versionAsked } from './etag.ts';
import { explainConflict } from './explain-conflict.ts';
import { parseBody, parseQuery } from './parse.ts';
import { type ProblemName, Refused } from './problems.ts';

/** A request as it came, before anything of it is believed. */
export type Raw = {
  path: string;
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  body: unknown;
  headers: Readonly<Record<string, string | undefined>>;
};

/** Groups of operations, in the order in which the documentation shows them. */
export const groups = [
  'Bodies and people',
  'Meetings and agendas',
  'Decisions and minutes',
  'Promises',
  'Reading minutes in',
  'Decisions in writing',
  'Decisions by one person',
  'Questions from the public',
  'Plans and deadlines',
  'Messages',
  'Administration',
  'Published',
] as const;
export type Group = (typeof groups)[number];

type Said = {
  /** Names it in the document and in clients: 'listBodies'. */
  id: string;
  /** Below /api/v1. */
  path: string;
  group: Group;
  /** What it is for, in the words of the field. */
  summary: string;
  /** The action of the access table; whether it may be done to that record is asked when the record is known. */
  action: Action;
  /** What else it may be refused for: the problem that says so, by the word that the act refuses with. */
  refuses?: Readonly<Record<string, ProblemName>>;
};

/** What the document, the router and the contract tests know of an operation. */
export type Line = Said & {
  method: 'GET' | 'POST';
  sort: 'read' | 'list' | 'command';
  query: z.ZodObject;
  input: z.ZodType | null;
  /** What comes back; of a list, one of its items. */
  output: z.ZodType;
  /** Must the request say which version it was decided on? */
  versioned: boolean;
};

export type Answer = { value: unknown; version?: number; headers?: Readonly<Record<string, string>> };

/** An operation, for whoever calls: somebody with a token, or the public. */
export type Operation<Caller> = Line & { run: (caller: Caller, raw: Raw) => Promise<Answer> };

/** What every operation is given of its caller. */
export type AnyCaller = { today: string; cursors: Cursors };

/** Somebody with a token. What they may do is what the person may do today. */
export type Caller = AnyCaller & {
  person: Person;
  register: Register;
  /** Object storage for whole files. */
  files: Files;
  /** A new sortable id. */
  newId(): string;
  /** This moment in business time, UTC. */
  now: string;
  may(action: Action, subject?: Subject): boolean;
  /** Throws `Refused` unless the access table lets them do that to this. */
  demand(action: Action, subject?: Subject): void;
  /** The command that an Idempotency-Key stands for, with its outcome if it was done before. */
  begin(raw: Raw, given: { body: unknown; version: number | undefined }): Promise<Begun>;
};
type Begun = { command: Command; outcome: Outcome | undefined };

type Asked<Query> = { query: Query; param(name: string): string };
type Paged = { limit: number; after: Position | null };
type Answered<Value> = { value: Value; version?: number };

const paramOf = (raw: Raw) => (name: string) => raw.params[name] ?? '';

/** A line that reads one thing. */
export function reads<Who extends AnyCaller, Query extends z.ZodObject, Output extends z.ZodType>(
  line: Said & {
    query: Query;
    output: Output;
    answer: (call: Who & Asked<z.output<Query>>) => Promise<Answered<z.input<Output>>>;
  },
): Operation<Who> {
  const { answer, ...said } = line;
  return {
    ...said,
    method: 'GET',
    sort: 'read',
    input: null,
    versioned: false,
    run: async (caller, raw) => {
      const query = parseQuery(line.query, raw.query);
      const found = await answer({ ...caller, query, param: paramOf(raw) });
      // The schema lets nothing through that it does not name.
      return { ...found, value: line.output.parse(found.value) };
    },
  };
}

/** How much of a list is asked for, and where to go on. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(100).default(50).describe('How many at most'),
  cursor: z.string().max(2000).optional().describe('`next` of the answer before'),
} as const;

/** A line that lists things a page at a time. */
export function lists<Who extends AnyCaller, Query extends z.ZodObject, Row extends z.ZodType>(
  line: Said & {
    query: Query;
    output: Row;
    answer: (
      call: Who & Asked<z.output<Query>> & Paged,
    ) => Promise<{ items: readonly z.input<Row>[]; next: Position | null }>;
  },
): Operation<Who> {
  const { answer, ...said } = line;
  const page = z.object(paging);
  return {
    ...said,
    query: line.query.extend(paging),
    method: 'GET',
    sort: 'list',
    input: null,
    versioned: false,
    run: async (caller, raw) => {
      const names = Object.keys(paging);
      const [own, paged] = [false, true].map(
        (wanted) => new URLSearchParams([...raw.query].filter(([name]) => names.includes(name) === wanted)),
      );
      const query = parseQuery(line.query, own ?? new URLSearchParams());
      const { limit, cursor } = parseQuery(page, paged ?? new URLSearchParams());
      const binding = [line.id, raw.path, JSON.stringify(query)];
      const after = cursor === undefined ? null : await caller.cursors.open(cursor, binding);
      const { items, next } = await answer({ ...caller, query, param: paramOf(raw), limit, after });
      const sealed = next === null ? null : await caller.cursors.seal(next, binding);
      return { value: { items: z.array(line.output).parse(items), next: sealed } };
    },
  };
}

/** What a command answers: the same however often it is sent. */
export const commandDone = z.strictObject({
  outcome: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  /** The version that the record has by it; null where the command made the record or took no version. */
  version: z.int().nullable(),
});

/** The table gives fields back in any order; a repeat is answered letter by letter as the first time. */
const inOrder = (outcome: Outcome): Outcome =>
  Object.fromEntries(Object.entries(outcome).toSorted(([one], [other]) => one.localeCompare(other)));

/** Throws a move that the record does not allow as the problem that the line names for it; anything else is left. */
function refusedOr(fault: unknown, { refuses = {} }: Pick<Said, 'refuses'>): undefined {
  const problem = fault instanceof TransitionRefused ? refuses[fault.from] : undefined;
  if (problem !== undefined) throw new Refused(problem);
  return undefined;
}

/** A line that changes something: once for each key, and only the version that was looked at. */
export function commands<Input extends z.ZodType>(
  line: Said & {
    input: Input;
    /** The sort of record it changes, of which the request says the version it looked at; null where it makes one. */
    changes: RecordType | null;
    answer: (
      call: Caller & Asked<unknown> & { body: z.output<Input>; command: Command },
    ) => Promise<{ outcome: Outcome; replayed: boolean }>;
  },
): Operation<Caller> {
  const { answer, changes, ...said } = line;
  const none = z.strictObject({});
  return {
    ...said,
    versioned: changes !== null,
    method: 'POST',
    sort: 'command',
    query: none,
    output: commandDone,
    run: async (caller, raw) => {
      const query = parseQuery(none, raw.query);
      const body = parseBody(line.input, raw.body);
      const version = changes !== null ? versionAsked(raw.headers['if-match']) : undefined;
      const begun = await caller.begin(raw, { body, version });
      const done =
        begun.outcome === undefined
          ? await answer({ ...caller, query, param: paramOf(raw), body, command: begun.command }).catch(
              (fault: unknown) => refusedOr(fault, said) ?? explainConflict(fault, caller.register, changes, version),
            )
          : { outcome: begun.outcome, replayed: true };
      const next = version === undefined ? null : version + 1;
      return {
        value: { outcome: inOrder(done.outcome), version: next },
        ...(next === null ? {} : { version: next }),
        headers: done.replayed ? { 'idempotency-replayed': 'true' } : {},
      };
    },
  };
}
