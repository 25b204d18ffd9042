import * as z from 'zod';
import { body } from '../../../shared/domain/bodies/body.ts';
import { faultOfBody } from '../../../shared/domain/bodies/body-faults.ts';
import { procedure } from '../../../shared/domain/bodies/procedure.ts';
import { changeCalendar } from '../../../shared/domain/calendar/calendar-changes.ts';
import { calendarRecord } from '../../../shared/domain/calendar/calendar-record.ts';
import { day } from '../../../shared/domain/calendar/day.ts';
import { bodies, proceduresOf } from '../../../shared/store/bodies.ts';
import { saveBody } from '../../../shared/store/body-acts.ts';
import { calendarToChange, saveCalendar } from '../../../shared/store/calendar-acts.ts';
import { NotUnique } from '../../../shared/store/errors.ts';
import { switchChasing } from '../../../shared/store/policy-acts.ts';
import { get } from '../../../shared/store/record-kind.ts';
import { named } from '../named.ts';
import { type Caller, commands, lists, type Operation, reads } from '../operation.ts';
import { pageOfList } from '../pages.ts';
import { Refused } from '../problems.ts';
import { wrongField } from './promise-for.ts';

const none = z.strictObject({});
const rules = { group: 'Administration', action: 'procedure.manage' } as const;
const days = { group: 'Administration', action: 'calendar.manage' } as const;

const procedureView = named('Procedure', z.object(procedure.shape));
const calendarView = named('Calendar', z.object(calendarRecord.shape).omit({ id: true }));
const written = z.strictObject(body.shape).omit({ id: true });

function requireSound(record: z.output<typeof body>): z.output<typeof body> {
  const fault = faultOfBody(record);
  if (fault === 'ends-first') throw wrongField('/lastDay', 'It ends after it begins');
  if (fault === 'is-itself') throw wrongField('/parentId', 'Not itself');
  return record;
}

const codeTaken = (fault: unknown): never => {
  if (fault instanceof NotUnique) throw new Refused('taken', { detail: 'Another body has that code' });
  throw fault;
};

const title = z.string().trim().min(1).max(200);
const calendarAct = z.discriminatedUnion('sort', [
  z.strictObject({ sort: z.enum(['closure', 'added', 'removed']), day, title }),
  z.strictObject({ sort: z.enum(['undo-closure', 'undo-proclaimed']), day }),
]);

/** Bodies, their rules and the calendar, as administrators keep them. */
export const administrationOperations: readonly Operation<Caller>[] = [
  commands({
    ...rules,
    id: 'enterBody',
    path: '/bodies',
    summary: 'An administrator enters a body; chasing begins switched off',
    input: written,
    changes: null,
    answer: async (call) => {
      call.demand('procedure.manage');
      const record = requireSound({ ...call.body, id: call.newId() });
      const wanted = { record, policyId: call.newId() };
      return saveBody(call.register, { ...call.command, version: 0 }, wanted).catch(codeTaken);
    },
  }),
  commands({
    ...rules,
    id: 'changeBody',
    path: '/bodies/{bodyId}',
    summary: 'An administrator changes a body; what is not named stays',
    input: written.partial(),
    changes: 'body',
    answer: async (call) => {
      call.demand('procedure.manage');
      const { record: was } = await get(call.register, bodies, call.param('bodyId'));
      const record = requireSound(z.object(body.shape).parse({ ...was, ...call.body }));
      return saveBody(call.register, call.command, { record, policyId: call.newId() }).catch(codeTaken);
    },
  }),
  lists({
    ...rules,
    id: 'listProcedures',
    path: '/bodies/{bodyId}/procedures',
    summary: 'The rules that a body goes and went by, each with its days: the oldest first',
    query: none,
    output: procedureView,
    answer: async (call) => {
      call.demand('procedure.manage');
      const { record } = await get(call.register, bodies, call.param('bodyId'));
      const all = (await proceduresOf(call.register, record.id)).map((one) => one.record);
      return pageOfList(all, call, ({ id }) => id);
    },
  }),
  commands({
    group: 'Administration',
    action: 'policy.manage',
    id: 'switchChasing',
    path: '/bodies/{bodyId}/chasing',
    summary: 'An administrator switches the reminders of a body on or off, its numbers as they are',
    input: z.strictObject({ chasing: z.boolean() }),
    changes: null,
    answer: async (call) => {
      call.demand('policy.manage');
      const { record } = await get(call.register, bodies, call.param('bodyId'));
      const wanted = { id: call.newId(), bodyId: record.id, chasing: call.body.chasing };
      return switchChasing(call.register, call.command, wanted);
    },
  }),
  reads({
    ...days,
    id: 'readCalendar',
    path: '/calendar',
    summary: 'The calendar of the organisation: closures, and bank holidays that were proclaimed or moved',
    query: none,
    output: calendarView,
    answer: async (call) => {
      call.demand('calendar.manage');
      const { record, version } = await calendarToChange(call.register);
      return { value: record, version };
    },
  }),
  commands({
    ...days,
    id: 'changeCalendar',
    path: '/calendar',
    summary:
      'An administrator adds a closure or a proclaimed day, or takes one out: every deadline is worked out again',
    refuses: { 'as-it-is': 'calendar-as-it-is' },
    input: calendarAct,
    changes: 'calendar',
    answer: async (call) => {
      call.demand('calendar.manage');
      const { record } = await calendarToChange(call.register);
      const changed = changeCalendar(record, call.body);
      if (typeof changed === 'string') throw new Refused('calendar-as-it-is', { detail: changed });
      const event = `calendar: ${call.body.sort} ${call.body.day}`;
      return saveCalendar(call.register, call.command, { record: changed, event });
    },
  }),
];
