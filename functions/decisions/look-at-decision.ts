import * as z from 'zod';
import { holdersOf, type Membership, ORGANISATION } from '../../shared/domain/bodies/membership.ts';
import type { Day } from '../../shared/domain/calendar/day.ts';
import { type DecisionMilestone, goesOn, milestonesOf, type Told } from '../../shared/domain/decisions/milestones.ts';
import { judgedBy, waitsForJudgement } from '../../shared/domain/decisions/standing.ts';
import { buildServices, type Services } from '../../shared/lambda/services.ts';
import { step } from '../../shared/lambda/step.ts';
import { type DecisionAround, decisionAround } from '../../shared/store/decision-around.ts';
import { membershipsOf } from '../../shared/store/people.ts';
import type { Register } from '../../shared/store/record-kind.ts';

const input = z.object({ decisionId: z.string(), told: z.array(z.string()) });

/** Ids and words only: what SendNotice is asked for. */
type Notice = { kind: string; recordId: string; personId: string; day: Day; round: string | null };

/** A decision's own milestones that nobody has been told of by this execution. */
export function untold(
  { record, requests, window }: DecisionAround,
  told: readonly string[],
  today: Day,
): DecisionMilestone[] {
  const all = milestonesOf(
    record,
    requests.map((one) => one.record),
    (request) => window !== null && waitsForJudgement(request, window) && today >= judgedBy(window),
  );
  return all.filter(({ key }) => !told.includes(key));
}

type Around = { around: DecisionAround; scrutiny: readonly Membership[]; today: Day };

function personsFor(who: Told, { around, scrutiny, today }: Around): readonly string[] {
  const { record, context } = around;
  const { memberships, procedure, body } = context;
  const heardBy = procedure.callIn?.heardBy ?? '';
  switch (who) {
    case 'decision-maker':
      return record.decidedBy.personId === null ? [] : [record.decidedBy.personId];
    case 'body-secretary':
      return holdersOf(memberships, body.id, 'secretary', today);
    case 'scrutiny-chair':
      return holdersOf(scrutiny, heardBy, 'chair', today);
    case 'scrutiny-secretary':
      return holdersOf(scrutiny, heardBy, 'secretary', today);
    case 'monitoring-officer':
    case 'proper-officer':
      return holdersOf(memberships, ORGANISATION, who, today);
  }
}

async function scrutinyOf(register: Register, { context }: DecisionAround): Promise<Membership[]> {
  const heardBy = context.procedure.callIn?.heardBy ?? null;
  return heardBy === null ? [] : (await membershipsOf(register, heardBy)).map(({ record }) => record);
}

/**
 * What has come about with a decision that this execution has not told yet, and whom it is to be told; or whether there
 * is more to wait for. An execution that begins again tells it all again, which nobody gets twice.
 */
export async function lookAtDecision(
  { decisionId, told }: z.infer<typeof input>,
  { register, clock }: Pick<Services, 'register' | 'clock'>,
): Promise<{ word: 'tell' | 'wait' | 'over'; told: string[]; notices: Notice[] }> {
  const today = clock.today();
  const around = await decisionAround(register, decisionId, today);
  const fresh = untold(around, told, today);
  if (fresh.length === 0) return { word: goesOn(around.record) ? 'wait' : 'over', told, notices: [] };
  const scrutiny = await scrutinyOf(register, around);
  const notices = fresh.flatMap(({ kind, recordId, round, to, personIds }) => {
    const all = [...personIds, ...to.flatMap((who) => personsFor(who, { around, scrutiny, today }))];
    return [...new Set(all)].map((personId) => ({ kind, recordId, personId, day: today, round }));
  });
  return { word: 'tell', told: [...told, ...fresh.map(({ key }) => key)], notices };
}

// called by the workflow
export const handler = step(input, lookAtDecision, buildServices);
