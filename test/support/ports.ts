import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the range from which the kernel gives ports to whoever asks for any; each test worker has a part of it to itself. */
const LOWEST = 10_000;
const EACH = 4_000;
const worker = Number(process.env['JEST_WORKER_ID'] ?? 1);
const first = LOWEST + ((worker - 1) % 5) * EACH;
let next = randomInt(EACH);

const canBind = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** So many free ports in a row, the first of them; no other test is given them, nor are they taken by a connection. */
export async function ownPort(inARow = 1): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = first + (next % (EACH - inARow));
    next += inARow;
    const free = await Promise.all(Array.from({ length: inARow }, (_, at) => canBind(port + at)));
    if (free.every(Boolean)) return port;
  }
  throw new Error(`No ${inARow} free ports in a row were found`);
}
