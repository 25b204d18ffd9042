import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { readJson, writeDurably } from '../data-folder.ts';
import type { SpooledFile } from './spool-form.ts';

const objectSchema = z.object({
  key: z.string(),
  size: z.int(),
  etag: z.string(),
  at: z.string(),
  /** The file that holds the content; a new one for each version, so that a reader sees one or the other. */
  content: z.string(),
  headers: z.record(z.string(), z.string()),
});
export type StoredObject = z.infer<typeof objectSchema>;

export type ObjectFiles = ReturnType<typeof openObjectFiles>;

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The objects of one bucket on the disk. Keys are hashed into names, so no key reaches outside the folder. */
export function openObjectFiles(folder: string) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const place = (key: string) => {
    const name = hash(key);
    return { shelf: join(folder, name.slice(0, 2)), name };
  };
  const facts = (key: string): string => join(place(key).shelf, `${place(key).name}.json`);

  const find = (key: string): StoredObject | undefined => {
    const kept = readJson(facts(key));
    return kept === undefined ? undefined : objectSchema.parse(kept);
  };

  /** Content first, then the facts that name it: after a power cut the object is the old one or the new one. */
  const keep = (
    key: string,
    { size, etag, headers }: Pick<StoredObject, 'size' | 'etag' | 'headers'>,
    write: (content: string) => void,
  ): StoredObject => {
    const { shelf, name } = place(key);
    mkdirSync(shelf, { recursive: true, mode: 0o700 });
    const before = find(key);
    const content = join(shelf, `${name}.${randomUUID()}`);
    write(content);
    const object = { key, size, etag, at: new Date().toISOString(), content, headers };
    writeDurably(facts(key), JSON.stringify(object));
    if (before) rmSync(before.content, { force: true });
    return object;
  };

  const put = (key: string, bytes: Buffer, headers: Record<string, string>): StoredObject => {
    const etag = createHash('md5').update(bytes).digest('hex');
    return keep(key, { size: bytes.length, etag, headers }, (content) => writeDurably(content, bytes));
  };

  /** The same with a file that lies on the disk already, and is ours from now on. */
  const putFile = (key: string, { path, size, etag }: SpooledFile, headers: Record<string, string>): StoredObject =>
    keep(key, { size, etag, headers }, (content) => renameSync(path, content));

  const remove = (key: string): void => {
    const before = find(key);
    rmSync(facts(key), { force: true });
    if (before) rmSync(before.content, { force: true });
  };

  /** Objects whose key begins so and comes after `after`, by key. Reads every object's facts: for one machine. */
  const list = (prefix: string, after: string): StoredObject[] =>
    readdirSync(folder)
      .flatMap((shelf) => readdirSync(join(folder, shelf)).map((name) => join(folder, shelf, name)))
      .filter((file) => file.endsWith('.json') && existsSync(file))
      .map((file) => objectSchema.parse(readJson(file)))
      .filter(({ key }) => key.startsWith(prefix) && key > after)
      .sort((a, b) => (a.key < b.key ? -1 : 1));

  // Beside the shelves, on the same disk.
  const spool = `${folder}.coming`;
  rmSync(spool, { recursive: true, force: true });
  return {
    find,
    put,
    putFile,
    remove,
    list,
    spool,
    read: (object: StoredObject): Buffer => readFileSync(object.content),
  };
}
