import * as z from 'zod';
import { meeting } from '../../../shared/domain/meetings/meeting.ts';
import { bodies } from '../../../shared/store/bodies.ts';
import { NotFound } from '../../../shared/store/errors.ts';
import { judgeTyped, MOST_MEETINGS, rowsOf } from '../../../shared/store/judged-programme.ts';
import { adoptProgramme, programmeProgress } from '../../../shared/store/programme-acts.ts';
import { get } from '../../../shared/store/record-kind.ts';
import { named } from '../named.ts';
import { type Caller, commands, type Operation, reads } from '../operation.ts';
import { Refused } from '../problems.ts';
import { wrongField } from './promise-for.ts';

const about = { group: 'Plans and deadlines', action: 'plan.change' } as const;

const progressView = named(
  'ProgrammeProgress',
  z.object({ bodyId: meeting.shape.bodyId, entered: z.int(), of: z.int(), meetings: z.array(z.object(meeting.shape)) }),
);

/** The meetings of a year, adopted whole or not at all. */
export const programmeOperations: readonly Operation<Caller>[] = [
  commands({
    ...about,
    id: 'adoptProgramme',
    path: '/bodies/{bodyId}/programmes',
    summary: 'The secretary adopts a programme of meetings: a table or a calendar file, as it is pasted on the page',
    refuses: { problems: 'programme-not-sound', doubts: 'programme-doubtful' },
    input: z.strictObject({
      text: z.string().min(1).max(500_000).describe('Rows of day, time, venue, or a calendar file (RFC 5545)'),
      state: z.enum(['planned', 'called']),
      open: meeting.shape.openTo,
      seen: z.boolean().default(false).describe('That its doubts were looked at'),
    }),
    changes: null,
    answer: async (call) => {
      const { register, body, newId, today } = call;
      const bodyId = call.param('bodyId');
      call.demand('plan.change', { bodyId });
      await get(register, bodies, bodyId);
      const { length } = rowsOf(body.text);
      if (length === 0) throw wrongField('/text', 'No meeting in it');
      if (length > MOST_MEETINGS) throw wrongField('/text', `At most ${MOST_MEETINGS} meetings`);
      const { rows, meetings: all } = await judgeTyped({ register, newId, today }, bodyId, body);
      const pointer = (at: number) => `/text#row-${at + 1}`;
      const problems = rows.flatMap((row, at) =>
        row.problems.map(({ column, problem }) => ({ pointer: pointer(at), detail: `${column}: ${problem}` })),
      );
      if (problems.length > 0) throw new Refused('programme-not-sound', { errors: problems });
      const doubts = rows.flatMap((row, at) =>
        row.doubts.map((one) => ({ pointer: pointer(at), detail: Object.values(one).join(' ') })),
      );
      if (doubts.length > 0 && !body.seen) throw new Refused('programme-doubtful', { errors: doubts });
      return adoptProgramme(register, call.command, { id: newId(), bodyId, all });
    },
  }),
  reads({
    ...about,
    id: 'readProgramme',
    path: '/bodies/{bodyId}/programmes/{programmeId}',
    summary: 'How far an adopted programme has come: each of its meetings is entered, once',
    query: z.strictObject({}),
    output: progressView,
    answer: async (call) => {
      const bodyId = call.param('bodyId');
      call.demand('plan.change', { bodyId });
      const { meetings, entered, bodyId: of } = await programmeProgress(call.register, call.param('programmeId'));
      if (of !== bodyId) throw new NotFound('programme');
      return { value: { bodyId, entered, of: meetings.length, meetings } };
    },
  }),
];
