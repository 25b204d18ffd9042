import { type Digest, digestSubject, linesOf } from './build-digest.ts';
import { describe, type Link, type Said } from './describe.ts';
import { fill } from './fill.ts';
import { escapeSlack, oneLine } from './inert-text.ts';
import { rhythmLink, storyLink } from './links.ts';
import type { Notice, OwnMessage, Reader, Sender } from './message-facts.ts';
import { messageWords } from './words.ts';

// Everything is `plain_text`: no title can format, mention or link, whatever it holds. Slack's limits are in characters.
type PlainText = { readonly type: 'plain_text'; readonly text: string; readonly emoji: false };
type Button = {
  readonly type: 'button';
  readonly text: PlainText;
  readonly url: string;
  readonly action_id: string;
};
export type SlackBlock =
  | { readonly type: 'header'; readonly text: PlainText }
  | { readonly type: 'section'; readonly text: PlainText; readonly fields?: readonly PlainText[] }
  | { readonly type: 'actions'; readonly elements: readonly Button[] }
  | { readonly type: 'context'; readonly elements: readonly PlainText[] };

/** A message for Slack: `text` is the whole of it in words, for notifications and for readers without blocks. */
export type SlackWords = { readonly text: string; readonly blocks: readonly SlackBlock[] };

const plain = (text: string, most: number): PlainText => ({
  type: 'plain_text',
  text: escapeSlack(text, most),
  emoji: false,
});

const header = (text: string): SlackBlock => ({ type: 'header', text: plain(text, 150) });

// Slack opens web addresses only: an outside contact's mail link is the email's business.
function buttons(links: readonly Link[]): readonly SlackBlock[] {
  const elements = links
    .filter(({ url }) => /^https?:/.test(url))
    .slice(0, 2)
    .map(
      ({ label, url }, at): Button => ({ type: 'button', text: plain(label, 75), url, action_id: `open-${at + 1}` }),
    );
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}

const context = (why: string): SlackBlock => ({ type: 'context', elements: [plain(why, 2000)] });

/** A message as it was described, as one direct message. */
export function slackOf(said: Said, reader: Reader, sender: Sender): SlackWords {
  const { phrases } = messageWords[sender.language];
  const opening = `${said.status}. ${oneLine(reader.addressedAs)}, ${said.sentence}`;
  const fields = said.rows.slice(0, 4).map(({ name, value }) => plain(`${name}\n${value}`, 2000));
  const why = `${said.why} ${fill(phrases.rhythm)}: ${rhythmLink(sender)}`;
  const section = { type: 'section' as const, text: plain(opening, 3000) };
  return {
    text: escapeSlack(`${said.subject}. ${opening} ${said.button.label}: ${said.button.url}`),
    blocks: [
      header(said.subject),
      fields.length > 0 ? { ...section, fields } : section,
      ...buttons(said.story ? [said.button, said.story] : [said.button]),
      context(why),
    ],
  };
}

/** A direct message about one promise. */
export function buildSlackMessage({ notice, reader, sender }: OwnMessage): SlackWords {
  return slackOf(describe(notice, reader, sender), reader, sender);
}

// A section holds 3,000 characters; more lines than this are on the page.
const DIGEST_LINES = 10;

/** A digest as one direct message: the first lines, and how many more are on the page. Throws `NothingToSay`. */
export function buildSlackDigest(digest: Digest): SlackWords {
  const { sender, sort } = digest;
  const { phrases } = messageWords[sender.language];
  const lines = linesOf(digest);
  const shown = lines
    .slice(0, DIGEST_LINES)
    .map((line) => ('said' in line ? `${line.said.status}: ${line.said.title}` : oneLine(line.text)));
  const left = lines.length - shown.length;
  const more = left > 0 ? [fill(phrases.andMore, { count: left })] : [];
  const all = [...shown, ...more];
  const title = fill(phrases[sort === 'digest' ? 'digestTitle' : 'severalTitle'], { count: lines.length });
  const why = `${fill(phrases.digestWhy)} ${fill(phrases.rhythm)}: ${rhythmLink(sender)}`;
  return {
    text: escapeSlack(`${digestSubject(sort, lines, sender.language)}\n${all.join('\n')}`),
    blocks: [
      header(title),
      { type: 'section', text: plain(all.map((line) => `• ${line}`).join('\n'), 3000) },
      ...buttons([{ label: fill(phrases.openHome), url: sender.publicAddress }]),
      context(why),
    ],
  };
}

/**
 * The same for a public channel, or null: channels get public facts only, so nothing about what is not public, and
 * never who owes it, only the body.
 */
export function buildSlackChannelMessage(notice: Notice, sender: Sender): SlackWords | null {
  if (notice.promise.accessClass !== 'public') return null;
  const { phrases } = messageWords[sender.language];
  const unnamed = {
    ...notice,
    because: 'is-it' as const,
    as: 'chair' as const,
    promise: { ...notice.promise, owner: null },
  };
  const said = describe(unnamed, { addressedAs: '', answersTo: null }, sender);
  const body = oneLine(notice.promise.bodyName);
  const status = `${said.status}. ${body}.`;
  return {
    text: escapeSlack(`${said.subject}. ${status}`),
    blocks: [
      header(said.subject),
      { type: 'section', text: plain(status, 3000) },
      ...buttons([{ label: fill(phrases.story), url: storyLink(sender, notice.promise.id) }]),
      context(fill(phrases.channelPublic, { body })),
    ],
  };
}
