import * as z from 'zod';
import { addMonths, day } from '../../../shared/domain/calendar/day.ts';
import { isKnown } from '../../../shared/domain/calendar/working-days.ts';
import { promiseSubject } from '../../../shared/domain/commitments/promise-subject.ts';
import { canReceiveReports } from '../../../shared/domain/meetings/meeting.ts';
import { publishBy } from '../../../shared/domain/meetings/publish-by.ts';
import { placingOf } from '../../../shared/domain/plan/plan.ts';
import { bodyContext } from '../../../shared/store/body-context.ts';
import { itemsPerMeeting } from '../../../shared/store/business.ts';
import { owedTo } from '../../../shared/store/commitments.ts';
import { personsById } from '../../../shared/store/promise-around.ts';
import { knownTo } from '../known.ts';
import { named } from '../named.ts';
import { type Caller, type Operation, reads } from '../operation.ts';
import { Refused } from '../problems.ts';
import { planView } from '../views.ts';

const publishByView = named(
  'PublishBy',
  z.object({
    meetingDay: day,
    day: day.describe('The last day to publish, on which the offices are open'),
    strict: day.describe('The last day by pure arithmetic'),
    rule: z.enum(['notice', 'papers', 'custom']),
    statutory: z.boolean(),
    sourceOfRule: z.string(),
    sum: z.array(
      z.object({
        day,
        part: z.enum(['start', 'counted', 'left-out', 'end']),
        number: z.int().nullable(),
        why: z.string().nullable(),
      }),
    ),
  }),
);

/** What a body has before it, and by when it must publish. */
export const planOperations: readonly Operation<Caller>[] = [
  reads({
    id: 'readPlan',
    path: '/bodies/{bodyId}/plan',
    group: 'Plans and deadlines',
    summary:
      'The plan of a body for a year: its meetings with how much is on them, and what is promised and where it is placed',
    action: 'plan.see',
    query: z.strictObject({}),
    output: planView,
    answer: async ({ register, may, demand, today, param }) => {
      const bodyId = param('bodyId');
      demand('plan.see', { bodyId });
      const [{ meetings }, owed, persons] = await Promise.all([
        bodyContext(register, bodyId, today),
        owedTo(register, bodyId),
        personsById(register),
      ]);
      const to = addMonths(today, 12);
      const known = knownTo({ may });
      const seen = meetings.filter(known);
      const coming = seen.filter((one) => canReceiveReports(one) && one.day >= today && one.day <= to);
      const items = await itemsPerMeeting(
        register,
        coming.map(({ id }) => id),
        // Of an agenda that is being made nobody else learns how much is on it.
        (item) => known(item) && (item.published || may('agenda.draft', { bodyId })),
      );
      const promises = owed
        .map(({ record }) => record)
        .filter((promise) => may('plan.see', promiseSubject(promise, { persons, today })));
      return {
        value: {
          bodyId,
          from: today,
          to,
          meetings: coming.map((one) => ({ ...one, items: items.get(one.id) ?? 0 })),
          promises: promises.map((promise) => ({ ...promise, placing: placingOf(promise, seen) })),
        },
      };
    },
  }),
  reads({
    id: 'readPublishBy',
    path: '/bodies/{bodyId}/publish-by',
    group: 'Plans and deadlines',
    summary: 'By when the agenda of a meeting on a day must be published, with the sum that shows it',
    action: 'plan.see',
    query: z.strictObject({ meetingDay: day.describe('The day of the meeting') }),
    output: publishByView,
    answer: async ({ register, demand, today, param, query: { meetingDay } }) => {
      demand('plan.see', { bodyId: param('bodyId') });
      const { procedure, calendar } = await bodyContext(register, param('bodyId'), today);
      // Holidays that are not proclaimed yet cannot be left out of a sum: better no answer than a wrong one.
      const unknown = () =>
        new Refused('wrong-parameter', {
          errors: [
            {
              parameter: 'meetingDay',
              detail: `Bank holidays are known from ${calendar.knownFrom} to ${calendar.knownTo}`,
            },
          ],
        });
      if (!isKnown(meetingDay, calendar)) throw unknown();
      const by = publishBy({ day: meetingDay }, procedure, calendar);
      if (!isKnown(by.day, calendar)) throw unknown();
      return { value: { ...by, sum: [...by.sum], meetingDay } };
    },
  }),
];
