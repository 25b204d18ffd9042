import { type Body, body } from '../domain/bodies/body.ts';
import { type Procedure, procedure } from '../domain/bodies/procedure.ts';
import { list, type RecordKind, type Register, type Versioned } from './record-kind.ts';

/** Bodies; listed by name. */
export const bodies: RecordKind<Body> = {
  type: 'body',
  schema: body,
  stored: 1,
  upcasts: {},
  accessClassOf: ({ published }) => (published ? 'public' : 'internal'),
  lists: ({ id, name }) => ({ gsi1: ['BODIES', `${name.toLowerCase()}#${id}`] }),
};

/** Procedures: dated rules; listed by body and first day. */
export const procedures: RecordKind<Procedure> = {
  type: 'procedure',
  schema: procedure,
  stored: 1,
  upcasts: {},
  accessClassOf: () => 'public',
  lists: ({ id, bodyId, from }) => ({ gsi1: [`PROCEDURES#${bodyId}`, `${from}#${id}`] }),
};

/** Every body, ended ones included, by name. */
export async function everyBody(register: Register): Promise<Versioned<Body>[]> {
  return list(register, bodies, { index: 'gsi1', partition: 'BODIES' });
}

/** The procedures of a body, the oldest first. */
export async function proceduresOf(register: Register, bodyId: string): Promise<Versioned<Procedure>[]> {
  return list(register, procedures, { index: 'gsi1', partition: `PROCEDURES#${bodyId}` });
}
