import { createHash } from 'node:crypto';
import type { Workflows } from '../../shared/lambda/workflows.ts';
import type { OutboxEntry } from '../../shared/store/outbox.ts';

/** A name of an execution holds 80 characters. */
const LONGEST_NAME = 80;

/** The execution of one act of publishing: the same act is the same execution, however often it is asked for. */
export function publicationExecution({ recordId, word }: Pick<OutboxEntry, 'recordId' | 'word'>): string {
  const name = `publish-${word}-${recordId}`;
  if (name.length <= LONGEST_NAME) return name;
  return `publish-${word}-${createHash('sha256').update(recordId).digest('hex').slice(0, 32)}`;
}

/** Something is to be published: its execution is started once. */
export async function startPublication(entry: OutboxEntry, { workflows }: { workflows: Workflows }): Promise<void> {
  const input = { meetingId: entry.recordId, publicationId: entry.word };
  await workflows.start('agenda-publication', publicationExecution(entry), input);
}
