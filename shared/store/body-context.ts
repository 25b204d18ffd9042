import type { Body } from '../domain/bodies/body.ts';
import { type Membership, ORGANISATION } from '../domain/bodies/membership.ts';
import { type Procedure, procedureOn } from '../domain/bodies/procedure.ts';
import { procedurePresets } from '../domain/bodies/procedure-presets.ts';
import { calendarFromRecord } from '../domain/calendar/calendar-record.ts';
import type { Day } from '../domain/calendar/day.ts';
import type { Calendar } from '../domain/calendar/working-days.ts';
import type { Meeting } from '../domain/meetings/meeting.ts';
import { calendarOfBody, publishBy } from '../domain/meetings/publish-by.ts';
import type { ReminderContext } from '../domain/messages/milestone.ts';
import { policyOn } from '../domain/messages/reminder-policy.ts';
import { bodies, proceduresOf } from './bodies.ts';
import { meetingsOf } from './meetings.ts';
import { membershipsOf } from './people.ts';
import { get, type Register } from './record-kind.ts';
import { allPolicies, calendarNow } from './settings.ts';

/** Everything that decides when and whom to remind about a promise to one body, as of a day. */
export type BodyContext = {
  body: Body;
  meetings: Meeting[];
  memberships: Membership[];
  procedure: Procedure;
  calendar: Calendar;
  reminders: ReminderContext;
};

const recordsOf = <T>(all: { record: T }[]): T[] => all.map(({ record }) => record);

/** A body that nobody has entered a procedure for goes by the preset of its kind. */
const presetOf = ({ id, kind, firstDay }: Body): Procedure => ({
  ...procedurePresets[kind],
  id: `preset-${kind}`,
  bodyId: id,
  from: firstDay,
  to: null,
  quorum: { number: 1, including: null },
});

/** The records that the context of a body is made from, read side by side. */
export function readBodyContext(register: Register, bodyId: string) {
  return Promise.all([
    get(register, bodies, bodyId),
    meetingsOf(register, bodyId),
    membershipsOf(register, bodyId),
    membershipsOf(register, ORGANISATION),
    proceduresOf(register, bodyId),
    calendarNow(register),
    allPolicies(register),
  ]);
}

/** Reads a body with its meetings, memberships (the organisation's too), procedure, calendar and reminder policy. */
export async function bodyContext(register: Register, bodyId: string, today: Day): Promise<BodyContext> {
  const read = await readBodyContext(register, bodyId);
  const [body, meetings, own, wide, procedures, calendar, policies] = read;
  const dated = recordsOf(procedures);
  const procedure = procedureOn(dated, bodyId, today) ?? dated.at(-1) ?? presetOf(body.record);
  const whole = calendarFromRecord(calendar);
  const ownCalendar = calendarOfBody(procedure, whole);
  return {
    body: body.record,
    meetings: recordsOf(meetings),
    memberships: [...recordsOf(own), ...recordsOf(wide)],
    procedure,
    calendar: ownCalendar,
    reminders: {
      calendar: ownCalendar,
      meetings: recordsOf(meetings),
      policy: policyOn(recordsOf(policies), bodyId, today),
      reportDeadlineWorkingDays: procedure.localDates.reportsToSecretary,
      publishByOf: (meeting) => publishBy(meeting, procedure, whole).day,
    },
  };
}

/** Reads body contexts, each kept for this long: a round asks for the same few bodies hundreds of times. Milliseconds. */
const KEPT = 3000;

export type Contexts = (bodyId: string, today: Day) => Promise<BodyContext>;

/**
 * A reader of body contexts that remembers them for a few seconds of real time. For the daily round, which may be that
 * much behind a change of the programme: such a change has every promise of the body looked at again.
 */
export function rememberContexts(register: Register, realNow: () => number = Date.now): Contexts {
  const kept = new Map<string, { until: number; context: Promise<BodyContext> }>();
  return (bodyId, today) => {
    const key = `${bodyId} ${today}`;
    const held = kept.get(key);
    if (held && held.until > realNow()) return held.context;
    if (kept.size > 200) kept.clear();
    const context = bodyContext(register, bodyId, today);
    kept.set(key, { until: realNow() + KEPT, context });
    context.catch(() => kept.delete(key));
    return context;
  };
}
