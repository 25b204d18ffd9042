import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { day } from '../../shared/domain/calendar/day.ts';
import { nextLookOn, reminderOn } from '../../shared/domain/written-resolutions/reminders.ts';
import { closesAt, type WrittenResolution } from '../../shared/domain/written-resolutions/written-resolution.ts';
import { buildServices, type Services } from '../../shared/lambda/services.ts';
import { step } from '../../shared/lambda/step.ts';
import { openWorkflows, type Workflows } from '../../shared/lambda/workflows.ts';
import { type Contexts, rememberContexts } from '../../shared/store/body-context.ts';
import { noteForAdministrator } from '../../shared/store/operations.ts';
import { find } from '../../shared/store/record-kind.ts';
import { waitingToken } from '../../shared/store/tokens.ts';
import { closeWritten } from '../../shared/store/written-acts.ts';
import { whoWatches } from '../../shared/store/written-people.ts';
import { nextLook, votesOn, writtenResolutions, writtenToLookAt } from '../../shared/store/written-resolutions.ts';

const input = z.object({ day });

type Round = Pick<Services, 'register' | 'clock'> & { workflows: Workflows; contexts: Contexts };
type Look = { which: WrittenResolution; today: string };

/** Those who have not answered are reminded; the secretary and the chair are told how it stands. */
async function remind({ which, today }: Look, round: string, { register, workflows }: Round): Promise<void> {
  const { id } = which;
  const [votes, watching] = await Promise.all([votesOn(register, id), whoWatches(register, which, today)]);
  const answered = new Set(votes.map(({ personId }) => personId));
  const silent = which.put?.electors.map(({ personId }) => personId).filter((one) => !answered.has(one)) ?? [];
  const tell = (kind: string, personIds: readonly string[]) =>
    workflows.start('tell-people', `${kind}-${id}-${round}`, { kind, recordId: id, day: today, round, personIds });
  await tell('vote-reminder', silent);
  await tell('vote-standing', watching);
}

/** Asking began when it was put and keeps a token while it waits: with neither it was lost, and begins again. */
async function askAgain({ which, today }: Look, { register, workflows }: Round): Promise<void> {
  if (which.put === null || which.put.on >= today || (await waitingToken(register.table, which.id))) return;
  await workflows.start('written-resolution', `written-${which.id}-again-${today}`, { resolutionId: which.id });
  await noteForAdministrator(register.table, {
    day: today,
    what: 'workflow-restarted',
    id: which.id,
    detail: 'written-resolution',
  });
}

async function lookAt(id: string, today: string, services: Round): Promise<void> {
  const { register, clock } = services;
  const found = await find(register, writtenResolutions, id);
  if (found?.record.state !== 'put') return register.table.transact([nextLook(id, null)]);
  const which = found.record;
  if (clock.now() >= closesAt(which)) {
    const actor = { sort: 'system', part: 'daily-round' } as const;
    const closing = { commandId: `close-${randomUUID()}`, actor, at: clock.now(), today: clock.today() };
    await closeWritten(register, closing, id);
    return;
  }
  const { calendar } = await services.contexts(which.bodyId, today);
  // A round that is run late says nothing that a later one says better.
  const round = today === clock.today() ? reminderOn(which, today, calendar) : null;
  if (round !== null) await remind({ which, today }, round, services);
  await askAgain({ which, today }, services);
  await register.table.transact([nextLook(id, nextLookOn(which, today, calendar))]);
}

/**
 * What the round of a day does about decisions in writing: reminders, and closing those whose time is up, so that an
 * execution that was lost does not matter. `more` when there were too many for one step.
 */
export async function lookAtWritten(
  { day: today }: z.infer<typeof input>,
  services: Round,
): Promise<{ word: 'done' | 'more' }> {
  const ids = await writtenToLookAt(services.register.table, today);
  for (const id of ids) await lookAt(id, today, services);
  return { word: ids.length < 50 ? 'done' : 'more' };
}

// called by the workflow
export const handler = step(input, lookAtWritten, () => {
  const services = buildServices();
  return {
    ...services,
    workflows: openWorkflows(services.configuration.WORKFLOWS),
    contexts: rememberContexts(services.register),
  };
});
