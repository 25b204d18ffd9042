import { londonDay } from '../../shared/domain/calendar/day.ts';
import { ASKER_PREFIX } from '../../shared/domain/messages/message.ts';
import type { Workflows } from '../../shared/lambda/workflows.ts';
import type { StoredOutboxEntry } from '../../shared/store/outbox.ts';

/** The recipient of what is told to an asker: they are no person of the register, and their address is no name. */
const askerOf = (submissionId: string): string => `${ASKER_PREFIX}${submissionId}`;

/** Tells somebody outside what their message waits for, or what became of it, by the one way in which people are told. */
export async function tellAsker(
  { entry: { recordId, word, topic }, at }: StoredOutboxEntry,
  workflows: Workflows,
): Promise<void> {
  const [what = '', round = null] = word.split('/');
  await workflows.start('tell-people', `asker-${recordId}-${word.replace('/', '-')}`, {
    kind: topic === 'asking-sent' ? 'asking-to-confirm' : `submission-${what}`,
    recordId,
    personIds: [askerOf(recordId)],
    day: londonDay(at),
    round,
  });
}
