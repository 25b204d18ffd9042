import * as z from 'zod';
import { day } from '../../shared/domain/calendar/day.ts';
import { buildServices, type Services } from '../../shared/lambda/services.ts';
import { step } from '../../shared/lambda/step.ts';
import { duePage } from '../../shared/store/commitments.ts';
import { digestPage } from '../../shared/store/reminders.ts';

const input = z.object({ day, what: z.enum(['promises', 'readers']), after: z.string().nullable() });

/** Small enough that ids stay far below what a workflow may carry, large enough to keep ten steps busy. */
const PAGE = 50;

/** A page of what is due up to that day: ids only, and where the next page begins. */
export async function findDue(
  { day: today, what, after }: z.infer<typeof input>,
  { register: { table } }: Pick<Services, 'register'>,
): Promise<{ ids: string[]; next: string | null }> {
  return what === 'promises' ? duePage(table, today, PAGE, after) : digestPage(table, today, PAGE, after);
}

// called by the workflow
export const handler = step(input, findDue, buildServices);
