import * as z from 'zod';
import { addDays, day } from '../../shared/domain/calendar/day.ts';
import { buildServices, type Services } from '../../shared/lambda/services.ts';
import { step } from '../../shared/lambda/step.ts';
import { openWorkflows, type Workflows } from '../../shared/lambda/workflows.ts';
import { noteForAdministrator } from '../../shared/store/operations.ts';
import { dropToken, keepToken, tokensToCheck, type WaitingToken } from '../../shared/store/tokens.ts';

const input = z.object({ day });

type Checked = Pick<Services, 'register'> & { workflows: Workflows };

async function check(
  waiting: WaitingToken,
  today: string,
  { register: { table }, workflows }: Checked,
): Promise<boolean> {
  if (await workflows.isRunning(waiting.executionArn)) {
    await keepToken(table, { ...waiting, checkOn: addDays(today, 7) });
    return false;
  }
  // The question is put again from its start: asking finds an answer that is already on the record.
  const { recordId } = waiting;
  await workflows.start('promise-answer', `answer-${recordId}-again-${today}`, { commitmentId: recordId });
  await noteForAdministrator(table, { day: today, what: 'workflow-restarted', id: recordId, detail: 'promise-answer' });
  await dropToken(table, recordId, waiting.token);
  return true;
}

/** Finds records that wait on an execution that is not running, starts it again and tells the administrator. */
export async function restartWaiting(
  { day: today }: z.infer<typeof input>,
  services: Checked,
): Promise<{ restarted: number }> {
  const waiting = await tokensToCheck(services.register.table, today);
  const restarted: boolean[] = [];
  for (const one of waiting) restarted.push(await check(one, today, services));
  return { restarted: restarted.filter(Boolean).length };
}

// called by the workflow
export const handler = step(input, restartWaiting, () => {
  const services = buildServices();
  return { ...services, workflows: openWorkflows(services.configuration.WORKFLOWS) };
});
