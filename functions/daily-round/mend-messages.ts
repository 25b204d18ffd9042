import * as z from 'zod';
import { buildServices } from '../../shared/lambda/services.ts';
import { step } from '../../shared/lambda/step.ts';
import { mend, type Post } from '../../shared/messages/deliver.ts';
import { openPost } from '../../shared/messages/open-post.ts';

/** Sends once more what was claimed and never settled: the log marks it as repeated. */
export async function mendMessages(_event: unknown, { post }: { post: Post }): Promise<{ word: 'mended' | 'nothing' }> {
  return { word: (await mend(post)) > 0 ? 'mended' : 'nothing' };
}

// called by the workflow and by the clock
export const handler = step(z.unknown(), mendMessages, () => ({ post: openPost(buildServices()) }));
