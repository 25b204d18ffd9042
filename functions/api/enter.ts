import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { may } from '../../shared/domain/access/access.ts';
import { isLive } from '../../shared/domain/api-tokens/api-token.ts';
import { hasLeft } from '../../shared/domain/people/person.ts';
import type { Services } from '../../shared/lambda/services.ts';
import { countUse, tokenShown } from '../../shared/store/api-tokens.ts';
import { outcomeOf } from '../../shared/store/commit.ts';
import type { Files } from '../../shared/store/files.ts';
import { personWithMemberships } from '../../shared/store/people.ts';
import { commandOfKey, cursorKey, keepRequest } from '../../shared/store/request-keys.ts';
import { sealedCursors } from './cursors.ts';
import type { Caller, Line, Raw } from './operation.ts';
import { Refused } from './problems.ts';

/** What the API is given beside what most functions are. */
export type ApiServices = Services & {
  files: Files;
  /** Security time, in milliseconds. */
  realNow: () => number;
  /** A new sortable id. */
  newId: () => string;
};

/** Requests that one token may make in a minute; the problem's page says it too. */
const MOST_A_MINUTE = 300;

const nobody = () => new Refused('token-needed', { headers: { 'www-authenticate': 'Bearer realm="Quorate"' } });

async function tokenOf({ headers }: APIGatewayProxyEventV2, { register, realNow }: ApiServices) {
  const [, shown] = /^Bearer +(\S{1,200})$/i.exec(headers['authorization'] ?? '') ?? [];
  const token = shown === undefined ? undefined : await tokenShown(register, shown);
  if (!token || !isLive(token, realNow())) throw nobody();
  return token;
}

function keyOf(raw: Raw): string {
  const key = raw.headers['idempotency-key'];
  if (key === undefined) throw new Refused('key-needed');
  if (!/^[\w.:-]{8,200}$/.test(key)) throw new Refused('wrong-header', { detail: 'Idempotency-Key' });
  return key;
}

const fingerprintOf = (raw: Raw, given: { body: unknown; version: number | undefined }): string =>
  createHash('sha256')
    .update(JSON.stringify([raw.path, raw.body, given.version ?? null]))
    .digest('hex');

/** Lets in whoever shows a valid token, as its person is today. Throws `Refused`. */
export function enterWith(services: ApiServices) {
  const { register, clock, realNow } = services;
  let sealing: Promise<Buffer> | undefined;
  const key = (): Promise<Buffer> => {
    sealing ??= cursorKey(register.table).catch((fault: unknown) => {
      sealing = undefined;
      throw fault;
    });
    return sealing;
  };
  return async (event: APIGatewayProxyEventV2, operation: Line): Promise<Caller> => {
    const token = await tokenOf(event, services);
    const now = realNow();
    const [found, used] = await Promise.all([
      personWithMemberships(register, token.personId),
      countUse(register.table, token.id, now),
    ]);
    const today = clock.today();
    if (!found || hasLeft(found.person, today) || found.person.accountless) throw nobody();
    if (used > MOST_A_MINUTE)
      throw new Refused('too-many', { headers: { 'retry-after': String(60 - (Math.floor(now / 1000) % 60)) } });
    if (!token.scopes.includes(operation.method === 'GET' ? 'read' : 'write')) throw new Refused('not-in-scope');
    const { person, memberships } = found;
    const asker = { personId: person.id, memberships, today };
    return {
      person,
      register,
      files: services.files,
      newId: services.newId,
      now: clock.now(),
      today,
      cursors: sealedCursors(key, person.id),
      may: (action, subject = {}) => may(asker, action, subject),
      demand: (action, subject = {}) => {
        if (!may(asker, action, subject)) throw new Refused('not-allowed');
      },
      begin: async (raw, given) => {
        const commandId = commandOfKey(person.id, keyOf(raw));
        const kept = await keepRequest(register.table, {
          commandId,
          fingerprint: fingerprintOf(raw, given),
          realNow: now,
        });
        if (kept === 'another') throw new Refused('key-used');
        return {
          outcome: kept === 'again' ? await outcomeOf(register, commandId) : undefined,
          command: {
            commandId,
            actor: { sort: 'person', personId: person.id, onBehalfOf: null },
            at: clock.now(),
            today,
            ...(given.version === undefined ? {} : { version: given.version }),
          },
        };
      },
    };
  };
}
