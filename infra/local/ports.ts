import { createServer } from 'node:net';
import * as z from 'zod';
import { type DataFolder, readJson, writeDurably } from './data-folder.ts';
import { StartRefused } from './start-refused.ts';

const portsSchema = z.record(z.string(), z.int());

const canBind = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** The sentence for a port that somebody else has. */
export function portTaken(port: number): StartRefused {
  return new StartRefused(
    `port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
  );
}

/** Refuses at once a port that is taken, before anything slow is done. */
export async function refuseTakenPort(port: number): Promise<void> {
  if (!(await canBind(port))) throw portTaken(port);
}

/** A port on the loopback that nobody uses now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('The loopback gave no port');
  return address.port;
}

/**
 * The port of one of the host's servers: the one it had last time, else the one wished for, else any that is free.
 * Keeping it lets links and forms in pages that are still open work after a restart.
 */
export async function keptPort(folder: DataFolder, name: string, wished: number): Promise<number> {
  const parsed = portsSchema.safeParse(readJson(folder.ports));
  const kept = parsed.success ? parsed.data : {};
  for (const port of [kept[name] ?? 0, wished])
    if (port > 0 && port < 65_536 && (await canBind(port))) return keep(port);
  return keep(await freePort());

  function keep(port: number): number {
    if (kept[name] !== port) writeDurably(folder.ports, JSON.stringify({ ...kept, [name]: port }));
    return port;
  }
}
