import { formatDate, formatDay, formatDayShort } from '../domain/calendar/day-words.ts';
import { lastDayOf } from '../domain/commitments/commitment.ts';
import { fill, type Phrase, type Slots } from './fill.ts';
import { cut, oneLine } from './inert-text.ts';
import { actLink, storyLink } from './links.ts';
import type { Notice, PromiseFacts, Reader, Sender } from './message-facts.ts';
import { daysLeft, overdueBy } from './sayings.ts';
import { type Language, messageWords } from './words.ts';

export type Link = { readonly label: string; readonly url: string };

/** What a message says of one promise, in plain text: the email, its twin, the digest and Slack lay out the same parts. */
export type Said = {
  readonly subject: string;
  readonly status: string;
  readonly tone: 'late' | 'soon' | 'plain';
  readonly title: string;
  readonly sentence: string;
  readonly quotation: { readonly words: string; readonly source: string } | null;
  readonly rows: readonly { readonly name: string; readonly value: string }[];
  readonly button: Link;
  readonly story: Link | null;
  readonly why: string;
};

// Long enough for any promise read so far; the page has the rest.
const TITLE_MOST = 200;
const QUOTATION_MOST = 1200;

const isPrivate = (promise: PromiseFacts): boolean => promise.accessClass === 'private';

function meetingsAsWords(notice: Notice, language: Language): string {
  const { phrases } = messageWords[language];
  const days = notice.promise.meetingsInWindow.map(formatDayShort);
  const [last, before] = [days.at(-1), days.slice(0, -1)];
  if (last === undefined) return fill(phrases.nowhereToGo);
  const meetings = before.length === 0 ? last : `${before.join(', ')} ${fill(phrases.and)} ${last}`;
  return fill(phrases.couldGoTo, { count: days.length, meetings });
}

function slotsFor(notice: Notice, language: Language): Slots {
  const { phrases } = messageWords[language];
  const { promise, target, meetingDay } = notice;
  const lastDay = lastDayOf(promise.due);
  const last = lastDay === null ? '' : formatDay(lastDay);
  const meeting = meetingDay === null ? '' : formatDay(meetingDay);
  const withMeeting = (phrase: Phrase) => (meetingDay === null ? '' : fill(phrase, { meeting }));
  return {
    body: oneLine(promise.bodyName),
    paper: promise.paper,
    owner: isPrivate(promise) || promise.owner === null ? fill(phrases.nobody) : oneLine(promise.owner),
    last,
    byLast: lastDay === null ? '' : fill(phrases.byLast, { last }),
    target: target === null ? last : formatDay(target),
    meeting,
    forMeeting: withMeeting(phrases.forMeeting),
    atMeeting: withMeeting(phrases.atMeeting),
    couldGoTo: meetingsAsWords(notice, language),
  };
}

/** The name that a message gives a promise: its title, or for private business the body, the day and the item number. */
export function nameOf(promise: PromiseFacts, language: Language): string {
  if (!isPrivate(promise)) return cut(oneLine(promise.subject), TITLE_MOST);
  const { phrases } = messageWords[language];
  const item = promise.itemNumber === null ? '' : fill(phrases.itemNumber, { number: oneLine(promise.itemNumber) });
  const where = { body: oneLine(promise.bodyName), day: formatDate(promise.madeOn), item };
  return fill(phrases.privateSubject, where);
}

// A subject line runs on after its first word: 'Overdue: how the model is working'. Names and initials keep theirs.
const LEADING = /^(A|An|The|How|What|Whether|When|Why|Further|More|Report|Review|Update|Written|Progress)(?=\s)/;

const runOn = (name: string): string => name.replace(LEADING, (word) => word.toLowerCase());

// A line may have waited for a weekly digest: its status is that of today, not of the day it was queued.
function statusOf({ what, promise }: Notice, slots: Slots, language: Language): string {
  const { says, phrases } = messageWords[language];
  const { status } = says[what];
  const [overdue, left] = [promise.workingDaysOverdue, promise.workingDaysLeft];
  if (status === overdueBy) return fill(status, { count: overdue });
  if (status !== daysLeft) return fill(status, slots);
  if (overdue > 0) return fill(overdueBy, { count: overdue });
  return left === null ? fill(phrases.wasDue, slots) : fill(status, { count: left });
}

function sentenceOf(notice: Notice, slots: Slots, language: Language): string {
  const { says, standsIn, phrases } = messageWords[language];
  const asked = notice.what === 'accept' || notice.what === 'second-ask';
  const instead = notice.as === 'owner' && asked ? standsIn[notice.because] : undefined;
  const { sentences } = says[notice.what];
  // Of private business a message does not name who owes it either: the owner's own sentence needs no name.
  const own = isPrivate(notice.promise) && notice.as !== 'owner' ? phrases.privateSentence : sentences[notice.as];
  return fill(instead ?? own ?? sentences.anyone, slots);
}

function quotationOf(promise: PromiseFacts, language: Language): Said['quotation'] {
  const words = oneLine(promise.asSaid);
  if (isPrivate(promise) || words === '') return null;
  const { phrases } = messageWords[language];
  const day = formatDate(promise.madeOn);
  const source = promise.source === null ? null : oneLine(promise.source);
  const said = source === null ? fill(phrases.promised, { day }) : fill(phrases.saidOn, { source, day });
  return { words: cut(words, QUOTATION_MOST), source: said };
}

function dueRow(promise: PromiseFacts, language: Language): Said['rows'] {
  const { phrases } = messageWords[language];
  if (promise.due.sort === 'window') {
    const { from, to } = promise.due;
    const value = fill(phrases.window, { from: formatDate(from), to: formatDate(to) });
    return [{ name: fill(phrases.rowWindow), value }];
  }
  return promise.due.sort === 'day' ? [{ name: fill(phrases.rowDue), value: formatDay(promise.due.day) }] : [];
}

function nextMeetingRow({ nextMeeting }: PromiseFacts, language: Language): Said['rows'] {
  const { phrases } = messageWords[language];
  if (nextMeeting === null) return [];
  const day = formatDay(nextMeeting.day);
  const { publishBy } = nextMeeting;
  const value = publishBy === null ? day : fill(phrases.publishBy, { day, publishBy: formatDay(publishBy) });
  return [{ name: fill(phrases.rowNextMeeting), value }];
}

function rowsOf(promise: PromiseFacts, language: Language): Said['rows'] {
  const { phrases } = messageWords[language];
  if (isPrivate(promise)) return [];
  const count = promise.timesMoved;
  const owner = promise.owner === null ? fill(phrases.nobody) : oneLine(promise.owner);
  return [
    { name: fill(phrases.rowOwner), value: owner },
    ...dueRow(promise, language),
    ...(count > 0 ? [{ name: fill(phrases.rowMoved), value: fill(phrases.moved, { count }) }] : []),
    ...nextMeetingRow(promise, language),
  ].slice(0, 4);
}

function buttonOf(notice: Notice, reader: Reader, sender: Sender): Link {
  const { says, phrases } = messageWords[sender.language];
  const said = says[notice.what];
  if (reader.answersTo !== null && notice.as === 'owner') {
    const { name, email } = reader.answersTo;
    return { label: fill(phrases.replyTo, { name: oneLine(name) }), url: `mailto:${encodeURIComponent(email)}` };
  }
  const url = actLink(sender, notice);
  if (url !== storyLink(sender, notice.promise.id)) return { label: fill(said.button), url };
  if (notice.as === 'owner') return { label: fill(phrases.findOwner), url };
  const theirTurn = notice.as === 'secretary' && said.turn === 'secretary';
  return { label: theirTurn ? fill(said.button) : fill(phrases.decide), url };
}

function whyOf(notice: Notice, slots: Slots, language: Language): string {
  const { because, capacity, phrases } = messageWords[language];
  const reason = fill(because[notice.because], { ...slots, capacity: fill(capacity[notice.as], slots) });
  const once = notice.what === 'overdue' || notice.what === 'lapsed-unaccepted';
  return once && notice.as === 'chair' ? `${reason} ${fill(phrases.once)}` : reason;
}

/** Everything a message says of one promise to one reader. Of private business: the body, the days, the item number. */
export function describe(notice: Notice, reader: Reader, sender: Sender): Said {
  const { language } = sender;
  const { says, phrases } = messageWords[language];
  const { promise } = notice;
  const said = says[notice.what];
  const slots = slotsFor(notice, language);
  const name = nameOf(promise, language);
  const button = buttonOf(notice, reader, sender);
  const story = storyLink(sender, promise.id);
  const tellsStory = reader.answersTo === null && button.url !== story;
  return {
    subject: `${fill(said.subject)}: ${runOn(name)}`,
    status: statusOf(notice, slots, language),
    tone: said.tone,
    title: isPrivate(promise) ? fill(phrases.privateItem) : name,
    sentence: sentenceOf(notice, slots, language),
    quotation: quotationOf(promise, language),
    rows: rowsOf(promise, language),
    button,
    story: tellsStory ? { label: fill(phrases.story), url: story } : null,
    why: whyOf(notice, slots, language),
  };
}
