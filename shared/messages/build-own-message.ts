import { escapeMarkup } from '../pages/markup.ts';
import { describe, type Link, type Said } from './describe.ts';
import { button, emailFrame, factLines, heading, paragraph, quotation, statusLine, textLink } from './email-parts.ts';
import { fill } from './fill.ts';
import { oneLine } from './inert-text.ts';
import { rhythmLink } from './links.ts';
import type { EmailWords, OwnMessage, Reader, Sender } from './message-facts.ts';
import { messageWords } from './words.ts';

/** The end of every message: why it came, one link to change the rhythm (for whoever has one), and who to ask. */
export function footerOf(
  why: string,
  sender: Sender,
  reader: Pick<Reader, 'outside'> = {},
): { readonly html: string; readonly text: string } {
  const rhythm: Link = { label: fill(messageWords[sender.language].phrases.rhythm), url: rhythmLink(sender) };
  const contact = [sender.organisation, sender.contactEmail].filter((part) => part !== '').join(', ');
  if (reader.outside)
    return {
      html: `<p style="margin:0 0 8px">${escapeMarkup(why)}</p><p style="margin:0">${escapeMarkup(contact)}</p>`,
      text: `${why}\n\n${contact}`,
    };
  return {
    html: `<p style="margin:0 0 8px">${escapeMarkup(why)} ${textLink(rhythm)}.</p><p style="margin:0">${escapeMarkup(contact)}</p>`,
    text: `${why}\n${rhythm.label}: ${rhythm.url}\n\n${contact}`,
  };
}

type TwinWords = { readonly footer: string; readonly whereItStands: string; readonly note: string };

function plainTwin(said: Said, opening: string, { footer, whereItStands, note }: TwinWords): string {
  const { quotation: quoted, story } = said;
  return [
    said.status,
    said.title,
    opening,
    ...(quoted ? [`“${quoted.words}”\n${quoted.source}`] : []),
    ...(said.rows.length > 0
      ? [`${whereItStands}\n${said.rows.map(({ name, value }) => `${name}: ${value}`).join('\n')}`]
      : []),
    `${said.button.label}:\n${said.button.url}`,
    ...(story ? [`${story.label}:\n${story.url}`] : []),
    note,
    `-- \n${footer}`,
  ].join('\n\n');
}

/** A message as it was described, to one reader: the email as HTML and its plain twin in the same order. */
export function emailOf(said: Said, reader: Reader, sender: Sender): EmailWords {
  const { phrases } = messageWords[sender.language];
  const opening = `${oneLine(reader.addressedAs)}, ${said.sentence}`;
  const footer = footerOf(said.why, sender, reader);
  const [whereItStands, note] = [fill(phrases.whereItStands), fill(phrases.storyAfter)];
  // The phrase and the link are ours; only the link's own parts come from outside, and they are escaped.
  const link = said.story && textLink({ ...said.story, label: fill(phrases.storyLink) });
  const story = link ? `${fill(phrases.storyInSentence, { link })} ` : '';
  const body = [
    statusLine(said.status, said.tone),
    heading(said.title),
    paragraph(opening),
    said.quotation ? quotation(said.quotation) : '',
    factLines(whereItStands, said.rows),
    button(said.button),
    `<p style="margin:16px 0 20px;font-size:16px;line-height:24px">${story}${escapeMarkup(note)}</p>`,
  ];
  const { organisation, language } = sender;
  return {
    subject: said.subject,
    text: plainTwin(said, opening, { footer: footer.text, whereItStands, note }),
    html: emailFrame({
      title: said.subject,
      product: fill(phrases.product),
      organisation,
      language,
      body: body.filter((part) => part !== '').join('\n'),
      footer: footer.html,
    }),
  };
}

/** One message about one promise to one reader. */
export function buildOwnMessage({ notice, reader, sender }: OwnMessage): EmailWords {
  return emailOf(describe(notice, reader, sender), reader, sender);
}
