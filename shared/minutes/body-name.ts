import type { Block } from './blocks.ts';
import { type Sentence, spanOf } from './sentences.ts';

export type FoundBody = {
  span: Sentence;
  name: string;
  reason: string;
  confidence: 'certain' | 'likely' | 'check';
};

const bodyWord =
  /\b(?:board|committee|sub-committee|council|cabinet|executive|governing body|panel|trust|commissioning group|governors|trustees|directors|forum|partnership|group|assembly|commission|authority|joint board|parliament)\b/i;
const bodyShapes: readonly { shape: RegExp; reason: string; confidence: FoundBody['confidence'] }[] = [
  {
    shape: /^Meeting of (?:the )?(.{3,100}?), (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day/,
    reason: 'The line that names the meeting.',
    confidence: 'certain',
  },
  {
    shape: /^Meeting: \d{1,2}\/\d{1,2}\/\d{4} [-–] (.{3,80}?) \(/,
    reason: 'The line that names the meeting.',
    confidence: 'certain',
  },
  {
    shape:
      /^(?:Decision[ -]maker|Committee|Body|Title of meeting|Name of meeting|Meeting): ?(.{3,100}?)(?: [-–] .{0,60})?$/i,
    reason: 'The label beside it.',
    confidence: 'certain',
  },
  { shape: /\bMEETING of the (.{3,100}?) held\b/, reason: 'The heading of the minute.', confidence: 'certain' },
  {
    shape:
      /^(?:DRAFT |UNCONFIRMED )?MINUTES? of (?:a|the) (?:\w{1,12} )?meeting of (?:the )?(.{3,100}?)(?: held| on|,|$)/i,
    reason: 'The heading of the minutes.',
    confidence: 'certain',
  },
  {
    shape: /^Minutes of (?:the )?(.{3,100}?)(?: Meeting)?(?: held| on|,|$)/i,
    reason: 'The heading of the minutes.',
    confidence: 'certain',
  },
  {
    shape: /^(.{3,100}?) [-–] (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?\d{1,2}(?:st|nd|rd|th)? [A-Z]/,
    reason: 'The heading names it with its day.',
    confidence: 'certain',
  },
  { shape: /^(.{3,90}?) held (?:their|its) meeting\b/, reason: 'The opening words.', confidence: 'certain' },
  { shape: /^(.{3,80}?) MINUTES$/, reason: 'The heading of the minutes.', confidence: 'certain' },
];

/** The body that met: named in the head of the page, else guessed from how the text speaks of it. */
export function bodyIn(blocks: readonly Block[]): FoundBody | null {
  for (const block of blocks.slice(0, 30)) {
    const body = shapedBody(block);
    if (body !== null) return fuller(body, blocks);
  }
  return titledBody(blocks) ?? spokenBody(blocks);
}

/** "Town Council" in the heading is "Wexley Town Council" where a title line above it says so. */
function fuller(body: FoundBody, blocks: readonly Block[]): FoundBody {
  const short = body.name.toLowerCase();
  const title = blocks
    .slice(0, 3)
    .find(
      ({ text }) =>
        !text.includes(':') &&
        text.length < 90 &&
        !text.includes(':') &&
        text.length > short.length &&
        text.toLowerCase().endsWith(` ${short}`),
    );
  const span = title === undefined ? null : spanOf(title, 0, title.text.length);
  return span === null ? body : { ...body, span, name: span.text };
}

function shapedBody(block: Block): FoundBody | null {
  if (block.text.length > 400) return null;
  for (const { shape, reason, confidence } of bodyShapes) {
    const name = shape
      .exec(block.text)?.[1]
      ?.replace(/ (?:Meeting(?: in (?:Public|Private))?|MINUTES)$/, '')
      .trim();
    if (name === undefined || !bodyWord.test(name) || /\b(?:above|previous|last) /i.test(name)) continue;
    const at = block.text.indexOf(name);
    const span = spanOf(block, at, at + name.length);
    if (span !== null) return { span, name: span.text, reason, confidence };
  }
  return null;
}

function titledBody(blocks: readonly Block[]): FoundBody | null {
  for (const block of blocks.slice(0, 6)) {
    const name = block.text
      .replace(/ ?(?:Meeting held in Public|Meeting)\b.*$/i, '')
      .replace(/ MINUTES\b.*$| [-–]$|[ –-]+\d{1,2}(?:st|nd|rd|th)? [A-Z].*$/, '')
      .trim();
    if (name.length < 4 || name.length > 110 || !bodyWord.test(name) || /[.:;]$/.test(name)) continue;
    if (!/^[A-Z]/.test(name) || /^(?:Agenda item|Report of)\b/.test(name)) continue;
    const span = spanOf(block, 0, name.length);
    if (span !== null) return { span, name, reason: 'A title in the head of the page.', confidence: 'likely' };
  }
  return null;
}

/** "The Executive noted ...": the text says no more of the body than this. */
function spokenBody(blocks: readonly Block[]): FoundBody | null {
  const spoken =
    /\b[Tt]he ((?:[A-Z][\w&-]{1,20} ){0,4}(?:Board|Committee|Council|Cabinet|Executive|Governing Body|Panel|Partnership|Forum)) (?:noted|agreed|resolved|considered|approved|received|were|was|NOTED|AGREED)\b/;
  for (const block of blocks) {
    const match = spoken.exec(block.text);
    const name = match?.[1];
    if (match === null || name === undefined) continue;
    const at = match.index + match[0].indexOf(name);
    const span = spanOf(block, at, at + name.length);
    if (span !== null)
      return { span, name, reason: 'The text only speaks of it so; its full name is not given.', confidence: 'check' };
  }
  return null;
}
