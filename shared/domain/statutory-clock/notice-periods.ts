import type { Day } from '../calendar/day.ts';

/** Who is bound: the law of notice differs by the sort of authority, not by the name of the body. */
export type NoticeRegime = 'english-principal-council' | 'welsh-principal-council' | 'parish-council' | '1960-act-body';

/** What must be given: notice and papers to the public, or the summons to members of the full council. */
export type NoticeSubject = 'public' | 'summons';

type NoticePeriod = { readonly from: Day; readonly clearDays: number; readonly source: string };

// Latest first; the first whose day has come applies.
const periods: Record<NoticeRegime, Record<NoticeSubject, readonly NoticePeriod[]>> = {
  'english-principal-council': {
    public: [
      { from: '2002-10-01', clearDays: 5, source: 'LGA 1972 ss.100A(6)(a), 100B(3), (4)(a); SI 2002/715' },
      { from: '1986-04-01', clearDays: 3, source: 'LGA 1972 ss.100A(6)(a), 100B(3)' },
    ],
    summons: [
      { from: '2015-01-30', clearDays: 5, source: 'LGA 1972 Sch 12 para 4(1A); SI 2015/5' },
      { from: '1974-04-01', clearDays: 3, source: 'LGA 1972 Sch 12 para 4(2)' },
    ],
  },
  'welsh-principal-council': {
    public: [{ from: '1986-04-01', clearDays: 3, source: 'LGA 1972 s.100A(6)(a)' }],
    summons: [{ from: '1974-04-01', clearDays: 3, source: 'LGA 1972 Sch 12 para 4(2)' }],
  },
  'parish-council': {
    public: [{ from: '1974-04-01', clearDays: 3, source: 'LGA 1972 Sch 12 paras 10(2), 26(2)' }],
    summons: [{ from: '1974-04-01', clearDays: 3, source: 'LGA 1972 Sch 12 para 10(2)' }],
  },
  '1960-act-body': {
    public: [{ from: '1961-06-01', clearDays: 3, source: 'Public Bodies (Admission to Meetings) Act 1960 s.1(4)(a)' }],
    summons: [{ from: '1961-06-01', clearDays: 3, source: 'Public Bodies (Admission to Meetings) Act 1960 s.1(4)(a)' }],
  },
};

/** The clear days' notice the law asked for on the day of a meeting, with its source; null before any rule known here. */
export function noticePeriodOn(regime: NoticeRegime, subject: NoticeSubject, meeting: Day): NoticePeriod | null {
  return periods[regime][subject].find((period) => period.from <= meeting) ?? null;
}
