import * as z from 'zod';

/** What every step of the workflow is told: ids, no words of the agenda. */
export const whichPublication = z.object({ meetingId: z.string(), publicationId: z.string() });
export type WhichPublication = z.infer<typeof whichPublication>;
