import { goesOn } from '../../shared/domain/decisions/milestones.ts';
import type { Workflows } from '../../shared/lambda/workflows.ts';
import { decisions } from '../../shared/store/decisions.ts';
import { find, type Register } from '../../shared/store/record-kind.ts';
import { dropToken, waitingToken } from '../../shared/store/tokens.ts';

/**
 * Something has come about with a published decision. The execution that waits for it looks again; while there is more to
 * wait for there is one execution, and afterwards (a request that came too late is still answered) one for each change.
 */
export async function followDecision(
  id: string,
  { register, workflows }: { register: Register; workflows: Workflows },
): Promise<void> {
  const [waiting, decision] = await Promise.all([waitingToken(register.table, id), find(register, decisions, id)]);
  if (!decision || decision.record.published === null) return;
  if (waiting) {
    await workflows.answer(waiting.token, { word: 'look' });
    await dropToken(register.table, id, waiting.token);
    return;
  }
  const name = goesOn(decision.record) ? `decision-${id}` : `decision-${id}-${decision.version}`;
  await workflows.start('decision', name, { decisionId: id });
}
