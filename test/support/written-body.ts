import type { Procedure } from '../../shared/domain/bodies/procedure.ts';
import { procedurePresets } from '../../shared/domain/bodies/procedure-presets.ts';
import type { Asked } from '../../shared/domain/written-resolutions/written-resolution.ts';
import { procedures } from '../../shared/store/bodies.ts';
import { change, commit } from '../../shared/store/commit.ts';
import type { Command } from '../../shared/store/commitment-acts.ts';
import type { Register } from '../../shared/store/record-kind.ts';
import { draftWritten, putWritten } from '../../shared/store/written-acts.ts';
import { aMembership, aPerson, enterAll } from './administration.ts';
import { aBody } from './builders.ts';

const secretary = { sort: 'person', personId: 'grace-siskin', onBehalfOf: null } as const;
const system = { sort: 'system', part: 'test' } as const;

/** A command on the day on which the governing body is asked, by somebody. */
export function writtenCommand(commandId: string, by = 'grace-siskin', overrides: Partial<Command> = {}): Command {
  const at = '2019-04-08T08:00:00.000Z';
  return { commandId, actor: { ...secretary, personId: by }, at, today: '2019-04-08', ...overrides };
}

/** The name of the nth member, from 1. */
export function memberId(at: number): string {
  return `member-${String(at).padStart(3, '0')}`;
}

/** An NHS governing body with so many voting members, the first of them its chair, and a secretary. */
export async function enterGoverningBody(register: Register, count: number, rules: Partial<Procedure> = {}) {
  const ids = Array.from({ length: count }, (_, at) => memberId(at + 1));
  const bodyId = 'governing-body';
  await enterAll(register, {
    people: ['grace-siskin', ...ids].map((id) => aPerson({ id, name: id })),
    bodies: [aBody({ id: bodyId, name: 'Governing Body', code: 'GB', kind: 'nhs-board', secretaryId: 'grace-siskin' })],
    memberships: [
      aMembership({ personId: 'grace-siskin', role: 'secretary', bodyId }),
      ...ids.map((personId, at) =>
        aMembership({ personId, role: at === 0 ? 'chair' : 'member', bodyId, votes: 'all' }),
      ),
    ],
  });
  const record: Procedure = {
    ...procedurePresets['nhs-board'],
    id: 'procedure-governing-body',
    bodyId,
    from: '2018-05-17',
    to: null,
    quorum: { number: 1, including: null },
    ...rules,
  };
  await commit(register, {
    commandId: 'enter-procedure',
    actor: system,
    at: '2019-04-01T09:00:00.000Z',
    outcome: {},
    changes: [change(procedures, { was: null, record, event: 'adopted' })],
  });
  return ids;
}

/** What is asked of it, with overrides. */
export function someAsked(overrides: Partial<Asked> = {}): Asked {
  return {
    title: 'Extended access: variation of the contract',
    parts: [{ number: '1', text: 'That the variation be approved.' }],
    background: null,
    paper: null,
    requestedBy: memberId(1),
    requestedOn: '2019-04-08',
    closes: { day: '2019-04-18', time: '17:00' },
    accessClass: 'internal',
    ...overrides,
  };
}

/** Drafts it and puts it to the members on 8 April. */
export async function putToMembers(register: Register, id: string, asked: Partial<Asked> = {}): Promise<void> {
  await draftWritten(register, writtenCommand(`draft-${id}`), someAsked(asked), { id, bodyId: 'governing-body' });
  await putWritten(register, writtenCommand(`put-${id}`), id);
}
