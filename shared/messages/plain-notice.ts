import type { Day } from '../domain/calendar/day.ts';
import { formatDate } from '../domain/calendar/day-words.ts';
import type { AccessClass } from '../domain/record.ts';
import { emailOf } from './build-own-message.ts';
import { type SlackWords, slackOf } from './build-slack.ts';
import type { Said } from './describe.ts';
import { fill } from './fill.ts';
import { cut, oneLine } from './inert-text.ts';
import type { EmailWords, Reader, Sender } from './message-facts.ts';
import { messageWords } from './words.ts';

/**
 * What one message says that is not about a promise: plain text, true on the day it is sent. Whoever writes one gives all
 * of it; of private business the reader is told the body, the day and the link, and nothing else of it leaves here.
 */
export type PlainNotice = {
  readonly accessClass: AccessClass;
  /** Full name of the body, and the day it is about: all that a message on private business says. */
  readonly bodyName: string;
  readonly day: Day;
  /** The line of the inbox: 'Your vote is asked for: extended access'. */
  readonly subject: string;
  /** A few words with a full stop of their own added: 'Closes on Thursday 18 April'. */
  readonly status: string;
  readonly tone: 'late' | 'soon' | 'plain';
  readonly title: string;
  /** Runs on after the reader's name and a comma, so it begins without a capital; ends with a full stop. */
  readonly sentence: string;
  /** Said words, quoted. */
  readonly quotation: { readonly words: string; readonly source: string } | null;
  /** At most six are shown, four in Slack. */
  readonly rows: readonly { readonly name: string; readonly value: string }[];
  /** A path of ours ('/written-resolutions/…'), or an address to write to for somebody who cannot sign in. */
  readonly link: { readonly label: string; readonly path: string } | { readonly label: string; readonly email: string };
  /** Why this reader gets it: 'You get this because you are a member of the Governing Body.' */
  readonly why: string;
};

const MOST_TITLE = 200;
const MOST_QUOTED = 1200;
const MOST_ROWS = 6;

const urlOf = (link: PlainNotice['link'], { publicAddress }: Sender): string =>
  'path' in link ? `${publicAddress}${link.path}` : `mailto:${encodeURIComponent(link.email)}`;

/** A notice as every message is laid out. */
function said(notice: PlainNotice, sender: Sender): Said {
  const { phrases } = messageWords[sender.language];
  const body = oneLine(notice.bodyName);
  const url = urlOf(notice.link, sender);
  const shared = { status: oneLine(notice.status), tone: notice.tone, story: null, why: oneLine(notice.why) };
  if (notice.accessClass === 'private') {
    const day = formatDate(notice.day);
    const title = fill(phrases.privateItem);
    return {
      ...shared,
      status: fill(phrases.privateSubject, { body, day, item: '' }),
      subject: `${title}: ${fill(phrases.privateSubject, { body, day, item: '' })}`,
      title,
      sentence: fill(phrases.privateNotice, { body, day }),
      quotation: null,
      rows: [],
      button: { label: fill(phrases.openPage), url },
    };
  }
  const { quotation } = notice;
  return {
    ...shared,
    subject: cut(oneLine(notice.subject), MOST_TITLE),
    title: cut(oneLine(notice.title), MOST_TITLE),
    sentence: oneLine(notice.sentence),
    quotation: quotation && {
      words: cut(oneLine(quotation.words), MOST_QUOTED),
      source: oneLine(quotation.source),
    },
    rows: notice.rows.slice(0, MOST_ROWS).map(({ name, value }) => ({ name: oneLine(name), value: oneLine(value) })),
    button: { label: oneLine(notice.link.label), url },
  };
}

/** One notice to one reader, in both forms and in the look of every other message. */
export function buildPlainNotice(
  notice: PlainNotice,
  reader: Reader,
  sender: Sender,
): { readonly email: EmailWords; readonly slack: SlackWords } {
  const parts = said(notice, sender);
  return { email: emailOf(parts, reader, sender), slack: slackOf(parts, reader, sender) };
}
