import { createHash } from 'node:crypto';
import * as z from 'zod';
import { isUnderWay } from '../../shared/domain/agendas/agenda.ts';
import { addDays, day, londonDay } from '../../shared/domain/calendar/day.ts';
import { buildServices, type Services } from '../../shared/lambda/services.ts';
import { step } from '../../shared/lambda/step.ts';
import { openWorkflows, type Workflows } from '../../shared/lambda/workflows.ts';
import { agendasBeingPublished } from '../../shared/store/agendas.ts';
import { noteForAdministrator } from '../../shared/store/operations.ts';
import { readingsBeingEntered } from '../../shared/store/readings.ts';
import { dropToken, keepToken, tokensToCheck, type WaitingToken } from '../../shared/store/tokens.ts';

const input = z.object({ day });

type Checked = Pick<Services, 'register'> & { workflows: Workflows };

type Start = { prefix: string; workflow: string; input: (recordId: string) => Record<string, unknown> };

const asking: Start = { prefix: 'answer-', workflow: 'promise-answer', input: (commitmentId) => ({ commitmentId }) };

/** How the workflows begin that wait with a token, by how their executions are named. */
const starts: readonly Start[] = [
  asking,
  { prefix: 'written-', workflow: 'written-resolution', input: (resolutionId) => ({ resolutionId }) },
  { prefix: 'decision-', workflow: 'decision', input: (decisionId) => ({ decisionId }) },
];

const startOf = (executionArn: string): Start => {
  const name = executionArn.split(':').at(-1) ?? '';
  return starts.find(({ prefix }) => name.startsWith(prefix)) ?? asking;
};

async function check(
  waiting: WaitingToken,
  today: string,
  { register: { table }, workflows }: Checked,
): Promise<boolean> {
  if (await workflows.isRunning(waiting.executionArn)) {
    await keepToken(table, { ...waiting, checkOn: addDays(today, 7) });
    return false;
  }
  // It begins again from its start: it finds what is on the record already, and tells nobody twice.
  const { recordId, executionArn } = waiting;
  const { workflow, prefix, input: again } = startOf(executionArn);
  await workflows.start(workflow, `${prefix}${recordId}-again-${today}`, again(recordId));
  await noteForAdministrator(table, { day: today, what: 'workflow-restarted', id: recordId, detail: workflow });
  await dropToken(table, recordId, waiting.token);
  return true;
}

/** A text accepted on an earlier day is entered by now, unless its workflow failed: what is not entered is begun again. */
async function enterAgain(today: string, { register, workflows }: Checked): Promise<number> {
  const being = (await readingsBeingEntered(register)).map(({ record }) => record);
  const left = being.filter(({ acceptedOn }) => acceptedOn !== null && acceptedOn < today);
  for (const { id, parts } of left) {
    const unentered = parts.filter(({ entered }) => !entered).map(({ key }) => key);
    await workflows.start('enter-finds', `enter-${id}-again-${today}`, { readingId: id, parts: unentered });
    await noteForAdministrator(register.table, { day: today, what: 'workflow-restarted', id, detail: 'enter-finds' });
  }
  return left.length;
}

/** What was asked for on an earlier day is shown and verified by now, unless its workflow died: it is begun again. */
async function publishAgain(today: string, { register, workflows }: Checked): Promise<number> {
  const stuck = (await agendasBeingPublished(register)).flatMap(({ record }) =>
    record.publications
      .filter((one) => isUnderWay(one) && londonDay(one.at) < today)
      .map(({ id }) => ({ meetingId: record.id, publicationId: id })),
  );
  for (const which of stuck) {
    const named = createHash('sha256').update(`${which.meetingId}/${which.publicationId}`).digest('hex').slice(0, 32);
    // Everything that was done stays done: the workflow finds it on the record and does what is left.
    await workflows.start('agenda-publication', `publish-again-${today}-${named}`, which);
    const note = { day: today, what: 'workflow-restarted' as const, id: which.meetingId, detail: 'agenda-publication' };
    await noteForAdministrator(register.table, note);
  }
  return stuck.length;
}

/** Finds records that wait on an execution that is not running, starts it again and tells the administrator. */
export async function restartWaiting(
  { day: today }: z.infer<typeof input>,
  services: Checked,
): Promise<{ restarted: number }> {
  const waiting = await tokensToCheck(services.register.table, today);
  const restarted: boolean[] = [];
  for (const one of waiting) restarted.push(await check(one, today, services));
  const entering = await enterAgain(today, services);
  const publishing = await publishAgain(today, services);
  return { restarted: restarted.filter(Boolean).length + entering + publishing };
}

// called by the workflow
export const handler = step(input, restartWaiting, () => {
  const services = buildServices();
  return { ...services, workflows: openWorkflows(services.configuration.WORKFLOWS) };
});
