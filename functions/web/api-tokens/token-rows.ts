import { type ApiToken, standingOfToken } from '../../../shared/domain/api-tokens/api-token.ts';
import { londonDay } from '../../../shared/domain/calendar/day.ts';
import { formatDate } from '../../../shared/domain/calendar/day-words.ts';
import { say } from '../../../shared/pages/say.ts';
import { lastUses } from '../../../shared/store/api-tokens.ts';
import type { Register, Versioned } from '../../../shared/store/record-kind.ts';

const kinds = { live: 'done', expired: 'nodate', revoked: 'stop' } as const;

/** Those that still let somebody in first, then the others, the newest first of each. */
const byStanding = (realNow: number) => (one: Versioned<ApiToken>, other: Versioned<ApiToken>) => {
  const [a, b] = [one, other].map(({ record }) => Number(standingOfToken(record, realNow) === 'live'));
  return (b ?? 0) - (a ?? 0) || other.record.madeAt.localeCompare(one.record.madeAt);
};

/** Tokens as their pages list them: never anything of the secret. `actionOf` is where the button to revoke one posts to. */
export async function tokenViews(
  { table }: Register,
  tokens: readonly Versioned<ApiToken>[],
  { realNow, actionOf }: { realNow: number; actionOf: (id: string) => string },
) {
  const used = await lastUses(
    table,
    tokens.map(({ record }) => record.id),
  );
  return tokens.toSorted(byStanding(realNow)).map(({ record, version }) => {
    const standing = standingOfToken(record, realNow);
    const lastUsed = used.get(record.id);
    return {
      id: record.id,
      personId: record.personId,
      name: record.name,
      status: { kind: kinds[standing], text: say('apiTokens', `standing-${standing}`) },
      scope: say('apiTokens', record.scopes.includes('write') ? 'scope-write' : 'scope-read'),
      made: formatDate(londonDay(record.madeAt)),
      ends: formatDate(londonDay(record.expiresAt)),
      used: lastUsed === undefined ? say('apiTokens', 'neverUsed') : formatDate(lastUsed),
      version,
      revoke: standing === 'live' ? actionOf(record.id) : null,
    };
  });
}
