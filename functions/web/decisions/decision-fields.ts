import { type Decision, decision } from '../../../shared/domain/decisions/decision.ts';
import type { KeyRoute } from '../../../shared/domain/decisions/key-route.ts';
import { dayBoxes, dayTyped, type Faults, faultsOf, type Typed, type Wrong } from '../typed-form.ts';
import { readOrNone, typedOrNone, wrong } from './fields.ts';
import { readKeyPart, typedOfKeyPart } from './key-fields.ts';
import { readPrivate, typedOfPrivate } from './private-fields.ts';

/** Fields of three boxes. */
export const decisionDays = ['decidedOn', 'geToldOn', 'geDay', 'suDay'] as const;

const statements = ['alternatives', 'conflicts', 'dispensation', 'report', 'background'] as const;

/** A record as the fields of its form. */
export function typedOfDecision(record: Decision): Typed {
  const { callIn } = record;
  const waived = callIn.sort === 'waived' && callIn.why !== 'not-executive' ? callIn.why : 'applies';
  return {
    title: record.title,
    bodyId: record.bodyId,
    sort: record.sort,
    personId: record.decidedBy.personId ?? '',
    role: record.decidedBy.role,
    delegation: record.decidedBy.delegation,
    ...dayBoxes('decidedOn', record.decidedOn),
    text: record.text,
    reasons: record.reasons,
    ...typedOrNone('alternatives', record.alternatives),
    ...typedOrNone('conflicts', record.conflicts),
    ...typedOrNone('dispensation', record.dispensation),
    ...typedOrNone('report', record.report),
    ...typedOrNone('background', record.backgroundPapers),
    ...typedOfKeyPart(record),
    callIn: waived,
    callInReason: callIn.sort === 'waived' ? callIn.reason : '',
    ...typedOfPrivate(record.privateReason),
    publicWords: record.publicWords ?? '',
  };
}

/** What nobody has typed yet. */
export const blankDecision: Typed = {
  sort: 'individual',
  callIn: 'applies',
  private: 'open',
  route: 'none',
  contractTerms: 'no',
};

const fieldOf: Readonly<Record<string, string>> = { backgroundPapers: 'background', decidedBy: 'role', key: 'keyWhy' };

type Read = { readonly record: Decision } | { readonly faults: Faults };

export type DecisionFacts = {
  readonly id: string;
  readonly executive: boolean;
  readonly nameOf: (personId: string) => string;
  readonly bodyName: string;
  /** When the notice that is named was published; null where there is none. */
  readonly noticePublishedOn: (id: string) => string | null;
};

const callInOf = (typed: Typed, executive: boolean): Decision['callIn'] => {
  const reason = typed['callInReason'] ?? '';
  if (!executive) return { sort: 'waived', why: 'not-executive', reason: '' };
  const why = typed['callIn'];
  if (why === 'urgent' || why === 'recommendation' || why === 'already-called-in')
    return { sort: 'waived', why, reason };
  return { sort: 'applies' };
};

function simpleFaults(typed: Typed): Wrong[] {
  const person = typed['personId'] ?? '';
  return [
    ...((typed['title'] ?? '') === '' ? [wrong('title', 'needTitle')] : []),
    ...((typed['bodyId'] ?? '') === '' ? [wrong('bodyId', 'needBody')] : []),
    ...(typed['sort'] !== 'body' && person === '' ? [wrong('personId', 'needPerson')] : []),
    ...(dayTyped(typed, 'decidedOn') === 'wrong' ? [wrong('decidedOn', 'noSuchDay')] : []),
    ...statements.flatMap((name) => (readOrNone(typed, name) === 'both' ? [wrong(name, 'noneAndSaid')] : [])),
  ];
}

const answeredIn = (typed: Typed, name: string) => {
  const read = readOrNone(typed, name);
  return read === 'both' ? null : read;
};

/** Reads the form into a record: draft or not, it is whole enough to be kept. */
export function readDecision(typed: Typed, facts: DecisionFacts): Read {
  const { record: privateReason, faults: privateFaults } = readPrivate(typed);
  const keyPart = readKeyPart(typed, facts);
  const on = dayTyped(typed, 'decidedOn');
  const byBody = typed['sort'] === 'body';
  const route: KeyRoute | null = keyPart.route;
  const read = decision.safeParse({
    id: facts.id,
    sort: typed['sort'],
    bodyId: typed['bodyId'],
    title: typed['title'],
    decidedBy: {
      personId: byBody ? null : typed['personId'],
      name: byBody ? facts.bodyName : facts.nameOf(typed['personId'] ?? ''),
      role: byBody ? '' : (typed['role'] ?? ''),
      delegation: typed['delegation'] ?? '',
    },
    decidedOn: on === 'wrong' ? null : on,
    text: typed['text'] ?? '',
    reasons: typed['reasons'] ?? '',
    alternatives: answeredIn(typed, 'alternatives'),
    conflicts: answeredIn(typed, 'conflicts'),
    dispensation: answeredIn(typed, 'dispensation'),
    report: answeredIn(typed, 'report'),
    backgroundPapers: answeredIn(typed, 'background'),
    key: keyPart.key,
    keyRoute: route,
    callIn: callInOf(typed, facts.executive),
    privateReason,
    publicWords: (typed['publicWords'] ?? '') === '' ? null : typed['publicWords'],
    published: null,
    calledInBy: null,
    outcomes: [],
    state: 'draft',
    accessClass: privateReason === null ? 'internal' : 'private',
  });
  const faults = [...simpleFaults(typed), ...keyPart.faults, ...privateFaults];
  if (read.success && faults.length === 0) return { record: read.data };
  const shape = (read.error?.issues ?? []).map(({ path: [first] }) => {
    const field = String(first ?? 'title');
    return wrong(fieldOf[field] ?? field, field === 'sort' ? 'needSort' : 'tooLong');
  });
  return { faults: faultsOf([...faults, ...shape], decisionDays) };
}
