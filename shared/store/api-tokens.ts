import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { type ApiToken, apiToken } from '../domain/api-tokens/api-token.ts';
import { find, list, type RecordKind, type Register, type Versioned } from './record-kind.ts';
import type { Table } from './table.ts';

/** Tokens of the API; listed all together (gsi1) and by person (gsi2). */
export const apiTokens: RecordKind<ApiToken> = {
  type: 'api-token',
  schema: apiToken,
  stored: 1,
  upcasts: {},
  accessClassOf: () => 'private',
  lists: ({ id, personId }) => ({ gsi1: ['API-TOKENS', id], gsi2: [`API-TOKENS-OF#${personId}`, id] }),
};

/** A person's tokens, those that have ended included, the oldest first. */
export async function tokensOf(register: Register, personId: string): Promise<Versioned<ApiToken>[]> {
  return list(register, apiTokens, { index: 'gsi2', partition: `API-TOKENS-OF#${personId}` });
}

/** Everybody's tokens, the oldest first. */
export async function everyToken(register: Register): Promise<Versioned<ApiToken>[]> {
  return list(register, apiTokens, { index: 'gsi1', partition: 'API-TOKENS' });
}

const SHAPE = /^quorate\.([a-z0-9][a-z0-9-]{1,63})\.([A-Za-z0-9_-]{43})$/;

/** SHA-256 of a secret, in hex. The secret has 256 random bits, so nothing slower is needed. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** A new secret: it is shown once and stored nowhere. */
export function newTokenSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is given to the person: the token's id, by which it is found, and its secret, by which it is believed. */
export function spelledToken(id: string, secret: string): string {
  return `quorate.${id}.${secret}`;
}

/** The token that somebody shows, when its secret is right; whether it still lets anybody in is asked of the rule. */
export async function tokenShown(register: Register, shown: string): Promise<ApiToken | undefined> {
  const [, id, secret] = SHAPE.exec(shown) ?? [];
  if (id === undefined || secret === undefined) return undefined;
  const found = await find(register, apiTokens, id);
  if (!found) return undefined;
  const [is, wanted] = [hashOfSecret(secret), found.record.secretHash].map((hash) => Buffer.from(hash, 'hex'));
  return is && wanted && timingSafeEqual(is, wanted) ? found.record : undefined;
}

/** How long the counts of a minute are kept, in seconds. */
const COUNTS_KEPT = 600;
const useKey = (id: string, sk: string) => ({ pk: `API-USE#${id}`, sk });

/** Counts one more request in this minute of real time, and keeps the day of the last; answers how many there were. */
export async function countUse(table: Table, id: string, realNow: number): Promise<number> {
  const minute = new Date(realNow).toISOString().slice(0, 16);
  const item = await table.update(useKey(id, `MINUTE#${minute}`), {
    UpdateExpression: 'SET #n = if_not_exists(#n, :none) + :one, expiresAt = :at',
    ExpressionAttributeNames: { '#n': 'number' },
    ExpressionAttributeValues: { ':none': 0, ':one': 1, ':at': Math.floor(realNow / 1000) + COUNTS_KEPT },
  });
  const number = Number(item?.['number'] ?? 1);
  if (number === 1) await table.put({ ...useKey(id, 'LAST'), day: minute.slice(0, 10) });
  return number;
}

/** The real day (UTC) on which each of these tokens was last used; those never used are left out. */
export async function lastUses(table: Table, ids: readonly string[]): Promise<Map<string, string>> {
  const items = await table.getMany(ids.map((id) => useKey(id, 'LAST')));
  return new Map(items.map((item) => [item.pk.slice('API-USE#'.length), String(item['day'])]));
}
