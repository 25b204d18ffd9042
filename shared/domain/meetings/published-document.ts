import * as z from 'zod';
import { strictObjectLater } from '../built-later.ts';

/** A document made of what is published: the agenda, or the notice of the meeting. Its size, and the SHA-256 of its bytes. */
export const madeDocument = strictObjectLater(() => ({
  name: z.enum(['agenda', 'notice']),
  bytes: z.int().min(1),
  hash: z.string().length(64),
}));
export type MadeDocument = z.infer<typeof madeDocument>;
