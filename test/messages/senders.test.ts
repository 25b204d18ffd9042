import { afterEach, expect, test } from '@jest/globals';
import { buildOwnMessage } from '../../shared/messages/build-own-message.ts';
import { buildSlackMessage } from '../../shared/messages/build-slack.ts';
import { emailSender } from '../../shared/messages/send-email.ts';
import { slackSender } from '../../shared/messages/send-slack.ts';
import { startHttp } from '../support/http-server.ts';
import { ownMessage } from '../support/notices.ts';
import { startSmtp } from '../support/smtp-server.ts';

const from = 'Quorate <no-reply@brackenford.example>';
const email = {
  to: 'rowan.kestrel@brackenford.example',
  ...buildOwnMessage(ownMessage()),
  messageId: '<m-1@quorate.brackenford.example>',
};

const stops: (() => Promise<void>)[] = [];
const started = async <Server extends { stop: () => Promise<void> }>(starting: Promise<Server>): Promise<Server> => {
  const server = await starting;
  stops.push(server.stop);
  return server;
};
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

test('an email goes out by SMTP with its own message id, as text and HTML, and a copy to the link officer', async () => {
  const smtp = await started(startSmtp());
  const sender = emailSender({ url: smtp.url, from });
  expect(await sender.send({ ...email, cc: 'nia.redstart@brackenford.example' })).toEqual({ outcome: 'sent' });
  const [mail] = smtp.taken;
  expect(mail?.from).toBe('no-reply@brackenford.example');
  expect(mail?.to).toEqual(['rowan.kestrel@brackenford.example', 'nia.redstart@brackenford.example']);
  expect(mail?.raw).toContain('Message-ID: <m-1@quorate.brackenford.example>');
  expect(mail?.raw).toContain('Subject: Overdue: how the Out of Hospital model is working');
  expect(mail?.raw).toMatch(/multipart\/alternative[\s\S]+text\/plain[\s\S]+text\/html/);
});

test('a refused address is an outcome with the reply code, and no address in it', async () => {
  const smtp = await started(startSmtp({ refuses: email.to }));
  const outcome = await emailSender({ url: smtp.url, from }).send(email);
  expect(outcome).toEqual({ outcome: 'failed', why: 'EENVELOPE 550' });
});

test('a mail server that is not there is an outcome, tried once', async () => {
  const smtp = await startSmtp();
  await smtp.stop();
  expect(await emailSender({ url: smtp.url, from }).send(email)).toMatchObject({ outcome: 'failed' });
});

test('an address cannot smuggle in a second reader', async () => {
  const smtp = await started(startSmtp());
  await emailSender({ url: smtp.url, from }).send({ ...email, to: 'a@brackenford.example, b@evil.example' });
  expect(smtp.taken.flatMap(({ to }) => to)).not.toContain('b@evil.example');
});

test.each(['', 'http://mail.example', 'smtp://', 'mail.example:25'])('"%s" is not where mail can go', (url) => {
  expect(() => emailSender({ url, from })).toThrow(expect.objectContaining({ name: 'NoSuchMailAddress' }));
});

test('by SES the very message is sent raw, with its message id, in one attempt', async () => {
  const ses = await started(startHttp(() => ({ body: { MessageId: '0100' } })));
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_SESV2: ses.url,
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  });
  expect(await emailSender({ url: 'ses:', from }).send(email)).toEqual({ outcome: 'sent' });
  const sent = JSON.parse(ses.heard[0]?.body ?? '{}');
  const raw = Buffer.from(sent.Content.Raw.Data, 'base64').toString('utf8');
  expect(raw).toContain('Message-ID: <m-1@quorate.brackenford.example>');
  expect(sent.Destination.ToAddresses).toEqual([email.to]);
});

test('by SES a throttled message has failed after one attempt', async () => {
  const ses = await started(
    startHttp(() => ({ status: 429, body: { __type: 'TooManyRequestsException', message: 'slow down' } })),
  );
  Object.assign(process.env, { AWS_ENDPOINT_URL_SESV2: ses.url });
  expect(await emailSender({ url: 'ses:', from }).send(email)).toEqual({
    outcome: 'failed',
    why: 'TooManyRequestsException',
  });
  expect(ses.heard).toHaveLength(1);
});

const words = buildSlackMessage(ownMessage());
const messageId = 'm-1';

test('a direct message goes to the person that the address belongs to, and opens no preview', async () => {
  const slack = await started(
    startHttp(({ path }) => ({
      body: path.includes('lookupByEmail') ? { ok: true, user: { id: 'U0ROWAN' } } : { ok: true, ts: '1.1' },
    })),
  );
  const sender = slackSender({ token: 'xoxb-test', apiUrl: `${slack.url}/api/` });
  const to = { email: 'rowan.kestrel@brackenford.example' };
  expect(await sender.send({ to, ...words, messageId })).toEqual({ outcome: 'sent' });
  const posted = Object.fromEntries(new URLSearchParams(slack.heard[1]?.body));
  expect(slack.heard.map(({ path }) => path)).toEqual(['/api/users.lookupByEmail', '/api/chat.postMessage']);
  expect(posted).toMatchObject({ channel: 'U0ROWAN', unfurl_links: 'false', mrkdwn: 'false' });
  expect(JSON.parse(posted['blocks'] ?? '[]')).toEqual(words.blocks);
  expect(JSON.parse(posted['metadata'] ?? '{}').event_payload).toEqual({ message_id: 'm-1' });
});

test("Slack's refusal is an outcome in its own word, tried once", async () => {
  const slack = await started(startHttp(() => ({ body: { ok: false, error: 'channel_not_found' } })));
  const sender = slackSender({ token: 'xoxb-test', apiUrl: `${slack.url}/api/` });
  expect(await sender.send({ to: { channel: 'C0PUBLIC' }, ...words, messageId })).toEqual({
    outcome: 'failed',
    why: 'channel_not_found',
  });
  expect(slack.heard).toHaveLength(1);
});

test('Slack not answering well is an outcome, tried once, and the token is not in it', async () => {
  const slack = await started(startHttp(() => ({ status: 500, body: {} })));
  const sender = slackSender({ token: 'xoxb-secret', apiUrl: `${slack.url}/api/` });
  const outcome = await sender.send({ to: { userId: 'U0ROWAN' }, ...words, messageId });
  expect(outcome).toMatchObject({ outcome: 'failed' });
  expect(JSON.stringify(outcome)).not.toContain('secret');
  expect(slack.heard).toHaveLength(1);
});
