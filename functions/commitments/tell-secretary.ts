import * as z from 'zod';
import { buildServices, type Services } from '../../shared/lambda/services.ts';
import { step } from '../../shared/lambda/step.ts';
import { nextAction } from '../../shared/store/commitments.ts';

const input = z.object({ commitmentId: z.string(), word: z.string(), execution: z.string() });

/**
 * Brings an answer (or silence) to the secretary: the next daily round looks at the promise and puts it in their digest
 * by the policy, once. "Needs your answer" on their home reads the record itself and shows it at once.
 */
export async function tellSecretary(
  { commitmentId }: z.infer<typeof input>,
  { register, clock }: Pick<Services, 'register' | 'clock'>,
): Promise<{ word: 'told' }> {
  await register.table.transact([nextAction(commitmentId, clock.today())]);
  return { word: 'told' };
}

// called by the workflow
export const handler = step(input, tellSecretary, buildServices);
