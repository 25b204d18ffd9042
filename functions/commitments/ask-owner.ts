import * as z from 'zod';
import { addDays } from '../../shared/domain/calendar/day.ts';
import type { Commitment } from '../../shared/domain/commitments/commitment.ts';
import { buildServices, type Services } from '../../shared/lambda/services.ts';
import { step } from '../../shared/lambda/step.ts';
import { openWorkflows, type Workflows } from '../../shared/lambda/workflows.ts';
import { commitments } from '../../shared/store/commitments.ts';
import { find } from '../../shared/store/record-kind.ts';
import { dropToken, keepToken } from '../../shared/store/tokens.ts';

const input = z.object({ commitmentId: z.string(), taskToken: z.string(), executionArn: z.string() });

/** The answer that is on the record already, as the workflow's word; null while the owner has not answered. */
export function answerOnRecord(promise: Commitment | undefined): string | null {
  if (!promise) return 'ended';
  if (promise.state === 'not-mine') return 'not-mine';
  if (promise.state === 'done') return 'done';
  if (promise.state !== 'open') return 'ended';
  if (promise.extensions.some(({ answer }) => answer === 'waiting')) return 'more-time';
  return promise.acceptance.state === 'accepted' ? 'accepted' : null;
}

/** Keeps the task's token; when the record holds an answer already, gives it at once. The record is the truth. */
export async function askOwner(
  { commitmentId, taskToken, executionArn }: z.infer<typeof input>,
  { register, clock, workflows }: Pick<Services, 'register' | 'clock'> & { workflows: Workflows },
): Promise<{ word: 'asked' | 'answered' }> {
  // A week on, the round makes sure that the execution which waits is still running.
  const checkOn = addDays(clock.today(), 7);
  await keepToken(register.table, { recordId: commitmentId, token: taskToken, executionArn, checkOn });
  const promise = await find(register, commitments, commitmentId);
  const word = answerOnRecord(promise?.record);
  if (word === null) return { word: 'asked' };
  await workflows.answer(taskToken, { word });
  await dropToken(register.table, commitmentId, taskToken);
  return { word: 'answered' };
}

// called by the workflow
export const handler = step(input, askOwner, () => {
  const services = buildServices();
  return { ...services, workflows: openWorkflows(services.configuration.WORKFLOWS) };
});
