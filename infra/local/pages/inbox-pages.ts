import type { ServerResponse } from 'node:http';
import type { LocalPart } from '../gateway/gateway.ts';
import type { Inbox, Mail } from '../inbox.ts';
import type { SentLog } from '../sent-log.ts';
import { html, type LocalSite, type Markup, sendPage } from './local-page.ts';

const MOST_LISTED = 200;
// A mail is shown as its reader's program would show it: its own styles, no scripts, no pictures from elsewhere.
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; base-uri 'none'; sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";

const hrefOf = (mail: Mail) => `/local/inbox/${mail.id}`;

// Plain text with its addresses as links.
function withLinks(text: string): Markup {
  const parts = text.split(/(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)])/);
  return html`${parts.map((part, at) => (at % 2 === 1 ? html`<a class="govuk-link" href="${part}">${part}</a>` : html`${part}`))}`;
}

const list = (mails: readonly Mail[], sent: SentLog): Markup => {
  if (mails.length === 0) return html`<p class="govuk-body">No mail yet. What Quorate sends arrives here.</p>`;
  const rows = mails.slice(0, MOST_LISTED).map((mail) => {
    const day = sent.of(hrefOf(mail))?.day ?? mail.time.slice(0, 10);
    return html`<tr class="govuk-table__row"><td class="govuk-table__cell"><a class="govuk-link" href="${hrefOf(mail)}">${mail.subject}</a></td><td class="govuk-table__cell">${mail.to.join(', ')}</td><td class="govuk-table__cell">${day}</td></tr>`;
  });
  return html`<table class="govuk-table"><caption class="govuk-table__caption govuk-table__caption--m">${mails.length} messages, newest first</caption>
<thead class="govuk-table__head"><tr class="govuk-table__row"><th scope="col" class="govuk-table__header">Subject</th><th scope="col" class="govuk-table__header">To</th><th scope="col" class="govuk-table__header">Day</th></tr></thead>
<tbody class="govuk-table__body">${rows}</tbody></table>`;
};

const one = (mail: Mail, day: string): Markup => {
  const shown = mail.html
    ? html`<h2 class="govuk-heading-m">As it looks</h2><iframe class="q-mail" title="The message as it looks" width="640" height="640" sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation" src="${hrefOf(mail)}/body"></iframe>`
    : html``;
  return html`<p class="govuk-body"><a class="govuk-link" href="/local/inbox">All messages</a></p>
<dl class="govuk-summary-list"><div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">To</dt><dd class="govuk-summary-list__value">${mail.to.join(', ')}</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Sent</dt><dd class="govuk-summary-list__value">${day}</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Message id</dt><dd class="govuk-summary-list__value">${mail.messageId}</dd></div></dl>
<h2 class="govuk-heading-m">Text</h2><pre class="govuk-body q-plain">${withLinks(mail.text)}</pre>${shown}`;
};

const POLICY_WITH_FRAME =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

const sendBody = (response: ServerResponse, mail: Mail): void => {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': MAIL_POLICY,
    'cache-control': 'no-store',
  };
  response.writeHead(200, headers).end(`<base target="_top">${mail.html}`);
};

/** The inbox without a script: `/local/inbox`, `/local/inbox/ID` and, for tests, `/local/inbox.json`. */
export function inboxPart(site: LocalSite, inbox: Inbox, sent: SentLog, mailbox: string): LocalPart {
  const handle: LocalPart['handle'] = async (_request, response, url) => {
    if (url.pathname === '/local/inbox.json') {
      const mails = (await inbox.mails()).map((mail) => ({ ...mail, day: sent.of(hrefOf(mail))?.day }));
      return void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(mails));
    }
    const [, id, part] = /^\/local\/inbox\/([\w-]+)(\/body)?$/.exec(url.pathname) ?? [];
    if (id === undefined) {
      const also = html`<p class="govuk-body">The same with search and raw sources: <a class="govuk-link" href="${mailbox}">the mailbox</a> (needs JavaScript).</p>`;
      return sendPage(response, site, { title: 'Inbox', content: html`${list(await inbox.mails(), sent)}${also}` });
    }
    const mail = await inbox.mail(id);
    if (!mail)
      return sendPage(response, site, {
        title: 'No such message',
        status: 404,
        content: html`<p class="govuk-body">It may have been deleted.</p>`,
      });
    if (part) return sendBody(response, mail);
    sendPage(response, site, {
      title: mail.subject || 'No subject',
      content: one(mail, sent.of(hrefOf(mail))?.day ?? mail.time),
      policy: POLICY_WITH_FRAME,
    });
  };
  return { prefix: '/local/inbox', handle };
}
