import type { Day } from '../domain/calendar/day.ts';
import { formatDay } from '../domain/calendar/day-words.ts';
import { type DigestSection, digestSections } from '../domain/messages/digest.ts';
import { escapeMarkup } from '../pages/markup.ts';
import { footerOf } from './build-own-message.ts';
import { describe, type Said } from './describe.ts';
import { button, emailFrame, heading, paragraph, smallHeading, statusLine, textLink } from './email-parts.ts';
import { fill } from './fill.ts';
import { cut, oneLine } from './inert-text.ts';
import type { EmailWords, Notice, Reader, Sender } from './message-facts.ts';
import { type Language, messageWords } from './words.ts';

/** A line that is about no single promise (an answer that came, a message that bounced), already in words. */
export type PlainLine = { readonly section: DigestSection; readonly text: string; readonly url: string };

export type Digest = {
  /** `digest`: all that waited. `urgent`: what would have been more messages alone than one person gets in a day. */
  readonly sort: 'digest' | 'urgent';
  /** In order (digest.ts `digestFor`); with the section each stands under. */
  readonly notices: readonly { readonly section: DigestSection; readonly notice: Notice }[];
  readonly plain: readonly PlainLine[];
  readonly reader: Reader;
  readonly sender: Sender;
  readonly today: Day;
};

/** A digest without anything to say is never sent: building one is a mistake in the code. */
export class NothingToSay extends Error {
  override name = 'NothingToSay';
}

type Line = { readonly section: DigestSection; readonly said: Said } | PlainLine;

// Of lines about one promise that waited together, only the last of a section is said: the others are overtaken.
const latest = (notices: Digest['notices']): Digest['notices'] => [
  ...new Map(notices.map((each) => [`${each.section} ${each.notice.promise.id}`, each])).values(),
];

/** The lines of a digest in the order of its sections, each promise once in a section. Throws `NothingToSay`. */
export function linesOf({ notices, plain, reader, sender }: Digest): readonly Line[] {
  const said = latest(notices).map(({ section, notice }) => ({ section, said: describe(notice, reader, sender) }));
  const all: readonly Line[] = [...said, ...plain];
  if (all.length === 0) throw new NothingToSay('A digest needs at least one line');
  return digestSections.flatMap((section) => all.filter((line) => line.section === section));
}

const firstWords = (line: Line): string => cut('said' in line ? line.said.subject : oneLine(line.text), 120);

/** What a digest is called: never how many things without saying what the first of them is. */
export function digestSubject(sort: Digest['sort'], lines: readonly Line[], language: Language): string {
  const { phrases } = messageWords[language];
  const [first] = lines;
  const slots = { count: lines.length, rest: lines.length - 1, first: first === undefined ? '' : firstWords(first) };
  return fill(phrases[sort === 'digest' ? 'digestSubject' : 'severalUrgent'], slots);
}

function lineAsHtml(line: Line): string {
  if (!('said' in line))
    return `<p style="margin:0 0 16px">${textLink({ label: oneLine(line.text), url: line.url })}</p>`;
  const { said } = line;
  const title = `<p style="margin:0 0 4px;font-size:18px;line-height:24px;font-weight:bold">${textLink({ label: said.title, url: said.button.url })}</p>`;
  return `${statusLine(said.status, said.tone)}${title}${paragraph(sentenceAlone(said), 16)}`;
}

const sentenceAlone = (said: Said): string => said.sentence.replace(/^./u, (letter) => letter.toUpperCase());

const lineAsText = (line: Line): string =>
  'said' in line
    ? `${line.said.status}\n${line.said.title}\n${sentenceAlone(line.said)}\n${line.said.button.url}`
    : `${oneLine(line.text)}\n${line.url}`;

function sectionsOf(lines: readonly Line[], language: Language) {
  const { sections } = messageWords[language];
  return digestSections
    .map((section) => ({ title: sections[section], lines: lines.filter((line) => line.section === section) }))
    .filter((section) => section.lines.length > 0);
}

/** One digest: clocks first, then missing, then answers, then messages that came back. Throws `NothingToSay`. */
export function buildDigest(digest: Digest): EmailWords {
  const { sort, reader, sender, today } = digest;
  const { phrases } = messageWords[sender.language];
  const lines = linesOf(digest);
  const subject = digestSubject(sort, lines, sender.language);
  const title = fill(phrases[sort === 'digest' ? 'digestTitle' : 'severalTitle'], { count: lines.length });
  const opening = fill(phrases.digestFor, { reader: oneLine(reader.addressedAs), today: formatDay(today) });
  const footer = footerOf(fill(phrases.digestWhy), sender);
  const note = fill(phrases.storyAfter);
  const home = { label: fill(phrases.openHome), url: sender.publicAddress };
  const sections = sectionsOf(lines, sender.language);
  const body = [
    heading(title),
    paragraph(opening),
    ...sections.map((section) => `${smallHeading(section.title)}${section.lines.map(lineAsHtml).join('\n')}`),
    ...(reader.answersTo === null ? [button(home)] : []),
    `<p style="margin:16px 0 20px;font-size:16px;line-height:24px">${escapeMarkup(note)}</p>`,
  ].join('\n');
  const text = [
    title,
    opening,
    ...sections.map((section) => `${section.title.toUpperCase()}\n\n${section.lines.map(lineAsText).join('\n\n')}`),
    ...(reader.answersTo === null ? [`${home.label}: ${home.url}`] : []),
    note,
    `-- \n${footer.text}`,
  ].join('\n\n');
  const { organisation, language } = sender;
  const frame = {
    title: subject,
    product: fill(phrases.product),
    organisation,
    language,
    body,
    footer: footer.html,
  };
  return { subject, text, html: emailFrame(frame) };
}
