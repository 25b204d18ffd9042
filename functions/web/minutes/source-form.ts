import * as z from 'zod';
import type { Body } from '../../../shared/domain/bodies/body.ts';
import type { Day } from '../../../shared/domain/calendar/day.ts';
import type { ReadingRecord } from '../../../shared/minutes/reading-record.ts';
import { say } from '../../../shared/pages/say.ts';
import { readDay, type TypedDay, typedDay } from '../day-fields.ts';
import type { WebRequest } from '../route.ts';

/** What was typed on the page, kept as it is. */
export type TypedSource = { text: string; body: string; day: TypedDay; status: string; publish: string };

export type FieldError = { field: string; text: string };

/** Which meeting a text is of. */
export type Which = Pick<ReadingRecord, 'bodyId' | 'meetingDay' | 'minutesStatus' | 'toBePublished'>;

const status = z.enum(['draft', 'confirmed', 'not-known']);

export function typedSource({ form }: WebRequest): TypedSource {
  return {
    text: form.get('text'),
    body: form.get('body'),
    day: typedDay(form, 'day'),
    status: form.get('status'),
    publish: form.get('publish'),
  };
}

/** The day of the meeting, or what is wrong with it: each fault has a sentence of its own. */
export function meetingDay(typed: TypedDay, today: Day): Day | FieldError {
  const read = readDay(typed);
  const refused = (text: string): FieldError => ({ field: 'day-day', text });
  if (read.sort === 'empty') return refused(say('minutes', 'dayEmpty'));
  if (read.sort === 'not-a-day') return refused(say('minutes', 'dayNoSuch'));
  return read.day > today ? refused(say('minutes', 'dayFuture')) : read.day;
}

/** Which meeting, read from what was typed; or every field that is wrong, in the order of the page. */
export function whichMeeting(
  typed: Pick<TypedSource, 'body' | 'day' | 'status' | 'publish'>,
  bodies: readonly Body[],
  today: Day,
): { which: Which; body: Body } | { errors: FieldError[] } {
  const body = bodies.find(({ id }) => id === typed.body);
  const day = meetingDay(typed.day, today);
  const minutesStatus = status.safeParse(typed.status);
  const errors: FieldError[] = [];
  if (!body) errors.push({ field: 'body', text: say('minutes', typed.body === '' ? 'bodyEmpty' : 'bodyNotYours') });
  if (typeof day !== 'string') errors.push(day);
  if (!minutesStatus.success) errors.push({ field: 'status', text: say('minutes', 'statusEmpty') });
  if (!body || typeof day !== 'string' || !minutesStatus.success) return { errors };
  const toBePublished = typed.publish === 'yes';
  return { which: { bodyId: body.id, meetingDay: day, minutesStatus: minutesStatus.data, toBePublished }, body };
}
