import * as z from 'zod';
import { accessClass, recordId } from '../record.ts';

export const itemState = z.enum(['proposed', 'on-agenda', 'considered', 'deferred', 'withdrawn']);
export type ItemState = z.infer<typeof itemState>;
type ItemEvent = 'place' | 'consider' | 'defer' | 'withdraw';

/** Everything that may happen to an agenda item. It exists before it has a meeting. */
export const itemTransitions: Record<ItemState, Partial<Record<ItemEvent, ItemState>>> = {
  proposed: { place: 'on-agenda', withdraw: 'withdrawn' },
  'on-agenda': { consider: 'considered', defer: 'deferred', withdraw: 'withdrawn', place: 'on-agenda' },
  deferred: { place: 'on-agenda', withdraw: 'withdrawn' },
  considered: {},
  withdrawn: {},
};

/** One piece of business. */
export const agendaItem = z.strictObject({
  id: recordId,
  bodyId: recordId,
  meetingId: recordId.nullable(),
  number: z.string().max(20).nullable(),
  title: z.string().trim().min(1).max(500),
  purpose: z.enum(['decision', 'discussion', 'information', 'assurance']).nullable(),
  reportOf: z.string().trim().max(500).nullable(),
  /** Names as they stand in the text; not people until matched. */
  attendedFor: z.array(z.strictObject({ named: z.string().max(200), personId: recordId.nullable() })),
  mattersRaised: z.array(z.strictObject({ text: z.string().max(2000), answer: z.enum(['answered', 'to-follow']) })),
  report: z.enum(['attached', 'not-attached', 'to-follow', 'oral']),
  /** The promise this item reports back on, if any. */
  commitmentId: recordId.nullable(),
  state: itemState,
  published: z.boolean(),
  accessClass,
});
export type AgendaItem = z.infer<typeof agendaItem>;
