import * as z from 'zod';
import { strictObjectLater } from '../built-later.ts';
import { day } from '../calendar/day.ts';
import { recordId } from '../record.ts';

/** How a person asked to be told. Overdue, meeting changed and vote closing cannot be switched off (reminders.md B4). */
export const channel = z.enum(['email', 'slack', 'both']);

/**
 * A person. A name read from a text is not a person until somebody matches it.
 * `accountless` people (outside bodies) are a contact only: they never sign in and are chased with a link officer copied.
 */
export const person = strictObjectLater(() => ({
  id: recordId,
  name: z.string().trim().min(1).max(200),
  email: z.email().max(320).nullable(),
  emailConfirmed: z.boolean(),
  slackUserId: z.string().max(40).nullable(),
  channel,
  weeklyDay: z.int().min(1).max(5).default(1),
  dailyDigest: z.boolean().default(false),
  jobTitle: z.string().trim().max(200).nullable(),
  directorate: z.string().trim().max(200).nullable(),
  organisation: z.string().trim().max(200).nullable(),
  lineManagerId: recordId.nullable(),
  accountless: z.boolean(),
  councillor: z.strictObject({ ward: z.string(), group: z.string().nullable() }).nullable(),
  /** Absence with cover: between the two days, messages that need an answer go to the cover too. */
  absence: z.strictObject({ from: day, to: day, coverId: recordId }).nullable(),
  lastDay: day.nullable(),
  /** As it is published beside an agenda that names them as its contact. */
  telephone: z.string().trim().min(1).max(40).optional(),
  /** The day they agreed to be summoned electronically: LGA 1972 Sch 12 para 4(1B). Without it a summons goes on paper. */
  summonedElectronicallyFrom: day.optional(),
}));
export type Person = z.infer<typeof person>;

/** True once the person's last day is past: their promises need a new owner. */
export function hasLeft(who: Pick<Person, 'lastDay'>, today: string): boolean {
  return who.lastDay !== null && who.lastDay < today;
}

/** The person covering on that day, if the person is absent then. Days inclusive. */
export function coverOn(who: Pick<Person, 'absence'>, today: string): string | null {
  const { absence } = who;
  return absence && absence.from <= today && today <= absence.to ? absence.coverId : null;
}
