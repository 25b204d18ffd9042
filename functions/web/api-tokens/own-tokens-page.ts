import * as z from 'zod';
import { MOST_TOKENS, tokenLives } from '../../../shared/domain/api-tokens/api-token.ts';
import { render } from '../../../shared/pages/render.ts';
import { type Key, say } from '../../../shared/pages/say.ts';
import { makeApiToken, revokeApiToken } from '../../../shared/store/api-token-acts.ts';
import { apiTokens, newTokenSecret, spelledToken, tokensOf } from '../../../shared/store/api-tokens.ts';
import { NotFound, NotUnique } from '../../../shared/store/errors.ts';
import { get } from '../../../shared/store/record-kind.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { type Faults, faultless, faultsOf, type Typed, typedIn, versionIn } from '../typed-form.ts';
import { tokenViews } from './token-rows.ts';

const wanted = z.object({
  name: z.string().trim().min(1, 'needName').max(80, 'nameTooLong'),
  scope: z.enum(['read', 'write'], 'needScope'),
  days: z.enum(['30', '90', '365'], 'needDays').transform(Number),
});

const choices = (prefix: 'scope' | 'days', values: readonly string[]) =>
  values.map((value) => {
    const keys: Record<string, Key<'apiTokens'>> = {
      read: 'scope-read',
      write: 'scope-write',
      30: 'days-30',
      90: 'days-90',
      365: 'days-365',
    };
    return { value, text: say('apiTokens', keys[value] ?? `need${prefix === 'scope' ? 'Scope' : 'Days'}`) };
  });

type Shown = { typed?: Typed; faults?: Faults; secret?: string | null };

/** One's own tokens, and the form for another. A secret is shown in the answer to its form, and never again. */
export async function ownTokensPage(
  request: WebRequest,
  { typed = { days: '90' }, faults = faultless, secret }: Shown = {},
): Promise<WebAnswer> {
  const { register, realNow, newId } = request.services;
  const { person } = request.signedIn();
  const tokens = await tokenViews(register, await tokensOf(register, person.id), {
    realNow: realNow(),
    actionOf: paths.revokeApiToken,
  });
  const html = render('api-tokens/own.njk', {
    frame: request.frame(say('apiTokens', 'title'), { errors: faults.list }),
    tokens: tokens.map((token) => ({ ...token, commandId: newId() })),
    typed,
    errors: faults.of,
    scopes: choices('scope', ['read', 'write']),
    lives: choices('days', tokenLives.map(String)),
    secret,
    commandId: newId(),
    action: paths.apiTokens(),
    docsHref: paths.apiDocs(),
  });
  return { html, status: faults.list.length > 0 ? 422 : 200 };
}

/** Makes a token and shows it, once. Pressing twice makes one, and says that it was shown. */
export async function makeToken(request: WebRequest): Promise<WebAnswer> {
  const { register, realNow, newId } = request.services;
  const { person } = request.signedIn();
  const typed = typedIn(request.form);
  const read = wanted.safeParse(typed);
  if (!read.success) {
    const keys = read.error.issues.map(({ path, message }) => ({ field: String(path[0]), key: message }));
    const text = (key: string) => say('apiTokens', isKey(key) ? key : 'needName');
    return ownTokensPage(request, {
      typed,
      faults: faultsOf(keys.map(({ field, key }) => ({ field, text: text(key) }))),
    });
  }
  const { name, scope, days } = read.data;
  const [id, secret] = [newId(), newTokenSecret()];
  const token = {
    id,
    personId: person.id,
    name,
    scopes: scope === 'write' ? (['read', 'write'] as const) : (['read'] as const),
  };
  try {
    const made = await makeApiToken(
      register,
      request.command(),
      { ...token, scopes: [...token.scopes], secret, days },
      realNow(),
    );
    return ownTokensPage(request, { secret: made.replayed ? null : spelledToken(id, secret) });
  } catch (fault) {
    if (!(fault instanceof NotUnique)) throw fault;
    const faults = faultsOf([{ field: 'name', text: say('apiTokens', 'tooMany', { most: MOST_TOKENS }) }]);
    return ownTokensPage(request, { typed, faults });
  }
}

const keys: readonly Key<'apiTokens'>[] = ['needName', 'nameTooLong', 'needScope', 'needDays'];
const isKey = (text: string): text is Key<'apiTokens'> => keys.some((key) => key === text);

/** Ends one of one's own tokens; of somebody else's the answer is that there is none. */
export async function revokeOwn(request: WebRequest): Promise<WebAnswer> {
  const { register, realNow } = request.services;
  const { person } = request.signedIn();
  const id = request.params['id'] ?? '';
  const { record } = await get(register, apiTokens, id);
  if (record.personId !== person.id) throw new NotFound(`api-token ${id}`);
  const command = { ...request.command(), version: versionIn(request.form) };
  await revokeApiToken(register, command, { id, by: person.id, realNow: realNow() });
  return { redirect: paths.apiTokens(), flash: say('apiTokens', 'nowRevoked', { name: record.name }) };
}
