import * as z from 'zod';
import { holdersOf } from '../../shared/domain/bodies/membership.ts';
import {
  CALENDAR,
  type CalendarRecord,
  calendarFromRecord,
  calendarRecord,
} from '../../shared/domain/calendar/calendar-record.ts';
import type { Calendar } from '../../shared/domain/calendar/working-days.ts';
import { canReceiveReports } from '../../shared/domain/meetings/meeting.ts';
import { publishBy } from '../../shared/domain/meetings/publish-by.ts';
import { buildServices, type Services } from '../../shared/lambda/services.ts';
import { step } from '../../shared/lambda/step.ts';
import { openWorkflows, type Workflows } from '../../shared/lambda/workflows.ts';
import { everyBody } from '../../shared/store/bodies.ts';
import { type BodyContext, bodyContext } from '../../shared/store/body-context.ts';
import { nextAction, owedTo } from '../../shared/store/commitments.ts';
import { historyOf } from '../../shared/store/history.ts';
import { type Flipped, keepFlips, noteForAdministrator } from '../../shared/store/operations.ts';
import type { Register } from '../../shared/store/record-kind.ts';
import { calendarNow } from '../../shared/store/settings.ts';

/** `calendar-changed:calendar:<version>` or `programme-changed:<body>:<word>`; `after` is the body done last. */
const input = z.object({ changeId: z.string(), after: z.string().nullable() });

type Recompute = Pick<Services, 'register' | 'clock'> & { workflows: Workflows };

/** The calendar as it was before a version, from its history. */
async function calendarBefore(register: Register, now: CalendarRecord, version: number): Promise<CalendarRecord> {
  const entry = (await historyOf(register, 'calendar', CALENDAR)).find(({ envelope }) => envelope.version === version);
  const was = calendarRecord.safeParse({ ...now, proclaimed: [], closures: [], ...entry?.payload?.before });
  return was.success ? was.data : now;
}

/** The calendars before and after the change; the same where it was not the calendar that changed. */
async function bothCalendars(register: Register, changeId: string): Promise<{ was: Calendar; now: Calendar }> {
  const now = await calendarNow(register);
  const [topic, , version] = changeId.split(':');
  const was = topic === 'calendar-changed' ? await calendarBefore(register, now, Number(version)) : now;
  return { was: calendarFromRecord(was), now: calendarFromRecord(now) };
}

/** The body's secretaries are told what flipped: once for each change of the calendar, by the name of the execution. */
async function tellSecretaries({ body, memberships }: BodyContext, changeId: string, { workflows, clock }: Recompute) {
  const day = clock.today();
  const version = changeId.split(':')[2] ?? '';
  const roles = ['secretary', 'cover-secretary'] as const;
  const personIds = [...new Set(roles.flatMap((role) => holdersOf(memberships, body.id, role, day)))];
  if (personIds.length === 0) return;
  const input = { kind: 'deadlines-moved', recordId: body.id, day, round: version, personIds };
  await workflows.start('tell-people', `deadlines-${version}-${body.id}`.slice(0, 80), input);
}

async function recomputeBody(bodyId: string, changeId: string, services: Recompute): Promise<number> {
  const { register, clock } = services;
  const today = clock.today();
  const [{ was, now }, context, owed] = await Promise.all([
    bothCalendars(register, changeId),
    bodyContext(register, bodyId, today),
    owedTo(register, bodyId),
  ]);
  const flips = context.meetings
    .filter((meeting) => canReceiveReports(meeting) && meeting.day >= today)
    .map((meeting): Flipped => {
      const before = publishBy(meeting, context.procedure, was).day;
      const after = publishBy(meeting, context.procedure, now).day;
      return { meetingId: meeting.id, bodyId, day: meeting.day, was: before, now: after, late: after < today };
    })
    .filter((flip) => flip.was !== flip.now);
  await keepFlips(register.table, changeId, bodyId, flips);
  if (flips.length > 0) await tellSecretaries(context, changeId, services);
  // Milestones already sent are marked as handled: looking again sends none of them for having moved.
  for (const { record } of owed.filter(({ record }) => record.chasedFrom !== null))
    await register.table.transact([nextAction(record.id, today)]);
  return flips.length;
}

/** Recomputes the deadlines of one body and says which comes next: resumable, and the same twice as once. */
export async function recomputePage(
  { changeId, after }: z.infer<typeof input>,
  services: Recompute,
): Promise<{ next: string | null }> {
  const [topic = '', recordId = ''] = changeId.split(':');
  const all =
    topic === 'calendar-changed'
      ? (await everyBody(services.register)).map(({ record }) => record.id).toSorted()
      : [recordId];
  const bodyId = all.find((id) => after === null || id > after);
  if (bodyId === undefined) return { next: null };
  const flips = await recomputeBody(bodyId, changeId, services);
  if (flips > 0) {
    const note = {
      day: services.clock.today(),
      what: 'deadlines-recomputed' as const,
      id: `${changeId}:${bodyId}`,
      detail: String(flips),
    };
    await noteForAdministrator(services.register.table, note);
  }
  return { next: all.some((id) => id > bodyId) ? bodyId : null };
}

// called by the workflow
export const handler = step(input, recomputePage, () => {
  const services = buildServices();
  return { ...services, workflows: openWorkflows(services.configuration.WORKFLOWS) };
});
