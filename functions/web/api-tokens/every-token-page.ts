import '../../../shared/pages/words/operations.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { revokeApiToken } from '../../../shared/store/api-token-acts.ts';
import { apiTokens, everyToken } from '../../../shared/store/api-tokens.ts';
import { personsById } from '../../../shared/store/promise-around.ts';
import { get } from '../../../shared/store/record-kind.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { versionIn } from '../typed-form.ts';
import { tokenViews } from './token-rows.ts';

/** As many as the page shows; those that still let somebody in come first. */
const MOST = 200;

/** Everybody's tokens, for an administrator: whose, what for, when last used. */
export async function everyTokenPage(request: WebRequest): Promise<WebAnswer> {
  request.require('api-tokens.manage');
  const { register, realNow, newId } = request.services;
  const [all, persons] = await Promise.all([everyToken(register), personsById(register)]);
  const tokens = await tokenViews(register, all, { realNow: realNow(), actionOf: paths.revokeAnyApiToken });
  const title = say('apiTokens', 'everyTitle');
  const html = render('api-tokens/every.njk', {
    frame: request.frame(title, {
      breadcrumbs: [{ text: say('operations', 'title'), href: paths.administration() }],
    }),
    tokens: tokens.slice(0, MOST).map((token) => ({
      ...token,
      who: persons.get(token.personId)?.name ?? token.personId,
      commandId: newId(),
    })),
  });
  return { html };
}

/** Ends anybody's token at once. */
export async function revokeAny(request: WebRequest): Promise<WebAnswer> {
  request.require('api-tokens.manage');
  const { register, realNow } = request.services;
  const id = request.params['id'] ?? '';
  const { record } = await get(register, apiTokens, id);
  const command = { ...request.command(), version: versionIn(request.form) };
  await revokeApiToken(register, command, { id, by: request.signedIn().person.id, realNow: realNow() });
  return { redirect: paths.everyApiToken(), flash: say('apiTokens', 'nowRevoked', { name: record.name }) };
}
