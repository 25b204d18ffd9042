import { createCipheriv, createDecipheriv, createHash, createHmac } from 'node:crypto';
import * as z from 'zod';
import { Refused } from './problems.ts';

/** Where a page of a list ended: names and values of the key after which the next begins. */
export type Position = Readonly<Record<string, string>>;

/** Makes cursors and reads them back. `binding` is the query: a cursor of another is refused. */
export type Cursors = {
  seal(position: Position, binding: readonly string[]): Promise<string>;
  /** Throws `Refused`. */
  open(cursor: string, binding: readonly string[]): Promise<Position>;
};

const position = z.record(z.string(), z.string());
const IV = 12;
const TAG = 16;

const boundTo = (binding: readonly string[]): Buffer => createHash('sha256').update(JSON.stringify(binding)).digest();

/** Cursors that nobody can read or make, bound to the query and the person: AES-256-GCM. */
export function sealedCursors(key: () => Promise<Buffer>, personId: string): Cursors {
  return {
    seal: async (where, binding) => {
      const [secret, bound, plain] = [await key(), boundTo([personId, ...binding]), JSON.stringify(where)];
      // Made from what is sealed, not at random: the same page has the same cursor, and so the same ETag.
      const iv = createHmac('sha256', secret).update(bound).update(plain).digest().subarray(0, IV);
      const cipher = createCipheriv('aes-256-gcm', secret, iv);
      cipher.setAAD(bound);
      const text = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url');
    },
    open: async (cursor, binding) => {
      const bytes = Buffer.from(cursor, 'base64url');
      if (bytes.length <= IV + TAG) throw new Refused('wrong-cursor');
      const decipher = createDecipheriv('aes-256-gcm', await key(), bytes.subarray(0, IV));
      decipher.setAAD(boundTo([personId, ...binding]));
      decipher.setAuthTag(bytes.subarray(IV, IV + TAG));
      try {
        const text = Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]);
        return position.parse(JSON.parse(text.toString()));
      } catch {
        throw new Refused('wrong-cursor');
      }
    },
  };
}

const open = z.strictObject({ of: z.string(), at: position });

/**
 * Cursors of what everybody may read: bound to the query, and with nothing to hide. The public part holds no secret to
 * seal with.
 */
export const openCursors: Cursors = {
  seal: async (at, binding) =>
    Buffer.from(JSON.stringify({ of: boundTo(binding).toString('hex'), at })).toString('base64url'),
  open: async (cursor, binding) => {
    try {
      const { of, at } = open.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
      if (of === boundTo(binding).toString('hex')) return at;
    } catch {
      // Not one of ours: said below.
    }
    throw new Refused('wrong-cursor');
  },
};
