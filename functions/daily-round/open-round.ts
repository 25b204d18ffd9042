import * as z from 'zod';
import { addDays, type Day } from '../../shared/domain/calendar/day.ts';
import { buildServices, type Services } from '../../shared/lambda/services.ts';
import { step } from '../../shared/lambda/step.ts';
import { roundState, saveRound } from '../../shared/store/rounds.ts';

const input = z.object({ execution: z.string() });

/** Rounds missed for longer than this are not run one by one: their milestones are overtaken by the newest anyway. */
const MOST_DAYS_BEHIND = 60;

/** The next day whose round is to be run, today at the latest; a day opened and not closed is run again. */
export async function openRound(
  _input: z.infer<typeof input>,
  { register, clock }: Pick<Services, 'register' | 'clock'>,
): Promise<{ word: 'run' | 'nothing'; day: Day }> {
  const today = clock.today();
  const { closed } = await roundState(register.table);
  const oldest = addDays(today, -MOST_DAYS_BEHIND);
  const next = closed === null ? today : addDays(closed, 1);
  const day = next < oldest ? oldest : next;
  if (day > today) return { word: 'nothing', day: today };
  await saveRound(register.table, { opened: day, closed });
  return { word: 'run', day };
}

// called by the workflow
export const handler = step(input, openRound, buildServices);
