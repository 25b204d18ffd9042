import { escapeMarkup } from '../pages/markup.ts';
import type { Link } from './describe.ts';

// Colours and sizes are those of the design tokens. Mail programs read inline styles only.
const FONT = 'font-family:Arial,Helvetica,sans-serif';
const INK = '#0b2d3a';
const TEXT = '#14191c';
const QUIET = '#4b565c';
const PETROL = '#0f5570';
const BRASS = '#e8b84a';
const LINE = '#c5ced3';
const TONES = { late: '#97180f', soon: '#704600', plain: QUIET } as const;

export type Tone = keyof typeof TONES;

/** A paragraph of plain text. */
export function paragraph(text: string, size = 18): string {
  return `<p style="margin:0 0 16px;${FONT};font-size:${size}px;line-height:${Math.round(size * 1.5)}px">${escapeMarkup(text)}</p>`;
}

/** The status: a shape and a word, then a colour. */
export function statusLine(text: string, tone: Tone): string {
  return `<p style="margin:0 0 12px;${FONT};font-size:16px;line-height:22px;color:${TONES[tone]};font-weight:bold">&#9632; ${escapeMarkup(text)}</p>`;
}

export function heading(text: string): string {
  return `<h1 style="margin:0 0 16px;${FONT};font-size:28px;line-height:34px;color:${TEXT}">${escapeMarkup(text)}</h1>`;
}

export function smallHeading(text: string): string {
  return `<h2 style="margin:24px 0 12px;${FONT};font-size:20px;line-height:26px;color:${TEXT}">${escapeMarkup(text)}</h2>`;
}

/** The promise as it was said, in brass. */
export function quotation({ words, source }: { readonly words: string; readonly source: string }): string {
  return `<blockquote style="margin:0 0 8px;border-left:5px solid ${BRASS};padding:4px 0 4px 16px;${FONT};font-size:18px;line-height:27px">“${escapeMarkup(words)}”</blockquote><p style="margin:8px 0 20px;${FONT};font-size:16px;line-height:22px;color:${QUIET}">${escapeMarkup(source)}</p>`;
}

/** Names and values as a list of lines: the layout table stays the only table. */
export function factLines(title: string, rows: readonly { readonly name: string; readonly value: string }[]): string {
  if (rows.length === 0) return '';
  const lines = rows.map(
    ({ name, value }) =>
      `<p style="margin:0;padding:8px 0;border-bottom:1px solid ${LINE};${FONT};font-size:16px;line-height:24px"><b>${escapeMarkup(name)}</b>: ${escapeMarkup(value)}</p>`,
  );
  return `${smallHeading(title)}${lines.join('')}`;
}

export function textLink({ label, url }: Link): string {
  return `<a href="${escapeMarkup(url)}" style="color:${PETROL};text-decoration:underline">${escapeMarkup(label)}</a>`;
}

export function button({ label, url }: Link): string {
  return `<p style="margin:24px 0 16px"><a href="${escapeMarkup(url)}" style="display:inline-block;background:${PETROL};padding:13px 22px;${FONT};font-size:18px;line-height:24px;font-weight:bold;color:#ffffff;text-decoration:none">${escapeMarkup(label)}</a></p>`;
}

type Frame = {
  readonly title: string;
  readonly product: string;
  readonly organisation: string;
  readonly language: string;
  /** Already HTML. */
  readonly body: string;
  /** Already HTML. */
  readonly footer: string;
};

/** The whole message: one table of 600 pixels, inline styles, no pictures, nothing fetched. */
export function emailFrame({ title, product, organisation, language, body, footer }: Frame): string {
  return `<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light"><title>${escapeMarkup(title)}</title></head>
<body style="margin:0;padding:24px 8px;background:#e9edef">
<table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0" style="width:100%;max-width:600px;margin:0 auto;background:#ffffff">
<tr><td style="background:${INK};padding:16px 24px;${FONT};color:#ffffff;font-size:22px;line-height:28px;font-weight:bold">${escapeMarkup(product)} <span style="font-size:16px;font-weight:normal;padding-left:12px">${escapeMarkup(organisation)}</span></td></tr>
<tr><td style="padding:28px 24px 8px;${FONT};color:${TEXT}">
${body}
</td></tr>
<tr><td style="padding:18px 24px 24px;background:#f3f6f7;border-top:1px solid ${LINE};${FONT};font-size:14px;line-height:21px;color:${QUIET}">
${footer}
</td></tr></table>
</body></html>
`;
}
