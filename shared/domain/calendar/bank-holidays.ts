import * as z from 'zod';
import { day } from './day.ts';

/** The parts of the United Kingdom whose bank holidays differ, as GOV.UK names them. */
export const division = z.enum(['england-and-wales', 'scotland', 'northern-ireland'], {
  error: 'must be england-and-wales, scotland or northern-ireland',
});
export type Division = z.infer<typeof division>;

/** The shape of https://www.gov.uk/bank-holidays.json. */
export const bankHolidays = z.lazy(() => {
  const bankHoliday = z.object({ title: z.string().min(1), date: day, notes: z.string(), bunting: z.boolean() });
  const divisionHolidays = z.object({ division, events: z.array(bankHoliday).min(1) });
  return z.object({
    'england-and-wales': divisionHolidays,
    scotland: divisionHolidays,
    'northern-ireland': divisionHolidays,
  });
});
export type BankHolidays = z.infer<typeof bankHolidays>;

/**
 * A bank holiday proclaimed (or moved away) since the shipped list was made, entered by an administrator. Banking and
 * Financial Dealings Act 1971 s.1(2) and (3).
 */
export const proclaimedDay = z.lazy(() =>
  z.object({ day, title: z.string().trim().min(1), change: z.enum(['added', 'removed']) }),
);
export type ProclaimedDay = z.infer<typeof proclaimedDay>;

/** A day on which the organisation's offices are shut although it is no bank holiday. */
export const closure = z.lazy(() => z.object({ day, title: z.string().trim().min(1) }));
export type Closure = z.infer<typeof closure>;
