import type { Day } from '../domain/calendar/day.ts';
import type { Block } from './blocks.ts';
import { daysIn, type WrittenDay } from './dates.ts';
import { type Sentence, spanOf } from './sentences.ts';

export type FoundDay = { span: Sentence; day: Day; reason: string; confidence: 'certain' | 'likely' | 'check' };

/** What surrounds the day on which a meeting was held, the surest first. */
const dayCues: readonly { shape: RegExp; reason: string; weight: number }[] = [
  {
    shape:
      /^(?:date of (?:the )?(?:meeting|decision)|meeting date|date)\b(?! ?: ?"| and time of| of)(?!.{0,20}next meeting) ?[:–-]?|^date of (?:the )?(?:meeting|decision)\b/i,
    reason: 'The label beside it.',
    weight: 9,
  },
  { shape: /^(?:start): \d{4}-/, reason: 'The front matter of the page.', weight: 9 },
  {
    shape:
      /\bminutes? of\b.{0,200}\bheld\b|\bmeeting of .{0,160}(?<!(?:be|being) )\bheld\b|\bMEETING of the\b.{0,200}\bheld\b|\bheld (?:their|its) meeting\b/i,
    reason: 'The heading says the meeting was held on it.',
    weight: 8,
  },
  {
    shape:
      /^Meeting(?: of|:)|\bmeeting\b.{0,80}\bheld (?:in|on|at|remotely)\b|^For (?:review|consideration) at the meeting on\b|^.{0,40}\bMeeting of\b/,
    reason: 'The line that names the meeting.',
    weight: 7,
  },
  {
    shape:
      /^.{0,80}\b(?:Board|Committee|Council|Cabinet|Executive|Panel|Group|Forum|Body)\b.{0,40} [-–] (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?\d{1,2}/,
    reason: 'The heading names the body and the day.',
    weight: 7,
  },
  { shape: /^period of report\b/i, reason: 'The period the report is for.', weight: 6 },
];

const notTheMeeting =
  /\b(?:next meeting|previous|last meeting|published|signed|publication|effective|call-in|dated|minutes of the (?:\w+ )?meetings? held|to approve|approved?|considered|closed)\b|^(?:source|permalink|date of next|date and time of next|date: ?"?$)/i;
const seen = 40;

/**
 * The day of the meeting: the written day with the surest words round it near the top, or null. Next meetings, publication and
 * signature days, and the day of the minutes being approved are passed over.
 */
export function meetingDayIn(blocks: readonly Block[]): FoundDay | null {
  let best: (FoundDay & { weight: number }) | null = null;
  for (const [index, block] of blocks.slice(0, 120).entries()) {
    for (const written of daysIn(block.text.slice(0, 400), null)) {
      const weighed = weigh(block, blocks[index - 1], written, index);
      if (weighed !== null && (best === null || weighed.weight > best.weight)) best = weighed;
    }
  }
  return best;
}

function weigh(
  block: Block,
  before: Block | undefined,
  written: WrittenDay,
  index: number,
): (FoundDay & { weight: number }) | null {
  if (written.day === null || !written.yearSaid) return null;
  const span = spanOf(block, written.start, written.end);
  if (span === null) return null;
  const lead = block.text.slice(Math.max(0, written.start - 120), written.start);
  const label = before !== undefined && before.text.length < 30 && lead.trim() === '' ? before.text : '';
  const cue = dayCues.find(({ shape }) => shape.test(block.text) || shape.test(label));
  if (notTheMeeting.test(lead) && !(cue !== undefined && cue.weight >= 9)) return null;
  if (/^(?:publication date|effective from)/i.test(block.text)) return null;
  if (cue !== undefined)
    return { span, day: written.day, reason: cue.reason, confidence: 'certain', weight: cue.weight - index / 1000 };
  // "16/05/13" is as likely the number of a minute.
  if (/^\d{1,2}\/\d{1,2}\/\d{2}$/.test(written.text)) return null;
  if (index > seen || block.text.length > 160 || block.mark?.kind === 'number') return null;
  return {
    span,
    day: written.day,
    reason: 'A day in the head of the page.',
    confidence: index < 12 ? 'likely' : 'check',
    weight: 3 - index / seen,
  };
}

/** The next meeting's day, where it is given. A day without a year is the first one after the meeting. */
export function nextMeetingIn(blocks: readonly Block[], meetingDate: Day | null): FoundDay | null {
  let other: FoundDay | null = null;
  for (const [index, block] of blocks.entries()) {
    const cue = nextCue.exec(block.text);
    if (cue === null) continue;
    const day =
      dayAfter(block, cue.index, meetingDate) ??
      (block.text.length < 60 ? followingDay(blocks.slice(index + 1, index + 4), meetingDate) : null);
    if (day !== null && cue.index < 22) return day;
    other ??= day;
  }
  return other;
}

/** "for the next meeting" puts something off, and "next meeting for 2Mill" is another body's; neither gives our day. */
const nextCue =
  /(?<!\b(?:for|to|at|until|by) (?:the |our )?)\b(?:[Nn]ext [Mm]eeting|NEXT MEETING)\b(?! (?:for|of) [A-Z0-9])|\b[Ff]uture [Mm]eetings\b|\b[Nn]ext (?:\w{1,20} ){1,3}meeting (?:is|will|would)\b|\b[Mm]eeting [Dd]ates?\b/;

function dayAfter(block: Block, from: number, meetingDate: Day | null): FoundDay | null {
  const written = daysIn(block.text.slice(from, from + 260), meetingDate)[0];
  if (written === undefined || written.day === null) return null;
  const day = inOurCentury(written.day, meetingDate);
  const span = spanOf(block, from + written.start, from + written.end);
  if (span === null || (meetingDate !== null && day <= meetingDate)) return null;
  return {
    span,
    day,
    reason: 'It is given as the next meeting.',
    confidence: day === written.day ? 'certain' : 'check',
  };
}

function followingDay(blocks: readonly Block[], meetingDate: Day | null): FoundDay | null {
  for (const block of blocks) {
    const day = dayAfter(block, 0, meetingDate);
    if (day !== null) return day;
  }
  return null;
}

/** "7th July 2105" in minutes of 2015 has two figures changed over. */
function inOurCentury(day: Day, meetingDate: Day | null): Day {
  if (meetingDate === null) return day;
  const year = day.slice(0, 4);
  const swapped = `${year[0]}${year[2]}${year[1]}${year[3]}`;
  const far = Number(year) - Number(meetingDate.slice(0, 4)) > 10;
  return far && Math.abs(Number(swapped) - Number(meetingDate.slice(0, 4))) <= 1 ? `${swapped}${day.slice(4)}` : day;
}
