import { type Agenda, agenda } from '../domain/agendas/agenda.ts';
import type { RecordKind } from './record-kind.ts';

/** Agendas, each under the id of its meeting. */
export const agendas: RecordKind<Agenda> = {
  type: 'agenda',
  schema: agenda,
  stored: 1,
  upcasts: {},
  accessClassOf: ({ accessClass }) => accessClass,
  lists: () => ({}),
};
