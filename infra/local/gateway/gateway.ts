import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { CrashPoint } from '../crash-points.ts';
import { PAYLOAD_BYTES } from '../invoke-functions.ts';
import { portTaken } from '../ports.ts';
import { StartRefused } from '../start-refused.ts';
import { HEAD_BYTES, headStatus, NODE_HEAD_BYTES, TIMEOUT_MILLISECONDS } from './limits.ts';
import { type Answer, toAnswer, toEvent } from './payload-v2.ts';
import { readBody } from './request-body.ts';
import type { RouteHit } from './route-table.ts';

/** A part of the site that the host answers itself: everything below `prefix`. */
export type LocalPart = {
  readonly prefix: string;
  readonly handle: (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;
};

/** What can go wrong before a function is asked or after it has answered. */
export type GatewayTrouble =
  | 'not found'
  | 'head too large'
  | 'body too large'
  | 'too slow'
  | 'gone wrong'
  | 'wrong host';

export type GatewayOptions = {
  readonly port: number;
  /** `http://localhost:PORT`: the one address that is answered. Others are sent here. */
  readonly publicAddress: string;
  readonly parts: readonly LocalPart[];
  readonly route: (method: string, path: string) => RouteHit | undefined;
  readonly invoke: (name: string, event: unknown) => Promise<unknown>;
  readonly troublePage: (trouble: GatewayTrouble, request: IncomingMessage) => { contentType: string; body: string };
  readonly crashPoint: CrashPoint;
  readonly say: (line: string) => void;
  readonly timeoutMilliseconds?: number;
};

export type Gateway = { readonly port: number; readonly close: () => Promise<void> };

const statusOf: Record<GatewayTrouble, number> = {
  'not found': 404,
  'head too large': 431,
  'body too large': 413,
  'too slow': 503,
  'gone wrong': 500,
  'wrong host': 421,
};

const send = (response: ServerResponse, answer: Answer): void => {
  const cookies = answer.cookies.length > 0 ? { 'set-cookie': [...answer.cookies] } : {};
  response.writeHead(answer.status, { ...answer.headers, ...cookies, 'content-length': answer.body.length });
  response.end(answer.body);
};

class TooSlow extends Error {
  override name = 'TooSlow';
}

async function inTime<Result>(work: Promise<Result>, milliseconds: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooSlow('The function gave no answer in time')), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

const answering = (options: GatewayOptions) => {
  const trouble = (response: ServerResponse, request: IncomingMessage, kind: GatewayTrouble, status?: number) => {
    const { contentType, body } = options.troublePage(kind, request);
    const headers = { 'content-type': contentType, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
    send(response, { status: status ?? statusOf[kind], headers, cookies: [], body: Buffer.from(body) });
  };

  const callFunction = async (request: IncomingMessage, response: ServerResponse, hit: RouteHit) => {
    const body = await readBody(request, PAYLOAD_BYTES);
    if (body === 'abandoned') return void request.destroy();
    const event = body === 'too large' ? undefined : toEvent(request, body, hit);
    if (event === undefined || Buffer.byteLength(JSON.stringify(event)) > PAYLOAD_BYTES)
      return trouble(response, request, 'body too large');
    options.crashPoint('gateway:before-handler');
    const work = options.invoke(hit.entry.name, event);
    const result = await inTime(work, options.timeoutMilliseconds ?? TIMEOUT_MILLISECONDS);
    options.crashPoint('gateway:after-handler');
    const answer = toAnswer(result);
    if (answer) send(response, answer);
    else trouble(response, request, 'gone wrong');
  };

  const toPublicAddress = (request: IncomingMessage, response: ServerResponse) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return trouble(response, request, 'wrong host');
    response.writeHead(307, { location: `${options.publicAddress}${request.url}` }).end();
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const status = headStatus(request);
    if (status) return trouble(response, request, 'head too large', status);
    // One spelling of the host: sign-in cookies depend on it, and a foreign name that points here is not answered.
    if (request.headers.host !== new URL(options.publicAddress).host) return toPublicAddress(request, response);
    const url = new URL(request.url ?? '/', options.publicAddress);
    const part = options.parts.find(({ prefix }) => url.pathname.startsWith(prefix));
    if (part) return part.handle(request, response, url);
    const hit = options.route(request.method ?? 'GET', url.pathname);
    if (!hit) return trouble(response, request, 'not found');
    return callFunction(request, response, hit);
  };

  return (request: IncomingMessage, response: ServerResponse): void => {
    serve(request, response).catch((error: unknown) => {
      const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
      options.say(`${request.method} ${request.url?.split('?')[0]} failed: ${words}`);
      if (response.headersSent) return void response.destroy();
      trouble(response, request, error instanceof TooSlow ? 'too slow' : 'gone wrong');
    });
  };
};

type Bound = 'bound' | 'taken' | 'no such address';

const bind = (server: Server, port: number, host: string): Promise<Bound> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve('taken');
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve('no such address');
      else if (error.code === 'EACCES')
        reject(new StartRefused(`port ${port} may not be used here. Choose another: PORT=3001 npm start`));
      else reject(error);
    });
    server.listen(port, host, () => resolve('bound'));
  });

const unbind = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    if (!server.listening) return resolve();
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** Starts the HTTP API of this machine on `localhost` (both families where there are two), or refuses with one sentence. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const listener = answering(options);
  const servers = ['127.0.0.1', '::1'].map((host) => ({
    host,
    server: createServer({ maxHeaderSize: NODE_HEAD_BYTES, requestTimeout: 120_000 }, listener),
  }));
  const close = async () => void (await Promise.all(servers.map(({ server }) => unbind(server))));
  for (const { host, server } of servers) {
    server.on('clientError', (_, socket) => {
      if (socket.writable)
        socket.end(`HTTP/1.1 431 More than ${HEAD_BYTES} bytes of headers\r\nconnection: close\r\n\r\n`);
    });
    const bound = await bind(server, options.port, host);
    if (bound === 'bound' || (bound === 'no such address' && host === '::1')) continue;
    await close();
    throw portTaken(options.port);
  }
  return { port: options.port, close };
}
