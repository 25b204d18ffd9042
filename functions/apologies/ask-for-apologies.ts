import * as z from 'zod';
import { procedureOn } from '../../shared/domain/bodies/procedure.ts';
import { procedurePresets } from '../../shared/domain/bodies/procedure-presets.ts';
import { calendarFromRecord } from '../../shared/domain/calendar/calendar-record.ts';
import { addMonths, type Day, day } from '../../shared/domain/calendar/day.ts';
import type { Calendar } from '../../shared/domain/calendar/working-days.ts';
import { seatsOn } from '../../shared/domain/meetings/attendance.ts';
import type { Meeting } from '../../shared/domain/meetings/meeting.ts';
import { localDaysBefore } from '../../shared/domain/meetings/publish-by.ts';
import { buildServices, type Services } from '../../shared/lambda/services.ts';
import { step } from '../../shared/lambda/step.ts';
import { openWorkflows, type Workflows } from '../../shared/lambda/workflows.ts';
import { markAsked, notAskedYet } from '../../shared/store/attendances.ts';
import { bodies, proceduresOf } from '../../shared/store/bodies.ts';
import { meetings } from '../../shared/store/meetings.ts';
import { membershipsOf } from '../../shared/store/people.ts';
import { find, list, type Register } from '../../shared/store/record-kind.ts';
import { calendarNow } from '../../shared/store/settings.ts';

const input = z.object({ day });

/** Months of the diary that are looked at: the longest local date before a meeting is 60 working days. */
const MONTHS_AHEAD = 4;

/** Meetings of the next months that members expect to be held. */
async function coming(register: Register, today: Day): Promise<Meeting[]> {
  const months = Array.from({ length: MONTHS_AHEAD }, (_, ahead) => addMonths(today, ahead).slice(0, 7));
  const found = await Promise.all(
    months.map((prefix) => list(register, meetings, { index: 'gsi2', partition: 'MEETINGS', prefix })),
  );
  return found
    .flat()
    .map(({ record }) => record)
    .filter((one) => (one.state === 'called' || one.state === 'published') && one.day >= today);
}

/** The day on which a body's members are asked, by its own custom (working days before the meeting). */
async function askedOn(register: Register, meeting: Meeting, calendar: Calendar): Promise<Day | null> {
  const [body, dated] = await Promise.all([
    find(register, bodies, meeting.bodyId),
    proceduresOf(register, meeting.bodyId),
  ]);
  if (!body) return null;
  const own = procedureOn(
    dated.map(({ record }) => record),
    meeting.bodyId,
    meeting.day,
  );
  return localDaysBefore(meeting, own ?? { ...procedurePresets[body.record.kind] }, calendar).apologies;
}

async function askMembers(meeting: Meeting, today: Day, { register, workflows }: AskServices): Promise<void> {
  const memberships = (await membershipsOf(register, meeting.bodyId)).map(({ record }) => record);
  const personIds = seatsOn(memberships, meeting.bodyId, meeting.day).map(({ personId }) => personId);
  if (personIds.length > 0)
    await workflows.start('tell-people', `apologies-${meeting.day}-${meeting.id}`.slice(0, 80), {
      kind: 'apologies-asked',
      recordId: meeting.id,
      personIds,
      day: today,
      // A meeting that was moved asks again, about its new day.
      round: meeting.day,
    });
  // Marked last: killed in between, it is started again under the same name, and nobody is told twice.
  await markAsked(register.table, meeting, today);
}

type AskServices = Pick<Services, 'register'> & { workflows: Workflows };

/**
 * Has the members of each meeting whose day for it has come asked whether they will be there: once for each meeting, of
 * meetings that are called. One called later than that day is asked about in the next round.
 */
export async function askForApologies(
  { day: today }: z.infer<typeof input>,
  services: AskServices,
): Promise<{ word: 'asked' | 'nothing' }> {
  const { register } = services;
  const diary = await coming(register, today);
  const waiting = await notAskedYet(register.table, diary);
  const calendar = calendarFromRecord(await calendarNow(register));
  let asked = 0;
  for (const meeting of waiting) {
    const on = await askedOn(register, meeting, calendar);
    if (on === null || on > today) continue;
    await askMembers(meeting, today, services);
    asked += 1;
  }
  return { word: asked > 0 ? 'asked' : 'nothing' };
}

// called by the workflow
export const handler = step(input, askForApologies, () => {
  const services = buildServices();
  return { ...services, workflows: openWorkflows(services.configuration.WORKFLOWS) };
});
