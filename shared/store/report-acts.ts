import type { AgendaItem, ItemReport } from '../domain/agenda-items/agenda-item.ts';
import { withoutReport, withReport } from '../domain/agenda-items/reports.ts';
import type { Agenda, Publication } from '../domain/agendas/agenda.ts';
import { agendas } from './agendas.ts';
import { agendaItems } from './business.ts';
import { change, runCommand } from './commit.ts';
import type { Command } from './commitment-acts.ts';
import { VersionConflict } from './errors.ts';
import type { Files } from './files.ts';
import { find, get, getMany, type Register } from './record-kind.ts';
import { publishedReportKey, reportKey } from './report-keys.ts';

const PDF = 'application/pdf';

/** Keeps the bytes of a checked report under their hash. Keeping them twice is the same as once. */
export async function keepReport(
  files: Pick<Files, 'put'>,
  report: Pick<ItemReport, 'hash'>,
  bytes: Uint8Array,
): Promise<void> {
  await files.put(reportKey(report), bytes, PDF);
}

type Act = {
  event: string;
  outcome: string;
  act: (item: AgendaItem, agenda: Agenda | null) => AgendaItem;
};

async function onItem(register: Register, command: Command, itemId: string, { event, outcome, act }: Act) {
  return runCommand(register, command.commandId, async () => {
    const was = await get(register, agendaItems, itemId);
    if (command.version !== undefined && command.version !== was.version) throw new VersionConflict([itemId]);
    const { meetingId } = was.record;
    const agenda = meetingId === null ? undefined : await find(register, agendas, meetingId);
    const record = act(was.record, agenda?.record ?? null);
    return {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { id: outcome },
      changes: [change(agendaItems, { was, record, event })],
    };
  });
}

/**
 * Puts a report with an item, in the place of another where `replaces` names one. Its file must have been kept.
 * Throws `VersionConflict`, or `TransitionRefused` where no report may be added or the replaced one was published.
 */
export async function addReport(
  register: Register,
  command: Command,
  itemId: string,
  { report, replaces }: { report: ItemReport; replaces: string | null },
) {
  return onItem(register, command, itemId, {
    event: replaces === null ? 'report added' : 'report replaced',
    outcome: report.id,
    act: (item, agenda) => withReport(item, report, { replaces, agenda }),
  });
}

/** Takes a report away that was never published. Throws `VersionConflict` or `TransitionRefused`. */
export async function removeReport(register: Register, command: Command, itemId: string, reportId: string) {
  return onItem(register, command, itemId, {
    event: 'report removed',
    outcome: reportId,
    act: (item, agenda) => withoutReport(item, reportId, agenda),
  });
}

/**
 * Copies public reports to where the public site may read them; to be done before the snapshot that names them is
 * pointed to. A private report is refused by an error: it must never be copied. Copying twice is the same as once.
 */
export async function publishReports(
  files: Pick<Files, 'copy'>,
  reports: readonly Pick<ItemReport, 'id' | 'hash' | 'accessClass'>[],
): Promise<void> {
  if (reports.some(({ accessClass }) => accessClass === 'private'))
    throw new Error('A report that is not for publication was about to be published');
  for (const report of reports) await files.copy(reportKey(report), publishedReportKey(report.id));
}

/** The public reports that a publication shows for the first time, as they are on the items. */
export async function reportsToShow(
  register: Register,
  { slots }: Pick<Agenda, 'slots'>,
  { reportIds }: Pick<Publication, 'reportIds'>,
): Promise<ItemReport[]> {
  if (reportIds.length === 0) return [];
  const wanted = new Set(reportIds);
  const items = await getMany(
    register,
    agendaItems,
    slots.map(({ itemId }) => itemId),
  );
  // An item that became private since takes its reports with it, whatever they were before.
  const closed = new Set(slots.flatMap(({ itemId, accessClass }) => (accessClass === 'private' ? [itemId] : [])));
  return items
    .filter(({ record }) => record.accessClass !== 'private' && !closed.has(record.id))
    .flatMap(({ record }) => record.reports)
    .filter(({ id, accessClass }) => wanted.has(id) && accessClass !== 'private');
}
