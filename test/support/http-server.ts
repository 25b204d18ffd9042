import { createServer } from 'node:http';

export type Heard = { readonly path: string; readonly body: string };
export type Reply = { readonly status?: number; readonly body: unknown };

/** An HTTP server on the loopback that keeps what it heard and answers JSON. */
export async function startHttp(reply: (heard: Heard) => Reply) {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const one = { path: request.url ?? '', body: Buffer.concat(chunks).toString('utf8') };
    heard.push(one);
    const { status = 200, body } = reply(one);
    response.writeHead(status, { 'content-type': 'application/json', connection: 'close' }).end(JSON.stringify(body));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    heard,
    url: `http://127.0.0.1:${port}`,
    stop: () => new Promise<void>((stopped) => void server.close(() => stopped())),
  };
}
