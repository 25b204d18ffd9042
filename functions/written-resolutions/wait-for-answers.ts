import * as z from 'zod';
import { addDays } from '../../shared/domain/calendar/day.ts';
import { buildServices, type Services } from '../../shared/lambda/services.ts';
import { step } from '../../shared/lambda/step.ts';
import { openWorkflows, type Workflows } from '../../shared/lambda/workflows.ts';
import { find } from '../../shared/store/record-kind.ts';
import { dropToken, keepToken } from '../../shared/store/tokens.ts';
import { writtenResolutions } from '../../shared/store/written-resolutions.ts';

const input = z.object({ resolutionId: z.string(), taskToken: z.string(), executionArn: z.string() });

/** Keeps the task's token; when it has ended already, answers at once. The record is the truth. */
export async function waitForAnswers(
  { resolutionId, taskToken, executionArn }: z.infer<typeof input>,
  { register, clock, workflows }: Pick<Services, 'register' | 'clock'> & { workflows: Workflows },
): Promise<{ word: 'waits' | 'answered' }> {
  // A decision in writing is open for days, not weeks: the next round makes sure that the execution still runs.
  const checkOn = addDays(clock.today(), 1);
  await keepToken(register.table, { recordId: resolutionId, token: taskToken, executionArn, checkOn });
  const found = await find(register, writtenResolutions, resolutionId);
  if (found?.record.state === 'put') return { word: 'waits' };
  await workflows.answer(taskToken, { word: found?.record.state ?? 'ended' });
  await dropToken(register.table, resolutionId, taskToken);
  return { word: 'answered' };
}

// called by the workflow
export const handler = step(input, waitForAnswers, () => {
  const services = buildServices();
  return { ...services, workflows: openWorkflows(services.configuration.WORKFLOWS) };
});
