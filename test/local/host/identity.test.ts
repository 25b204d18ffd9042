import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as oidc from 'openid-client';
import type { Host } from '../../../infra/local/host.ts';
import { startTestHost } from '../../support/local/start-test-host.ts';
import { temporaryFolder } from '../../support/local/temporary-folder.ts';
import { hiddenField, testBrowser } from '../../support/local/test-browser.ts';

const folder = temporaryFolder();
let host: Host;
let client: oidc.Configuration;

beforeAll(async () => {
  host = await startTestHost(folder.path, { cognito: true });
  const { OIDC_ISSUER = '', OIDC_CLIENT_ID = '', OIDC_CLIENT_SECRET } = process.env;
  const plain = { execute: [oidc.allowInsecureRequests] };
  client = await oidc.discovery(new URL(OIDC_ISSUER), OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, undefined, plain);
}, 30_000);
afterAll(async () => {
  await host.close();
  folder.remove();
});

const begin = async () => {
  const browser = testBrowser(host.publicAddress);
  const verifier = oidc.randomPKCECodeVerifier();
  const state = oidc.randomState();
  const wanted = oidc.buildAuthorizationUrl(client, {
    redirect_uri: `${host.publicAddress}/signed-in`,
    scope: 'openid email profile',
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
  });
  const page = await browser.go(wanted.href);
  return { browser, verifier, state, page };
};

test('the sign-in page offers each person with the sentence that says what they see first', async () => {
  const { page } = await begin();
  expect(page.status).toBe(200);
  expect(page.text).toContain('Sign in as Maya Lapwing');
  expect(page.text).toContain('Health O&amp;S Board agenda: publish today');
  expect(page.text).toContain('2 promises overdue to the Board');
});

test('choosing somebody signs them in with the claims of the provider and of Cognito', async () => {
  const { browser, verifier, state, page } = await begin();
  const fields = { token: hiddenField(page.text, 'token'), person: 'rowan-kestrel' };
  const back = await browser.post(page.url, fields, undefined, '/signed-in');
  const tokens = await oidc.authorizationCodeGrant(client, new URL(back.url), {
    pkceCodeVerifier: verifier,
    expectedState: state,
  });
  const claims = tokens.claims();
  expect(claims).toMatchObject({
    email: 'cllr.rowan.kestrel@brackenford.example',
    email_verified: true,
    name: 'Cllr Rowan Kestrel',
    token_use: 'id',
    'cognito:username': claims?.sub,
    'cognito:groups': ['staff'],
  });
});

test('nobody is signed in by a form from elsewhere, without its token, or for somebody not offered', async () => {
  const { browser, page } = await begin();
  const token = hiddenField(page.text, 'token');
  const foreign = await browser.post(page.url, { token, person: 'maya-lapwing' }, { origin: 'http://evil.example' });
  expect(foreign.text).toContain('Start again');
  expect((await browser.post(page.url, { token: 'x', person: 'maya-lapwing' })).text).toContain('Start again');
  expect((await browser.post(page.url, { token, person: 'leena-plover' })).text).toContain('Start again');
  const other = testBrowser(host.publicAddress);
  expect((await other.post(page.url, { token, person: 'maya-lapwing' })).text).toContain('Start again');
});

test('signing out in the standard’s way ends the provider’s session without asking again', async () => {
  const { browser, page } = await begin();
  const fields = { token: hiddenField(page.text, 'token'), person: 'maya-lapwing' };
  await browser.post(page.url, fields, undefined, '/signed-in');
  const signedOut = `${host.publicAddress}/signed-out`;
  const end = oidc.buildEndSessionUrl(client, { post_logout_redirect_uri: signedOut, state: 's 1' });
  const headers = { 'sec-fetch-site': 'cross-site' };
  expect((await browser.go(end.href, { headers }, '/signed-out')).url).not.toContain(signedOut);
  expect((await browser.go(end.href, {}, '/signed-out')).url).toBe(`${signedOut}?state=s%201`);
});

test('signing out in Cognito’s way goes to the registered address only', async () => {
  const { browser, page } = await begin();
  await browser.post(
    page.url,
    { token: hiddenField(page.text, 'token'), person: 'maya-lapwing' },
    undefined,
    '/signed-in',
  );
  const out = (uri: string) =>
    browser.go(`/identity/logout?client_id=quorate&logout_uri=${encodeURIComponent(uri)}`, {}, '/signed-out');
  expect((await out('http://evil.example/')).status).toBe(404);
  expect((await out(`${host.publicAddress}/signed-out`)).url).toBe(`${host.publicAddress}/signed-out`);
  const again = await browser.go(
    oidc.buildAuthorizationUrl(client, {
      redirect_uri: `${host.publicAddress}/signed-in`,
      scope: 'openid',
      code_challenge: await oidc.calculatePKCECodeChallenge('x'.repeat(43)),
      code_challenge_method: 'S256',
    }).href,
  );
  expect(again.text).toContain('Sign in as Maya Lapwing');
});
