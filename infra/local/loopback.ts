import type { Server } from 'node:http';

export type LoopbackServer = { readonly port: number; readonly address: string; readonly close: () => Promise<void> };

/** Listens on 127.0.0.1 only; port 0 is any that is free. */
export async function listenOnLoopback(server: Server, port = 0): Promise<LoopbackServer> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('A server on the loopback has no port');
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { port: bound.port, address: `http://127.0.0.1:${bound.port}`, close };
}
