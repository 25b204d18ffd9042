import * as z from 'zod';
import { minutes, resolutions } from '../../../shared/store/business.ts';
import { meetings } from '../../../shared/store/meetings.ts';
import { knownTo, readable } from '../known.ts';
import { type Caller, lists, type Operation, reads } from '../operation.ts';
import { visiblePage } from '../pages.ts';
import { minuteRow, minuteView, resolutionView } from '../views.ts';

const none = z.strictObject({});

/** What was resolved, and what was minuted. */
export const decidedOperations: readonly Operation<Caller>[] = [
  lists({
    id: 'listResolutions',
    path: '/meetings/{meetingId}/resolutions',
    group: 'Decisions and minutes',
    summary: 'What a meeting resolved, part by part with its outcome',
    action: 'plan.see',
    query: none,
    output: resolutionView,
    answer: async (call) => {
      const { limit, after, register } = call;
      const { record } = await readable(call, meetings, call.param('meetingId'));
      const partition = `MEETING#${record.id}#RESOLUTIONS`;
      const wanted = { kind: resolutions, index: 'gsi1', partition, keep: knownTo(call), limit, after } as const;
      const { found, next } = await visiblePage(register, wanted);
      return { items: found.map((one) => one.record), next };
    },
  }),
  reads({
    id: 'readResolution',
    path: '/resolutions/{resolutionId}',
    group: 'Decisions and minutes',
    summary: 'One resolution, passed at a meeting or in writing, with each vote where they are recorded',
    action: 'plan.see',
    query: none,
    output: resolutionView,
    answer: async (call) => {
      const { record, version } = await readable(call, resolutions, call.param('resolutionId'));
      return { value: record, version };
    },
  }),
  lists({
    id: 'listMinutes',
    path: '/meetings/{meetingId}/minutes',
    group: 'Decisions and minutes',
    summary: 'The minutes of a meeting, item by item, without their text',
    action: 'plan.see',
    query: none,
    output: minuteRow,
    answer: async (call) => {
      const { limit, after, register } = call;
      const { record } = await readable(call, meetings, call.param('meetingId'));
      const partition = `MEETING#${record.id}#MINUTES`;
      const wanted = { kind: minutes, index: 'gsi1', partition, keep: knownTo(call), limit, after } as const;
      const { found, next } = await visiblePage(register, wanted);
      return { items: found.map((one) => one.record), next };
    },
  }),
  reads({
    id: 'readMinute',
    path: '/minutes/{minuteId}',
    group: 'Decisions and minutes',
    summary: 'One minute with its text, exactly as it was read or typed',
    action: 'plan.see',
    query: none,
    output: minuteView,
    answer: async (call) => {
      const { record, version } = await readable(call, minutes, call.param('minuteId'));
      return { value: record, version };
    },
  }),
];
