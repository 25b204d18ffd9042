import * as z from 'zod';
import { numbering } from '../agendas/agenda.ts';
import { standingItem } from '../agendas/standing-items.ts';
import { strictObjectLater } from '../built-later.ts';
import { division } from '../calendar/bank-holidays.ts';
import { day } from '../calendar/day.ts';
import { recordId } from '../record.ts';

/** Lawful ways for late business; which exist depends on the kind of body, never on its name. */
export const route = z.enum(['chairs-urgency', 'shorter-notice', 'general-exception', 'special-urgency']);

/** Clear days before the meeting: both ends excluded. `calendar` counts every day, `working` only working days. */
const clearDaysRule = strictObjectLater(() => ({
  clearDays: z.int().min(0).max(60),
  mode: z.enum(['working', 'calendar']),
  statutory: z.boolean(),
  /** The statute, regulation or standing order, as it is shown beside the sum. */
  sourceOfRule: z.string().trim().min(1).max(300),
}));
export type ClearDaysRule = z.infer<typeof clearDaysRule>;

/** Working days before the meeting by which something is to happen; a local custom, not law. */
const localDates = strictObjectLater(() => ({
  reportsToSecretary: z.int().min(0).max(60),
  chairsBriefing: z.int().min(0).max(60),
  clearancesComplete: z.int().min(0).max(60),
  publishTarget: z.int().min(0).max(60),
  apologies: z.int().min(0).max(60),
}));

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** So many members together, none of them of the executive; with `scrutinyChair`, besides the chair who hears call-ins. */
const signatoryRule = z.strictObject({ members: z.int().min(1).max(50), scrutinyChair: z.boolean() });
export type SignatoryRule = z.infer<typeof signatoryRule>;

/** How a published executive decision is called in. LGA 2000 s.9F gives the power; standing orders settle the rest. */
const callInRule = strictObjectLater(() => ({
  /** The window after publication, in working days. */
  workingDays: z.int().min(1).max(30),
  /** London wall-clock time on its last day at which the window closes. */
  closesAt: clockTime,
  /** Any one of them is enough. */
  signatories: z.array(signatoryRule).min(1).max(4),
  /** The scrutiny body that hears call-ins; null until somebody says which. */
  heardBy: recordId.nullable(),
}));
export type CallInRule = z.infer<typeof callInRule>;

/** How a body decides in writing, by its own standing orders. Silence is never consent: the majority is of all entitled. */
export const writtenRules = strictObjectLater(() => ({
  majority: z.enum(['more-than-half', 'two-thirds', 'three-quarters', 'all']),
  /** Does it end as soon as it is carried or can no longer be? Otherwise it stays open until its closing time. */
  closesEarly: z.boolean(),
  /** Members have at least so many working days after the day it is put. */
  daysToAnswer: z.int().min(1).max(60),
  /** Where the result is public: is each member named with their vote? Absent: the numbers alone. */
  namesVotes: z.boolean().optional(),
}));
export type WrittenRules = z.infer<typeof writtenRules>;

/** The dated rules of a body. A change is a new record from its first day; the old one gets its last. */
export const procedure = strictObjectLater(() => ({
  id: recordId,
  bodyId: recordId,
  from: day,
  to: day.nullable(),
  /** The preset it was made from: a key of `procedurePresets`. */
  preset: z.string().trim().min(1).max(60),
  division,
  /** Notice of the meeting, its agenda and its reports; null for a body that no statute binds. */
  notice: clearDaysRule.nullable(),
  /** Notice of a key decision or of private business of an executive; null elsewhere. */
  keyDecisionNotice: clearDaysRule.nullable(),
  /** When papers go out by the body's own rules, beside or instead of the notice. */
  papers: z.strictObject({
    workingDaysBefore: z.int().min(0).max(60).nullable(),
    sourceOfRule: z.string().trim().max(300).nullable(),
  }),
  routes: z.array(route),
  /** How its published decisions are called in; null for a body that makes no executive decisions. */
  callIn: callInRule.nullable(),
  /** Null where members decide present and voting only. */
  writtenResolutions: writtenRules.nullable(),
  /** `including` says in words who must be among them. */
  quorum: z.strictObject({ number: z.int().min(1).max(200), including: z.string().trim().max(200).nullable() }),
  politicalBalance: z.boolean(),
  exclusionScheme: z.enum(['schedule-12A', '1960-act']),
  localDates,
  /** London wall-clock time after which something published counts as published on the next working day. */
  closeTime: clockTime,
  /** May the chair close an action between meetings? A report-back is closed by the body alone. */
  chairClosesActions: z.boolean(),
  /** What stands on every agenda of the body, in order, and how its items are numbered. */
  agenda: z.strictObject({ numbering, standing: z.array(standingItem).max(20) }),
  /** Are the organisation's office closures days on which this body counts nothing? An NHS body keeps its own office. */
  keepsOfficeClosures: z.boolean(),
}));
export type Procedure = z.infer<typeof procedure>;

/** The procedure in force for a body on a day, or null when none has been entered. Days inclusive. */
export function procedureOn(procedures: readonly Procedure[], bodyId: string, on: string): Procedure | null {
  const inForce = procedures.filter(
    (dated) => dated.bodyId === bodyId && dated.from <= on && (dated.to === null || on <= dated.to),
  );
  return inForce.toSorted((a, b) => b.from.localeCompare(a.from)).at(0) ?? null;
}

/** May the meeting itself be convened with less than its notice? LGA 1972 ss.100A(6)(a), 100B(3)(a). */
export function allowsShorterNotice(which: Pick<Procedure, 'routes'>): boolean {
  return which.routes.includes('shorter-notice');
}
