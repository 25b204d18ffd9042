import type { ServerResponse } from 'node:http';
import { escapeMarkup } from '../../../shared/pages/markup.ts';
import type { PageFrame } from '../../../shared/pages/page-frame.ts';
import { render } from '../../../shared/pages/render.ts';

/** Markup that is safe to show: made by `html` or `trusted` only. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Markup | readonly Markup[];

const shown = (part: Part): string => {
  if (part instanceof Markup) return part.text;
  if (typeof part === 'string' || typeof part === 'number') return escapeMarkup(String(part));
  return part.map(({ text }) => text).join('');
};

/** HTML with every value escaped, unless it is `Markup` already. */
export function html(pieces: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(pieces.map((piece, at) => piece + (at < parts.length ? shown(parts[at] ?? '') : '')).join(''));
}

/** What the host's own pages share. */
export type LocalSite = { readonly organisationName: string; readonly today: () => string };

export type LocalPage = {
  readonly title: string;
  readonly content: Markup;
  /** Seconds until the page asks for itself again; for progress without a script. */
  readonly refreshSeconds?: number;
  readonly status?: number;
  /** A content security policy other than the usual one. */
  readonly policy?: string;
};

const links = [
  { text: 'Quorate', href: '/' },
  { text: 'Tour', href: '/local/tour' },
  { text: 'Inbox', href: '/local/inbox' },
  { text: 'Slack', href: '/local/slack' },
  { text: 'Move time', href: '/local/time' },
];

/** The frame of the host's own pages: the same as everywhere, with the host's places in its navigation. */
export function localFrame(site: LocalSite, title: string): PageFrame {
  return {
    title,
    organisationName: site.organisationName,
    homeHref: '/',
    navigation: links,
    demonstration: { today: site.today(), moveTimeHref: '/local/time' },
  };
}

// A whole page of the host's own, in the project's frame.
function localPage(site: LocalSite, page: LocalPage): string {
  const frame = localFrame(site, page.title);
  const head = `<h1 class="govuk-heading-xl">${escapeMarkup(page.title)}</h1>`;
  const refresh = page.refreshSeconds ? `<meta http-equiv="refresh" content="${page.refreshSeconds}">` : '';
  return render('layout.njk', { frame })
    .replace('</head>', () => `${refresh}</head>`)
    .replace('</main>', () => `${head}${page.content.text}</main>`);
}

const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** Sends a page of the host's own. */
export function sendPage(response: ServerResponse, site: LocalSite, page: LocalPage): void {
  response.writeHead(page.status ?? 200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': page.policy ?? POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
  });
  response.end(localPage(site, page));
}

/** Sends the browser on, after a form has been taken (post, redirect, get). */
export function sendOn(response: ServerResponse, location: string): void {
  response.writeHead(303, { location, 'cache-control': 'no-store' }).end();
}
