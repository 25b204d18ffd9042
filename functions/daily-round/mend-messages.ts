import * as z from 'zod';
import { londonDay, londonInstant } from '../../shared/domain/calendar/day.ts';
import { buildServices } from '../../shared/lambda/services.ts';
import { step } from '../../shared/lambda/step.ts';
import { mend, type Post } from '../../shared/messages/deliver.ts';
import { openPost } from '../../shared/messages/open-post.ts';

/** The round says its day; the clock, which calls every five minutes, does not. */
const input = z.object({ day: z.string().optional() });

// Nobody is written to at night. At a weekend they are: the message fell due on a working day and is late already.
const OFFICE_OPENS = '07:30';
const OFFICE_CLOSES = '18:30';

function isInHours(now: string): boolean {
  const today = londonDay(now);
  return now >= londonInstant(today, OFFICE_OPENS) && now < londonInstant(today, OFFICE_CLOSES);
}

/**
 * Sends again what was claimed and never settled, and what failed and is to be tried again. Between 07:30 and 18:30 in
 * London by business time; what is left waits for the next morning's round, which mends before it sends.
 */
export async function mendMessages(
  { day }: z.infer<typeof input>,
  { post }: { post: Post },
): Promise<{ word: 'mended' | 'nothing' | 'not-now' }> {
  if (day === undefined && !isInHours(post.now())) return { word: 'not-now' };
  return { word: (await mend(post)) > 0 ? 'mended' : 'nothing' };
}

// called by the workflow and by the clock
export const handler = step(input, mendMessages, () => ({ post: openPost(buildServices()) }));
