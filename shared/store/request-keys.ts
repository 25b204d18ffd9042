import { createHash, randomBytes } from 'node:crypto';
import type { Table } from './table.ts';

/** As long as a command's outcome is kept: 30 days, in seconds. */
const KEPT = 30 * 24 * 3600;

const requestKey = (commandId: string) => ({ pk: `API-REQUEST#${commandId}`, sk: 'REQUEST' });

/** The command that a person's key stands for: the same key of somebody else is another command. */
export function commandOfKey(personId: string, key: string): string {
  return `api-${createHash('sha256').update(`${personId}\n${key}`).digest('hex').slice(0, 48)}`;
}

/**
 * Keeps what was asked under a key. `first` for a key not seen before, `again` for the same request once more,
 * `another` when the key was used for a different request.
 */
export async function keepRequest(
  table: Table,
  { commandId, fingerprint, realNow }: { commandId: string; fingerprint: string; realNow: number },
): Promise<'first' | 'again' | 'another'> {
  const expiresAt = Math.floor(realNow / 1000) + KEPT;
  try {
    await table.put(
      { ...requestKey(commandId), fingerprint, expiresAt },
      { ConditionExpression: 'attribute_not_exists(pk)' },
    );
    return 'first';
  } catch (fault) {
    if (!(fault instanceof Error) || fault.name !== 'ConditionalCheckFailedException') throw fault;
    const kept = await table.get(requestKey(commandId));
    return kept?.['fingerprint'] === fingerprint ? 'again' : 'another';
  }
}

const sealKey = { pk: 'API#CURSORS', sk: 'KEY' };

/** The key that cursors are sealed with: made once, when it is first asked for. 32 bytes. */
export async function cursorKey(table: Table): Promise<Buffer> {
  const kept = await table.get(sealKey);
  if (kept) return Buffer.from(String(kept['key']), 'base64');
  const fresh = randomBytes(32).toString('base64');
  await table
    .put({ ...sealKey, key: fresh }, { ConditionExpression: 'attribute_not_exists(pk)' })
    .catch((fault: unknown) => {
      // Another has just made it.
      if (!(fault instanceof Error) || fault.name !== 'ConditionalCheckFailedException') throw fault;
    });
  return Buffer.from(String((await table.get(sealKey))?.['key']), 'base64');
}
