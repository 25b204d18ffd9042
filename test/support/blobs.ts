import { createHash } from 'node:crypto';
import type { Blobs } from '../../shared/store/blobs.ts';

/** Long texts of one test, by the hash of their content. */
export function testBlobs(): Blobs {
  const held = new Map<string, string>();
  return {
    put: async (text) => {
      const hash = createHash('sha256').update(text).digest('hex');
      held.set(hash, text);
      return hash;
    },
    get: async (hash) => {
      const text = held.get(hash);
      if (text === undefined) throw new Error('No text is held under that hash');
      return text;
    },
  };
}
