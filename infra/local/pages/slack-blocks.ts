import * as z from 'zod';
import { html, type Markup } from './local-page.ts';

const textSchema = z.object({ type: z.string(), text: z.string() });
const buttonSchema = z.looseObject({ type: z.literal('button'), text: textSchema, url: z.string().optional() });
const blockSchema = z.looseObject({
  type: z.string(),
  text: textSchema.optional(),
  fields: z.array(textSchema).optional(),
  elements: z.array(z.looseObject({ type: z.string() })).optional(),
  accessory: z.looseObject({ type: z.string() }).optional(),
});

const unescaped = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const link = (href: string, words: string): Markup =>
  /^https?:\/\//.test(href) ? html`<a class="govuk-link" href="${href}">${words}</a>` : html`${words}`;

const bold = (text: string): Markup =>
  html`${text.split(/(\*[^*\n]+\*)/).map((part) => (/^\*[^*\n]+\*$/.test(part) ? html`<b>${unescaped(part.slice(1, -1))}</b>` : html`${unescaped(part)}`))}`;

// Slack's mrkdwn as HTML: bold, `<address|words>` links and line breaks; everything else as it is written.
function mrkdwn(text: string): Markup {
  const parts = text.split(/(<https?:\/\/[^>\s]+>|<https?:\/\/[^>|\s]+\|[^>]+>|\n)/);
  return html`${parts.map((part) => {
    if (part === '\n') return html`<br>`;
    const [, href, words] = /^<(https?:\/\/[^>|]+)(?:\|([^>]+))?>$/.exec(part) ?? [];
    return href === undefined ? bold(part) : link(unescaped(href), unescaped(words ?? href));
  })}`;
}

const shownText = ({ type, text }: z.infer<typeof textSchema>): Markup =>
  type === 'mrkdwn' ? mrkdwn(text) : html`${unescaped(text)}`;

const element = (value: unknown): Markup => {
  const button = buttonSchema.safeParse(value);
  if (button.success) {
    const { text, url = '' } = button.data;
    return url
      ? html`<a class="govuk-button govuk-button--secondary" href="${/^https?:\/\//.test(url) ? url : '#'}">${unescaped(text.text)}</a> `
      : html`<b>[${unescaped(text.text)}]</b> `;
  }
  const text = textSchema.safeParse(value);
  return text.success ? html`<span>${shownText(text.data)} </span>` : html``;
};

/** One block of a Slack message as HTML; a kind that is not known is named, never left out in silence. */
export function slackBlock(value: unknown): Markup {
  const parsed = blockSchema.safeParse(value);
  if (!parsed.success) return html`<p class="govuk-body">[a block that cannot be read]</p>`;
  const { type, text, fields = [], elements = [], accessory } = parsed.data;
  switch (type) {
    case 'header':
      return html`<h3 class="govuk-heading-m">${unescaped(text?.text ?? '')}</h3>`;
    case 'section':
      return html`${text ? html`<p class="govuk-body">${shownText(text)}</p>` : html``}${fields.length > 0 ? html`<ul class="govuk-list">${fields.map((field) => html`<li>${shownText(field)}</li>`)}</ul>` : html``}${accessory ? element(accessory) : html``}`;
    case 'context':
      return html`<p class="govuk-body-s">${elements.map(element)}</p>`;
    case 'actions':
      return html`<p>${elements.map(element)}</p>`;
    case 'divider':
      return html`<hr class="govuk-section-break govuk-section-break--visible">`;
    default:
      return html`<p class="govuk-body">[a block of the kind ${type}]</p>`;
  }
}
