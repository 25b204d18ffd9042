import * as z from 'zod';
import { strictObjectLater } from '../built-later.ts';
import { day } from '../calendar/day.ts';
import { recordId } from '../record.ts';

/** The kind, not the name, decides the rules of a body. */
export const bodyKind = z.enum([
  'council',
  'executive',
  'scrutiny',
  'committee',
  'health-and-wellbeing-board',
  'partnership',
  'nhs-board',
  'nhs-committee',
]);
export type BodyKind = z.infer<typeof bodyKind>;

/** A committee, board, cabinet, council, panel, joint committee or partnership. */
export const body = strictObjectLater(() => ({
  id: recordId,
  name: z.string().trim().min(1).max(200),
  /** Short form in references: 'HOSB' in 'HOSB/19/07'. Unique. */
  code: z.string().regex(/^[A-Z]{2,5}$/, 'Two to five capital letters'),
  /** How speech refers to it on the page: 'Board', 'Committee', 'Executive'. */
  shortName: z.string().trim().min(1).max(60),
  kind: bodyKind,
  parentId: recordId.nullable(),
  secretaryId: recordId.nullable(),
  firstDay: day,
  lastDay: day.nullable(),
  /** Promises to an ended body pass to this one. */
  successorId: recordId.nullable(),
  published: z.boolean(),
}));
export type Body = z.infer<typeof body>;

/** What the body's plan is called: statutory for executives (SI 2012/2089), by custom elsewhere. */
export const planName: Record<BodyKind, string> = {
  executive: 'forward plan',
  council: 'business programme',
  scrutiny: 'work programme',
  committee: 'work programme',
  'health-and-wellbeing-board': 'work programme',
  partnership: 'work programme',
  'nhs-board': 'cycle of business',
  'nhs-committee': 'cycle of business',
};

/** 'report' in councils, 'paper' in the NHS and partnerships. */
export const paperName: Record<BodyKind, string> = {
  executive: 'report',
  council: 'report',
  scrutiny: 'report',
  committee: 'report',
  'health-and-wellbeing-board': 'report',
  partnership: 'paper',
  'nhs-board': 'paper',
  'nhs-committee': 'paper',
};

/** Does the body exist on that day? Days inclusive. */
export function existsOn(which: Pick<Body, 'firstDay' | 'lastDay'>, today: string): boolean {
  return which.firstDay <= today && (which.lastDay === null || today <= which.lastDay);
}
