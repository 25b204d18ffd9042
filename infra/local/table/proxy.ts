import { Agent, request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { CrashPoint } from '../crash-points.ts';
import { readBody } from '../gateway/request-body.ts';
import { type LoopbackServer, listenOnLoopback } from '../loopback.ts';

/** DynamoDB's own limit on a request, in bytes. */
const REQUEST_BYTES = 16 * 1024 * 1024;
const CONTENT_TYPE = 'application/x-amz-json-1.0';

const WRITES = ['PutItem', 'UpdateItem', 'DeleteItem', 'TransactWriteItems', 'BatchWriteItem'];

/** A request to the table as it passes: `TransactWriteItems` and the like, with its parsed body. */
export type TableRequest = { readonly operation: string; readonly body: unknown; readonly isWrite: boolean };

/** Answers instead of the table: an error that DynamoDB could give. */
export type TableFault = 'refuse' | 'conflict' | 'throttle' | 'down';

export type TableReply = { readonly status: number; readonly body: Buffer };

export type TableProxyOptions = {
  readonly target: string;
  readonly crashPoint?: CrashPoint;
  /** Asked before each request; a fault is answered in the table's place. */
  readonly faultFor?: (request: TableRequest) => TableFault | undefined;
  /** Sees the request and may change the answer; for stores that must look older than they are. */
  readonly around?: (request: TableRequest, forward: (body?: unknown) => Promise<TableReply>) => Promise<TableReply>;
};

const PREFIX = 'com.amazonaws.dynamodb.v20120810#';
const error = (status: number, type: string, rest: Record<string, unknown>): TableReply => ({
  status,
  body: Buffer.from(JSON.stringify({ __type: `${PREFIX}${type}`, ...rest })),
});

const faultReply = (fault: TableFault, { operation }: TableRequest): TableReply => {
  switch (fault) {
    case 'refuse':
      return error(400, 'AccessDeniedException', { Message: `Not allowed here: ${operation}` });
    case 'throttle':
      return error(400, 'ProvisionedThroughputExceededException', { message: 'Throttled' });
    case 'down':
      return error(500, 'InternalServerError', { message: 'Internal server error' });
    case 'conflict':
      return operation === 'TransactWriteItems'
        ? error(400, 'TransactionCanceledException', {
            Message:
              'Transaction cancelled, please refer cancellation reasons for specific reasons [TransactionConflict]',
            CancellationReasons: [{ Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' }],
          })
        : error(400, 'TransactionConflictException', { message: 'Transaction is ongoing for the item' });
  }
};

const parsed = (body: Buffer): unknown => {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return value;
  } catch {
    return undefined;
  }
};

const forwardTo = (target: string, agent: Agent, headers: IncomingMessage['headers']) => (body: Buffer) =>
  new Promise<TableReply>((resolve, reject) => {
    const { 'transfer-encoding': _, host: __, ...kept } = headers;
    const out = ask(
      target,
      { method: 'POST', agent, headers: { ...kept, 'content-length': body.length } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 500, body: Buffer.concat(chunks) }));
        answer.on('error', reject);
      },
    );
    out.on('error', reject);
    out.end(body);
  });

/**
 * A loopback server in front of the table that sees every request: it guards what the public function may read, and in
 * tests it dies, refuses, conflicts and throttles where told.
 */
export async function startTableProxy(options: TableProxyOptions): Promise<LoopbackServer> {
  const agent = new Agent({ keepAlive: true });
  const { crashPoint = () => {}, faultFor = () => undefined } = options;
  const around = options.around ?? ((_, forward) => forward());

  const reply = async (incoming: IncomingMessage): Promise<TableReply> => {
    const body = await readBody(incoming, REQUEST_BYTES);
    if (!Buffer.isBuffer(body)) return error(413, 'RequestEntityTooLargeException', { message: 'Too large' });
    const operation = String(incoming.headers['x-amz-target'] ?? '').split('.')[1] ?? '';
    const request = { operation, body: parsed(body), isWrite: WRITES.includes(operation) };
    const fault = faultFor(request);
    if (fault) return faultReply(fault, request);
    const forward = forwardTo(options.target, agent, incoming.headers);
    if (request.isWrite) crashPoint('table:before-write');
    const answer = await around(request, (changed) => forward(changed ? Buffer.from(JSON.stringify(changed)) : body));
    if (request.isWrite) crashPoint('table:after-write');
    return answer;
  };
  const serve = (incoming: IncomingMessage, response: ServerResponse): void => {
    reply(incoming).then(
      ({ status, body }) =>
        response.writeHead(status, { 'content-type': CONTENT_TYPE, 'content-length': body.length }).end(body),
      () => response.destroy(),
    );
  };
  const server = await listenOnLoopback(createServer(serve));
  return {
    ...server,
    close: async () => {
      agent.destroy();
      await server.close();
    },
  };
}
