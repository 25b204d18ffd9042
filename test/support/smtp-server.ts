import { createServer, type Socket } from 'node:net';

export type TakenMail = { readonly from: string; readonly to: readonly string[]; readonly raw: string };

const addressIn = (line: string): string => /<([^>]*)>/.exec(line)?.[1] ?? '';

type Refusals = { readonly refuses?: string };

function converse(socket: Socket, taken: TakenMail[], { refuses }: Refusals): void {
  let [from, raw, inData, pending] = ['', '', false, ''];
  let to: string[] = [];
  const say = (line: string) => socket.write(`${line}\r\n`);
  const endData = () => {
    taken.push({ from, to, raw });
    [raw, inData, to] = ['', false, []];
    say('250 taken');
  };
  const recipient = (address: string) => {
    const refused = address === refuses;
    if (!refused) to.push(address);
    say(refused ? '550 no such person here' : '250 ok');
  };
  const beginData = () => {
    inData = true;
    say('354 go on');
  };
  const sender = (address: string) => {
    from = address;
    say('250 ok');
  };
  const commands: Record<string, (line: string) => void> = {
    MAIL: (line) => sender(addressIn(line)),
    RCPT: (line) => recipient(addressIn(line)),
    DATA: beginData,
    QUIT: () => socket.end('221 bye\r\n'),
  };
  const command = (line: string) => (commands[line.slice(0, 4)] ?? (() => say('250 ok')))(line);
  const data = (line: string) => {
    if (line === '.') return endData();
    raw += `${line}\n`;
  };
  const hear = (line: string) => (inData ? data(line) : command(line));
  say('220 localhost');
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    const lines = (pending + chunk.toString('utf8')).split('\r\n');
    pending = lines.pop() ?? '';
    for (const line of lines) hear(line);
  });
}

/** A real, very small SMTP server on the loopback, keeping what it takes. It refuses one address, if told to. */
export async function startSmtp(refusals: Refusals = {}) {
  const taken: TakenMail[] = [];
  const server = createServer((socket) => converse(socket, taken, refusals));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    taken,
    url: `smtp://127.0.0.1:${port}`,
    stop: () => new Promise<void>((stopped) => void server.close(() => stopped())),
  };
}
