import * as z from 'zod';
import { day } from '../../shared/domain/calendar/day.ts';
import { buildServices, type Services } from '../../shared/lambda/services.ts';
import { step } from '../../shared/lambda/step.ts';
import { closeWindow } from '../../shared/store/close-window.ts';
import { decisionsDue } from '../../shared/store/decisions.ts';

const input = z.object({ day });

/** More than an executive publishes in a month; what waits for a judgement stays among them. */
const MOST = 200;

/** Lets decisions take effect whose window has closed and whose day has come. Once: a second round finds none. */
export async function moveDecisions(
  { day: today }: z.infer<typeof input>,
  { register, clock }: Pick<Services, 'register' | 'clock'>,
): Promise<{ moved: number }> {
  const due = await decisionsDue(register.table, today, MOST);
  let moved = 0;
  for (const id of due) {
    const word = await closeWindow(register, { id, at: clock.now(), today });
    if (word === 'may-take-effect') moved += 1;
  }
  return { moved };
}

// called by the workflow
export const handler = step(input, moveDecisions, buildServices);
