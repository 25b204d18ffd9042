import { StringDecoder } from 'node:string_decoder';
import { WrongUse } from './command.ts';

const LONGEST_LINE_CHARACTERS = 1_000_000;

/** The lines of a stream as they arrive, without their ends, blank ones left out. Throws `WrongUse` for an endless line. */
export async function* linesOf(stream: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of stream) {
    const lines = (rest + (typeof chunk === 'string' ? chunk : decoder.write(chunk))).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE_CHARACTERS)
      throw new WrongUse('a line is longer than 1 MB; give one JSON object a line');
    for (const line of lines) if (line.trim() !== '') yield line.trim();
  }
  const last = (rest + decoder.end()).trim();
  if (last !== '') yield last;
}
