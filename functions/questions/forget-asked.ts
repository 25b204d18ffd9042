import * as z from 'zod';
import { day } from '../../shared/domain/calendar/day.ts';
import { buildServices, type Services } from '../../shared/lambda/services.ts';
import { step } from '../../shared/lambda/step.ts';
import { forgetSubmission } from '../../shared/store/submission-acts.ts';
import { dueToForget } from '../../shared/store/submissions.ts';

const input = z.object({ day });

/** Pages of fifty in a round; what is left is due tomorrow as well. */
const MOST_PAGES = 10;

/** Deletes what people wrote to meetings, once the time for which it is kept is over. */
export async function forgetAsked(
  { day: today }: z.infer<typeof input>,
  { register, clock }: Pick<Services, 'register' | 'clock'>,
): Promise<{ word: 'forgotten' | 'nothing' }> {
  let forgotten = 0;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const ids = await dueToForget(register.table, today);
    for (const id of ids) await forgetSubmission(register, { at: clock.now(), today }, id);
    forgotten += ids.length;
    if (ids.length < 50) break;
  }
  return { word: forgotten > 0 ? 'forgotten' : 'nothing' };
}

// called by the workflow
export const handler = step(input, forgetAsked, buildServices);
