import { type Agenda, agenda } from '../domain/agendas/agenda.ts';
import type { RecordKind } from './record-kind.ts';

/** The first shape knew of no documents made of what is published, and of no file that was read back. */
function withoutDocuments(old: Record<string, unknown>): Record<string, unknown> {
  const had: unknown = old['publications'];
  const publications = Array.isArray(had) ? had : [];
  return {
    ...old,
    publications: publications.map((one) => ({ ...one, documents: { state: 'none', made: [] }, found: [] })),
  };
}

/** Agendas, each under the id of its meeting. */
export const agendas: RecordKind<Agenda> = {
  type: 'agenda',
  schema: agenda,
  stored: 2,
  upcasts: { 1: withoutDocuments },
  accessClassOf: ({ accessClass }) => accessClass,
  lists: () => ({}),
};
