import { settled } from '../domain/agendas/publication.ts';
import type { Actor } from '../domain/history/history-entry.ts';
import type { MadeDocument } from '../domain/meetings/published-document.ts';
import { agendas } from './agendas.ts';
import { change, runCommand } from './commit.ts';
import { noteForAdministrator } from './operations.ts';
import { publicationOf, type Which } from './publication-steps.ts';
import { publishedMeetingOf } from './published.ts';
import { documentsWrite } from './published-documents.ts';
import { find, type Register } from './record-kind.ts';
import { publishedDocumentKey, publishedReportKey } from './report-keys.ts';

const system: Actor = { sort: 'system', part: 'agenda-publication' };

type Outcome = { readonly state: 'made' | 'none' | 'not-made'; readonly made: readonly MadeDocument[] };

const events = {
  made: 'made as PDF',
  none: 'left to a later one to be made as PDF',
  'not-made': 'not made as PDF',
} as const satisfies Record<Outcome['state'], string>;

/**
 * Records what was made of a publication, and in the same transaction lets the public open it. What could not be made is
 * noted for the administrator and may be tried again. `none` when there is no such publication.
 */
export async function recordDocuments(
  register: Register,
  which: Which,
  { state, made }: Outcome,
  { at, today }: { readonly at: string; readonly today: string },
): Promise<Outcome['state']> {
  const found = await publicationOf(register, which);
  if (!found) return 'none';
  const { agenda, publication } = found;
  const { snapshot, documents } = publication;
  if (documents.state === 'made' || snapshot === null) return documents.state === 'made' ? 'made' : 'none';
  const record = settled(agenda.record, publication.id, { documents: { state, made: [...made] } });
  // Given up twice is two entries, since somebody asked for them again between the two.
  const commandId = `documents-${state}-${state === 'not-made' ? agenda.version : ''}-${which.publicationId}-${which.meetingId}`;
  const event = `${publication.sort} ${events[state]}`;
  if (documents.state !== state)
    await runCommand(register, commandId, async () => ({
      commandId,
      actor: system,
      at,
      outcome: { ...which, state },
      changes: [change(agendas, { was: agenda, record, event })],
      also:
        state === 'made'
          ? [documentsWrite(which.meetingId, { publicationId: publication.id, snapshot, made: [...made] })]
          : [],
    }));
  if (state === 'not-made')
    await noteForAdministrator(register.table, {
      day: today,
      what: 'documents-not-made',
      id: which.meetingId,
      detail: which.publicationId,
    });
  return state;
}

/**
 * The public's copies of files that the public is no longer shown: reports that were withdrawn, and what was made of earlier
 * publications. Of what is still to be shown nothing is among them.
 */
export async function filesNoLongerShown(register: Register, meetingId: string): Promise<string[]> {
  // In this order: what is shown after the agenda was read counts as still to be shown.
  const agenda = await find(register, agendas, meetingId);
  const face = await publishedMeetingOf(register.table, meetingId);
  if (!agenda || !face) return [];
  const out = agenda.record.publications.filter(({ state }) => state !== 'asked');
  const shown = new Set(
    face.items
      .flatMap(({ arranged }) => arranged?.reports ?? [])
      .flatMap(({ id, withdrawn }) => (withdrawn === null ? [id] : [])),
  );
  const last = face.agenda?.publications.at(-1)?.id;
  const reports = out.flatMap(({ reportIds }) => reportIds).filter((id) => !shown.has(id));
  const former = out.flatMap(({ id, snapshot }) => (id === last || snapshot === null ? [] : [snapshot]));
  return [
    ...new Set(reports.map(publishedReportKey)),
    ...former.flatMap((snapshot) =>
      (['agenda', 'notice'] as const).map((name) => publishedDocumentKey(snapshot, name)),
    ),
  ];
}
