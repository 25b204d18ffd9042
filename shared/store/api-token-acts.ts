import { type ApiToken, isLive, MOST_TOKENS, revoke } from '../domain/api-tokens/api-token.ts';
import { apiTokens, hashOfSecret, tokensOf } from './api-tokens.ts';
import { change, runCommand } from './commit.ts';
import type { Command } from './commitment-acts.ts';
import { NotUnique, VersionConflict } from './errors.ts';
import { get, type Register } from './record-kind.ts';

type Wanted = Pick<ApiToken, 'id' | 'personId' | 'name' | 'scopes'> & { secret: string; days: number };

const DAY = 24 * 3600 * 1000;

/**
 * Makes a token for a person. `realNow` is security time in milliseconds. Throws `NotUnique` where the person has as many
 * live ones as there may be. A repeat of the command makes no second one, and nobody can be shown the first again.
 */
export function makeApiToken(register: Register, command: Command, wanted: Wanted, realNow: number) {
  const { secret, days, ...rest } = wanted;
  return runCommand(register, command.commandId, async () => {
    const held = await tokensOf(register, wanted.personId);
    if (held.filter(({ record }) => isLive(record, realNow)).length >= MOST_TOKENS)
      throw new NotUnique(`${MOST_TOKENS} tokens of ${wanted.personId}`);
    const record: ApiToken = {
      ...rest,
      secretHash: hashOfSecret(secret),
      madeAt: new Date(realNow).toISOString(),
      expiresAt: new Date(realNow + days * DAY).toISOString(),
      revoked: null,
    };
    return {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { id: record.id },
      changes: [change(apiTokens, { was: null, record, event: 'token made' })],
    };
  });
}

/** Ends a token for good, at once. Throws `TransitionRefused` where it was ended before, `VersionConflict` or `NotFound`. */
export function revokeApiToken(
  register: Register,
  command: Command,
  { id, by, realNow }: { id: string; by: string; realNow: number },
) {
  return runCommand(register, command.commandId, async () => {
    const was = await get(register, apiTokens, id);
    if (command.version !== undefined && command.version !== was.version) throw new VersionConflict([id]);
    const record = revoke(was.record, by, new Date(realNow).toISOString());
    return {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { id },
      changes: [change(apiTokens, { was, record, event: 'token revoked' })],
    };
  });
}
