import * as z from 'zod';
import { type Day, day, londonDay } from '../../shared/domain/calendar/day.ts';
import { addWorkingDays } from '../../shared/domain/calendar/working-days.ts';
import type { Commitment } from '../../shared/domain/commitments/commitment.ts';
import { dueOn, nextActionDay } from '../../shared/domain/messages/due-on.ts';
import type { Milestone, What } from '../../shared/domain/messages/milestone.ts';
import { everyRecipient, type Recipient } from '../../shared/domain/messages/recipients.ts';
import { buildServices, type Services } from '../../shared/lambda/services.ts';
import { step } from '../../shared/lambda/step.ts';
import { type BodyContext, type Contexts, rememberContexts } from '../../shared/store/body-context.ts';
import { commitments, type NextLook, nextAction, nextActionOf } from '../../shared/store/commitments.ts';
import { newestEntry } from '../../shared/store/history.ts';
import { peopleFor } from '../../shared/store/people-that-day.ts';
import { find } from '../../shared/store/record-kind.ts';
import { handled, handledOf, queueLine, type WaitingLine } from '../../shared/store/reminders.ts';
import type { Write } from '../../shared/store/table.ts';

const input = z.object({ day, commitmentId: z.string() });

const lineFor = (promise: Commitment, milestone: Milestone, told: Recipient, today: Day): WaitingLine => ({
  commitmentId: promise.id,
  cycle: promise.cycle,
  milestone: milestone.key,
  what: milestone.what,
  as: told.as,
  how: told.how,
  urgent: told.urgent,
  because: told.because,
  copyTo: told.copyTo,
  target: milestone.target,
  meetingId: milestone.meetingId,
  day: today,
});

type Reads = Pick<Services, 'register'> & { contexts: Contexts };

type Look = { promise: Commitment; context: BodyContext; today: Day; seen: NextLook };

/** What is said because somebody acted; everything else is said because a day has come, to whoever acted too. */
const tellsOfAnAct: readonly What[] = ['reassign', 'answer-more-time'];
const nobody: ReadonlySet<string> = new Set();

/** Who acted last on the promise, if that was on that day or later: they are not told of what they did themselves. */
async function actedSince(since: Day, { id }: Commitment, register: Services['register']) {
  const last = await newestEntry(register, 'commitment', id);
  if (last?.actor.sort !== 'person' || londonDay(last.at) < since) return nobody;
  return new Set([last.actor.personId]);
}

async function writesFor({ promise, context, today, seen }: Look, { register }: Reads): Promise<Write[]> {
  const done = await handledOf(register.table, promise.id);
  const { send, overtaken } = dueOn(promise, context.reminders, done, today);
  const answered = send.some(({ what }) => tellsOfAnAct.includes(what));
  const [known, justActed] = await Promise.all([
    peopleFor(register, promise, { memberships: context.memberships, today }),
    answered ? actedSince(addWorkingDays(today, -1, context.calendar), promise, register) : nobody,
  ]);
  const lines = send.flatMap((milestone) =>
    everyRecipient(milestone.tell, promise, {
      ...known,
      justActed: tellsOfAnAct.includes(milestone.what) ? justActed : nobody,
    }).to.flatMap((told) => queueLine(told.personId, lineFor(promise, milestone, told, today))),
  );
  const marks = [...send, ...overtaken].map(({ key }) => handled(promise.id, key, today));
  const after = new Set([...done, ...send.map(({ key }) => key), ...overtaken.map(({ key }) => key)]);
  return [...lines, ...marks, nextAction(promise.id, nextActionDay(promise, context.reminders, after, today), seen)];
}

/** The same item written by two lines of one transaction (a person's marker for today) is written once. */
const once = (writes: readonly Write[]): Write[] => {
  const keyed = writes.map(
    (write) => [JSON.stringify('put' in write ? [write.put.pk, write.put.sk] : write.remove), write] as const,
  );
  return [...new Map(keyed).values()];
};

/**
 * What is to be said about one promise today, and to whom: the lines, the milestones handled and the next day to look
 * are one transaction, so that a kill leaves all of it or none.
 */
export async function lookAtPromise(
  { day: today, commitmentId }: z.infer<typeof input>,
  services: Reads,
): Promise<{ word: 'gone' | 'looked' | 'not-today' }> {
  const { register } = services;
  const [found, due] = await Promise.all([
    find(register, commitments, commitmentId),
    nextActionOf(register.table, commitmentId),
  ]);
  if (!found) return { word: 'gone' };
  if (due === null || due.day > today) return { word: 'not-today' };
  const context = await services.contexts(found.record.bodyId, today);
  await register.table.transact(once(await writesFor({ promise: found.record, context, today, seen: due }, services)));
  return { word: 'looked' };
}

// called by the workflow
export const handler = step(input, lookAtPromise, () => {
  const services = buildServices();
  return { ...services, contexts: rememberContexts(services.register) };
});
