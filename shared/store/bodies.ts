import { type Body, body, bodyKind } from '../domain/bodies/body.ts';
import { type Procedure, procedure } from '../domain/bodies/procedure.ts';
import { procedurePresets, usualCallIn, usualWrittenRules } from '../domain/bodies/procedure-presets.ts';
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

const isRule = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The first shape knew of call-in only how many days it lasts. It closed with the office. */
function callInWithSignatories(old: Record<string, unknown>): Record<string, unknown> {
  const callIn = old['callIn'];
  return isRule(callIn) ? { ...old, callIn: { ...usualCallIn, closesAt: old['closeTime'], ...callIn } } : old;
}

/** The second shape had no standing items: those of the preset that it was made from. */
function withAgenda(old: Record<string, unknown>): Record<string, unknown> {
  const kind = bodyKind.safeParse(old['preset']);
  return { ...old, agenda: procedurePresets[kind.success ? kind.data : 'committee'].agenda };
}

/** The third shape only said whether it may decide in writing; those who may went by the usual rules. */
function writtenByRules(old: Record<string, unknown>): Record<string, unknown> {
  return { ...old, writtenResolutions: old['writtenResolutions'] === true ? usualWrittenRules : null };
}

/** Procedures: dated rules; listed by body and first day. */
export const procedures: RecordKind<Procedure> = {
  type: 'procedure',
  schema: procedure,
  stored: 4,
  upcasts: { 1: callInWithSignatories, 2: withAgenda, 3: writtenByRules },
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
