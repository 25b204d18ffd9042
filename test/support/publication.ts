import { checkPublication } from '../../functions/agendas/check-publication.ts';
import { findWhomToTell } from '../../functions/agendas/find-whom-to-tell.ts';
import { laySnapshot } from '../../functions/agendas/lay-snapshot.ts';
import { type PublicReader, readBack } from '../../functions/agendas/read-back.ts';
import type { FileReader } from '../../functions/agendas/read-files.ts';
import { keepDocuments } from '../../functions/agendas/record-documents.ts';
import { keepProof } from '../../functions/agendas/record-proof.ts';
import { show } from '../../functions/agendas/show-publication.ts';
import { takeAway } from '../../functions/agendas/take-away.ts';
import { makeDocuments } from '../../functions/documents/make-documents.ts';
import type { PrintDocument } from '../../shared/documents/print-document.ts';
import { type AgendaItem, unarranged } from '../../shared/domain/agenda-items/agenda-item.ts';
import type { Agenda } from '../../shared/domain/agendas/agenda.ts';
import { beginAgenda } from '../../shared/domain/agendas/build.ts';
import { agendas } from '../../shared/store/agendas.ts';
import { agendaItems, businessOf } from '../../shared/store/business.ts';
import { change, commit } from '../../shared/store/commit.ts';
import type { Files } from '../../shared/store/files.ts';
import { find, get, getMany, type Register } from '../../shared/store/record-kind.ts';
import { maya } from './builders.ts';

export const HOSB = 'meeting-hosb-2019-04-25';
export const CABINET = 'meeting-cabinet-2019-04-30';

const at = '2019-04-14T09:00:00.000Z';
let commits = 0;
const commandId = () => {
  commits += 1;
  return `arranged-${commits}`;
};

/** An item on an agenda that nobody outside has seen, with overrides. */
export function anItem(overrides: Partial<AgendaItem> & Pick<AgendaItem, 'id' | 'bodyId' | 'meetingId'>): AgendaItem {
  return {
    ...unarranged,
    number: '1',
    title: 'An item',
    purpose: 'discussion',
    reportOf: null,
    attendedFor: [],
    mattersRaised: [],
    report: 'oral',
    commitmentId: null,
    state: 'on-agenda',
    published: false,
    accessClass: 'internal',
    ...overrides,
  };
}

/** Changes one item as the builder would. */
export async function arrangeItem(register: Register, id: string, now: Partial<AgendaItem>): Promise<void> {
  const was = await get(register, agendaItems, id);
  const record = { ...was.record, ...now };
  const changes = [change(agendaItems, { was, record, event: 'arranged' })];
  await commit(register, { commandId: commandId(), actor: maya, at, outcome: {}, changes });
}

/** Puts the items that are placed on a meeting on its agenda, in the order of their numbers. */
export async function arrangeAgenda(register: Register, meetingId: string, now: Partial<Agenda> = {}): Promise<Agenda> {
  const { items } = await businessOf(register, meetingId);
  const ordered = items
    .map(({ record }) => record)
    .toSorted((a, b) => (a.number ?? '').localeCompare(b.number ?? '', 'en', { numeric: true }));
  const bodyId = ordered[0]?.bodyId ?? 'hosb';
  const begun = beginAgenda({ id: meetingId, bodyId, numbering: 'plain', firstNumber: 1, series: '19' }, ordered);
  const was = (await find(register, agendas, meetingId)) ?? null;
  const record = { ...begun, ...now };
  const changes = [change(agendas, { was, record, event: 'agenda begun' })];
  await commit(register, { commandId: commandId(), actor: maya, at, outcome: {}, changes });
  return record;
}

const clock = (now: string) => ({ now: () => now, today: () => now.slice(0, 10) });

const nowhere = { copy: async () => {}, put: async () => {}, remove: async () => {} };

/** The words of a document in the place of its PDF: making those is told of elsewhere, and takes a while. */
const asJson = async (document: PrintDocument): Promise<Uint8Array> => Buffer.from(JSON.stringify(document));

/** Reads every file that the register keeps, as it is kept: for where no storage is part of the story. Of what was withdrawn nothing. */
export const asKept =
  (register: Register, meetingId: string): FileReader =>
  async (path) => {
    const { record } = await get(register, agendas, meetingId);
    const [, name] = /\/(agenda|notice)\.pdf$/.exec(path) ?? [];
    if (name !== undefined) {
      const made = record.publications.flatMap(({ documents }) => documents.made);
      return made.findLast((one) => one.name === name) ?? null;
    }
    const [, reportId = ''] = /\/reports\/(.+)\.pdf$/.exec(path) ?? [];
    if (record.publications.some(({ withdrawnReportIds }) => withdrawnReportIds.includes(reportId))) return null;
    const items = await getMany(
      register,
      agendaItems,
      record.slots.map(({ itemId }) => itemId),
    );
    return items.flatMap((item) => item.record.reports).find(({ id }) => id === reportId) ?? null;
  };

/** Runs the steps of one publication in the order of its workflow, as it would at a moment. */
export async function runPublication(
  register: Register,
  which: { meetingId: string; publicationId: string },
  {
    read,
    now = '2019-04-15T10:00:00.000Z',
    files = nowhere,
    toPdf = asJson,
    readFile = asKept(register, which.meetingId),
  }: {
    read: PublicReader;
    now?: string;
    files?: Pick<Files, 'copy' | 'put' | 'remove'>;
    toPdf?: (document: PrintDocument) => Promise<Uint8Array>;
    readFile?: FileReader;
  },
) {
  const services = { register, clock: clock(now) };
  const { word } = await checkPublication(which, services);
  if (word === 'nothing') return { word, told: [], proof: null };
  await laySnapshot(which, { ...services, files });
  const shown = await show(which, services);
  await takeAway(which, { register, files });
  const { personIds } = await findWhomToTell(which, services);
  const configuration = { ORGANISATION_NAME: 'Brackenford City Council', PUBLIC_ADDRESS: 'https://quorate.example' };
  const documents = await makeDocuments(which, { configuration, register, files, toPdf });
  await keepDocuments({ ...which, word: documents.word, made: [...documents.made] }, services);
  const { proof, found } = await readBack(which, { register, read, readFile });
  await keepProof({ ...which, proof, found }, services);
  return { word: shown.word, told: personIds, proof };
}
