import type { CallInRequest } from './call-in-request.ts';
import { type Decision, type DecisionState, suspendedStates } from './decision.ts';

/** Who is told of something, by what they are for the decision. */
export type Told =
  | 'decision-maker'
  | 'body-secretary'
  | 'scrutiny-chair'
  | 'scrutiny-secretary'
  | 'monitoring-officer'
  | 'proper-officer';

/** Something that has come about and that people are told of once: a kind of notice about a record, and its round. */
export type DecisionMilestone = {
  /** Unique among those of the decision, so that what has been told is known. */
  readonly key: string;
  readonly kind:
    | 'decision-open-to-call-in'
    | 'call-in-asked-for'
    | 'call-in-signature'
    | 'call-in-refused'
    | 'decision-called-in'
    | 'decision-outcome'
    | 'decision-may-take-effect';
  readonly recordId: string;
  readonly round: string | null;
  readonly to: readonly Told[];
  /** People told by name: those named on a request, or who made it. */
  readonly personIds: readonly string[];
};

const judges = ['monitoring-officer', 'proper-officer'] as const;

function ofRequest(request: CallInRequest, overdue: boolean): DecisionMilestone[] {
  const { id, requesterId, signatories, wholeAt, state } = request;
  const shared = { recordId: id, round: null, personIds: [], to: [] };
  const named = signatories.map(({ personId }) => personId).filter((personId) => personId !== requesterId);
  return [
    { ...shared, key: `named:${id}`, kind: 'call-in-signature', personIds: named },
    { ...shared, key: `asked:${id}`, kind: 'call-in-asked-for', to: judges },
    ...(wholeAt === null
      ? []
      : [{ ...shared, key: `whole:${id}`, kind: 'call-in-asked-for' as const, round: 'whole', to: judges }]),
    ...(overdue && state === 'open'
      ? [{ ...shared, key: `due:${id}`, kind: 'call-in-asked-for' as const, round: 'due', to: judges }]
      : []),
    ...(state === 'not-valid' || state === 'lapsed'
      ? [{ ...shared, key: `refused:${id}`, kind: 'call-in-refused' as const, personIds: [requesterId] }]
      : []),
  ];
}

const mayTakeEffect: readonly DecisionState[] = ['implementable', 'implemented'];

/**
 * Everything that has come about with a published decision, in order. Each is told once, however often it is worked out:
 * what a person is told of is claimed by (person, record, kind and round) before it is sent.
 */
export function milestonesOf(
  decision: Decision,
  requests: readonly CallInRequest[],
  /** Which of them are to be judged today, or were to be before. */
  due: (request: CallInRequest) => boolean = () => false,
): DecisionMilestone[] {
  const { id, published, callIn, calledInBy, outcomes, state } = decision;
  if (published === null) return [];
  const own = { recordId: id, round: null, personIds: [] };
  const after = outcomes.filter(({ event }) => event !== 'implement');
  return [
    ...(callIn.sort === 'applies'
      ? [
          {
            ...own,
            key: 'open',
            kind: 'decision-open-to-call-in' as const,
            to: ['scrutiny-chair', 'scrutiny-secretary'] as const,
          },
        ]
      : []),
    ...requests.flatMap((request) => ofRequest(request, due(request))),
    ...(calledInBy === null
      ? []
      : [
          {
            ...own,
            key: 'called-in',
            kind: 'decision-called-in' as const,
            to: ['decision-maker', 'monitoring-officer', 'scrutiny-secretary', 'body-secretary'] as const,
          },
        ]),
    ...after.map((_, index) => ({
      ...own,
      key: `outcome:${index}`,
      kind: 'decision-outcome' as const,
      round: String(index),
      to: ['decision-maker', 'monitoring-officer', 'scrutiny-secretary'] as const,
    })),
    ...(mayTakeEffect.includes(state)
      ? [
          {
            ...own,
            key: 'may-take-effect',
            kind: 'decision-may-take-effect' as const,
            to: ['decision-maker', 'body-secretary'] as const,
          },
        ]
      : []),
  ];
}

/** Is more to be waited for: the window, a judgement, or what scrutiny and the council do? */
export function goesOn({ state }: Pick<Decision, 'state'>): boolean {
  return state === 'call-in-open' || suspendedStates.includes(state);
}
