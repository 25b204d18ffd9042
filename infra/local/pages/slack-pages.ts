import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LocalPart } from '../gateway/gateway.ts';
import { readBody } from '../gateway/request-body.ts';
import type { openSlack, Post } from '../slack.ts';
import { html, type LocalSite, type Markup, sendPage } from './local-page.ts';
import { slackBlock } from './slack-blocks.ts';

type Slack = ReturnType<typeof openSlack>;

const BODY_BYTES = 256 * 1024;

const shown = (post: Post): Markup =>
  html`<article class="q-slack-post" id="p-${post.ts.replace('.', '-')}"><h2 class="govuk-heading-s">To ${post.to}, ${post.day}</h2>
${post.blocks.length > 0 ? post.blocks.map(slackBlock) : html`<p class="govuk-body">${post.text}</p>`}
<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">As plain text</span></summary><div class="govuk-details__text">${post.text}</div></details></article>
<hr class="govuk-section-break govuk-section-break--l govuk-section-break--visible">`;

const page = (posts: readonly Post[]) => ({
  title: 'Slack',
  content: html`<p class="govuk-body">This page stands for Slack: it shows what was posted, to whom, newest first.</p>${
    posts.length > 0 ? posts.map(shown) : html`<p class="govuk-body">Nothing has been posted yet.</p>`
  }`,
});

const send = (response: ServerResponse, body: unknown, status = 200): void =>
  void response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));

const bodyOf = (request: IncomingMessage, text: string): unknown =>
  request.headers['content-type']?.startsWith('application/json')
    ? JSON.parse(text || '{}')
    : Object.fromEntries(new URLSearchParams(text));

const answerApi = async (slack: Slack, token: string, request: IncomingMessage, response: ServerResponse) => {
  const body = await readBody(request, BODY_BYTES);
  if (request.method !== 'POST' || !Buffer.isBuffer(body))
    return send(response, { ok: false, error: 'invalid_post_type' }, 400);
  const form = bodyOf(request, body.toString('utf8'));
  if (request.headers.authorization !== `Bearer ${token}`) return send(response, { ok: false, error: 'invalid_auth' });
  const method = request.url?.split('?')[0]?.split('/').at(-1) ?? '';
  send(response, slack.call(method, form) ?? { ok: false, error: 'unknown_method' });
};

/** Slack's Web API below `/local/slack/api/`, and the page that shows what was posted. */
export function slackPart(site: LocalSite, slack: Slack, token: string): LocalPart {
  return {
    prefix: '/local/slack',
    handle: async (request, response, url) => {
      if (url.pathname.startsWith('/local/slack/api/')) return answerApi(slack, token, request, response);
      if (url.pathname === '/local/slack.json') return send(response, slack.posts());
      sendPage(response, site, page(slack.posts()));
    },
  };
}
