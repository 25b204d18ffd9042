import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { TransitionRefused } from '../../shared/domain/record.ts';
import { logFault } from '../../shared/lambda/log.ts';
import { NotFound, NotUnique, StoreBusy, VersionConflict } from '../../shared/store/errors.ts';
import { etagOf, etagOfVersion, isHeld } from './etag.ts';
import { BASE, findOperation } from './find-operation.ts';
import type { Answer, Line, Operation, Raw } from './operation.ts';
import { problemBody, problems, Refused } from './problems.ts';

type Event = APIGatewayProxyEventV2;
type Result = APIGatewayProxyStructuredResultV2;

/** A body's most, in bytes: what a form field takes, said on the problem's page. */
const MOST_BYTES = 1_000_000;

function bodyOf({ body = '', isBase64Encoded, headers }: Event): unknown {
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > MOST_BYTES) throw new Refused('too-long');
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new Refused('wrong-content-type');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refused('not-json');
  }
}

const rawOf = (event: Event, { method }: Line, params: Record<string, string>): Raw => ({
  path: event.rawPath.slice(BASE.length),
  params,
  query: new URLSearchParams(event.rawQueryString),
  headers: event.headers,
  body: method === 'GET' ? null : bodyOf(event),
});

function toRefused(fault: unknown): Refused {
  if (fault instanceof Refused) return fault;
  if (fault instanceof NotFound) return new Refused('not-found');
  if (fault instanceof TransitionRefused) return new Refused('not-possible-now', { detail: fault.message });
  if (fault instanceof NotUnique) return new Refused('taken');
  const reference = randomUUID().slice(0, 8);
  // Two at the same moment, where neither had to say what they had looked at: the second is decided afresh.
  const passing = fault instanceof StoreBusy || fault instanceof VersionConflict;
  logFault(fault, { reference });
  return passing
    ? new Refused('busy', { headers: { 'retry-after': '2' } })
    : new Refused('gone-wrong', { members: { reference } });
}

type JsonApi<Caller> = {
  /** The operations among which those of an address are; loaded when they are first asked for. */
  operationsAt: (address: string) => Promise<readonly Operation<Caller>[]>;
  /** Lets somebody in, or throws `Refused`. */
  enter: (event: Event, operation: Line) => Promise<Caller>;
  publicAddress: string;
  /** On every answer. */
  headers: Readonly<Record<string, string>>;
};

/** Answers JSON requests by the lines of a list; what goes wrong is a problem of RFC 9457, never a stack. */
export function jsonApi<Caller>({ operationsAt, enter, publicAddress, headers }: JsonApi<Caller>) {
  const say = (event: Event, { value, version, headers: more }: Answer, method: Line['method']): Result => {
    const body = JSON.stringify(value);
    const reading = method === 'GET';
    const etag = reading ? etagOf(body, version) : version === undefined ? undefined : etagOfVersion(version);
    const common = { ...headers, ...more, ...(etag === undefined ? {} : { etag }) };
    if (reading && etag !== undefined && isHeld(event.headers['if-none-match'], etag))
      return { statusCode: 304, headers: common };
    return {
      statusCode: 200,
      headers: { ...common, 'content-type': 'application/json; charset=utf-8' },
      body: event.requestContext.http.method === 'HEAD' ? '' : body,
    };
  };
  const refuse = (event: Event, fault: unknown): Result => {
    const { problem, more } = toRefused(fault);
    const body = problemBody(problem, publicAddress, more);
    return {
      statusCode: problems[problem].status,
      headers: {
        ...headers,
        ...more.headers,
        'cache-control': 'no-store',
        'content-type': 'application/problem+json; charset=utf-8',
      },
      body: event.requestContext.http.method === 'HEAD' ? '' : JSON.stringify(body),
    };
  };
  return async (event: Event): Promise<Result> => {
    try {
      const { operation, params } = findOperation(
        await operationsAt(event.rawPath),
        event.requestContext.http.method,
        event.rawPath,
      );
      const caller = await enter(event, operation);
      return say(event, await operation.run(caller, rawOf(event, operation, params)), operation.method);
    } catch (fault) {
      return refuse(event, fault);
    }
  };
}
