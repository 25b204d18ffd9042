import type { Agenda } from '../agendas/agenda.ts';
import { reportStanding } from '../agendas/publication.ts';
import { TransitionRefused } from '../record.ts';
import type { AgendaItem, ItemReport } from './agenda-item.ts';

/** The most reports an item may have. */
export const MOST_REPORTS = 60;

/** The largest report taken, in bytes. What a council puts on its site is a tenth of this. */
export const REPORT_BYTES = 20 * 1024 * 1024;

const takesReports = ({ state }: AgendaItem): boolean =>
  state === 'proposed' || state === 'on-agenda' || state === 'deferred';

/** May reports still be put with this item? Not once it was considered or withdrawn, nor beyond the most there may be. */
export function mayAddReport(item: AgendaItem): boolean {
  return takesReports(item) && item.reports.length < MOST_REPORTS;
}

/** Has the public been shown it? Then it is withdrawn or replaced by a publication, with a note, and never just taken away. */
export function wasShown(agenda: Pick<Agenda, 'publications'> | null, reportId: string): boolean {
  return agenda !== null && reportStanding(agenda, reportId).shownBy !== null;
}

/**
 * The item with one more report, in the place of `replaces` where that names one. A report of private business is
 * private, whatever was asked. Throws `TransitionRefused` where no report may be added, or the replaced one was shown.
 */
export function withReport(
  item: AgendaItem,
  added: ItemReport,
  { replaces, agenda }: { replaces: string | null; agenda: Pick<Agenda, 'publications'> | null },
): AgendaItem {
  const stays = replaces === null ? item : withoutReport(item, replaces, agenda);
  if (!mayAddReport(stays)) throw new TransitionRefused(item.state, 'add-report');
  const report = item.accessClass === 'private' ? { ...added, accessClass: item.accessClass } : added;
  const at = item.reports.findIndex(({ id }) => id === replaces);
  const reports = at < 0 ? [...stays.reports, report] : stays.reports.toSpliced(at, 0, report);
  return { ...stays, reports, report: 'attached', toFollowReason: null };
}

/** The item without a report that the public was never shown. Throws `TransitionRefused` where there is none such. */
export function withoutReport(
  item: AgendaItem,
  reportId: string,
  agenda: Pick<Agenda, 'publications'> | null,
): AgendaItem {
  const isThere = item.reports.some(({ id }) => id === reportId);
  if (!isThere || !takesReports(item) || wasShown(agenda, reportId))
    throw new TransitionRefused(isThere ? item.state : 'no-report', 'remove-report');
  const reports = item.reports.filter(({ id }) => id !== reportId);
  return {
    ...item,
    reports,
    report: reports.length === 0 && item.report === 'attached' ? 'not-attached' : item.report,
  };
}
