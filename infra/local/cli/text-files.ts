import { readFile } from 'node:fs/promises';
import { checkSource } from '../../../shared/minutes/source.ts';
import { WrongUse } from './command.ts';

/** The text of a file to read. Throws `WrongUse` for a file that cannot be read, is empty or is not text. */
export async function textOf(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new WrongUse(`cannot read ${path}: ${reasons[error.code ?? ''] ?? error.message}`);
  });
  const text = bytes.toString('utf8');
  const check = checkSource(text);
  if (check === 'empty') throw new WrongUse(`cannot read ${path}: the file is empty`);
  if (check === 'not-text') throw new WrongUse(`cannot read ${path}: it is not text; save the minutes as text or HTML`);
  return text;
}

const reasons: Record<string, string> = {
  ENOENT: 'there is no such file',
  EACCES: 'reading it is not allowed',
  EISDIR: 'it is a folder',
};
