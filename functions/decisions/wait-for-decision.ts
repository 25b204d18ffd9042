import * as z from 'zod';
import { addDays } from '../../shared/domain/calendar/day.ts';
import { goesOn } from '../../shared/domain/decisions/milestones.ts';
import { buildServices, type Services } from '../../shared/lambda/services.ts';
import { step } from '../../shared/lambda/step.ts';
import { openWorkflows, type Workflows } from '../../shared/lambda/workflows.ts';
import { decisionAround } from '../../shared/store/decision-around.ts';
import { dropToken, keepToken } from '../../shared/store/tokens.ts';
import { untold } from './look-at-decision.ts';

const input = z.object({
  decisionId: z.string(),
  told: z.array(z.string()),
  taskToken: z.string(),
  executionArn: z.string(),
});

/** Keeps the task's token; when something has come about meanwhile, answers at once. The record is the truth. */
export async function waitForDecision(
  { decisionId, told, taskToken, executionArn }: z.infer<typeof input>,
  { register, clock, workflows }: Pick<Services, 'register' | 'clock'> & { workflows: Workflows },
): Promise<{ word: 'waits' | 'answered' }> {
  const today = clock.today();
  const checkOn = addDays(today, 7);
  await keepToken(register.table, { recordId: decisionId, token: taskToken, executionArn, checkOn });
  const around = await decisionAround(register, decisionId, today);
  if (untold(around, told, today).length === 0 && goesOn(around.record)) return { word: 'waits' };
  await workflows.answer(taskToken, { word: 'look' });
  await dropToken(register.table, decisionId, taskToken);
  return { word: 'answered' };
}

// called by the workflow
export const handler = step(input, waitForDecision, () => {
  const services = buildServices();
  return { ...services, workflows: openWorkflows(services.configuration.WORKFLOWS) };
});
