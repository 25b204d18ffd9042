import { type Agenda, agenda, isUnderWay } from '../domain/agendas/agenda.ts';
import { list, type RecordKind, type Register, type Versioned } from './record-kind.ts';

const UNDER_WAY = 'AGENDAS#PUBLISHING';

/** The first shape knew of no documents made of what is published, and of no file that was read back. */
function withoutDocuments(old: Record<string, unknown>): Record<string, unknown> {
  const had: unknown = old['publications'];
  const publications = Array.isArray(had) ? had : [];
  return {
    ...old,
    publications: publications.map((one) => ({ ...one, documents: { state: 'none', made: [] }, found: [] })),
  };
}

/** Agendas, each under the id of its meeting; listed while something of them is being published. */
export const agendas: RecordKind<Agenda> = {
  type: 'agenda',
  schema: agenda,
  stored: 2,
  upcasts: { 1: withoutDocuments },
  accessClassOf: ({ accessClass }) => accessClass,
  lists: ({ id, publications }) => (publications.some(isUnderWay) ? { gsi1: [UNDER_WAY, id] } : {}),
};

/** Agendas of which something was to be published and is not complete. */
export async function agendasBeingPublished(register: Register): Promise<Versioned<Agenda>[]> {
  return list(register, agendas, { index: 'gsi1', partition: UNDER_WAY });
}
