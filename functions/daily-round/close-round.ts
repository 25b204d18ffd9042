import * as z from 'zod';
import { day } from '../../shared/domain/calendar/day.ts';
import { buildServices, type Services } from '../../shared/lambda/services.ts';
import { step } from '../../shared/lambda/step.ts';
import { roundState, saveRound } from '../../shared/store/rounds.ts';

const input = z.object({ day });

/** The round of that day is done: the next one is the day after. Never goes back. */
export async function closeRound(
  { day: done }: z.infer<typeof input>,
  { register }: Pick<Services, 'register'>,
): Promise<{ word: 'closed' }> {
  const { closed } = await roundState(register.table);
  if (closed === null || closed < done) await saveRound(register.table, { opened: done, closed: done });
  return { word: 'closed' };
}

// called by the workflow
export const handler = step(input, closeRound, buildServices);
