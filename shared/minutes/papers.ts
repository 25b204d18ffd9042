import type { Block } from './blocks.ts';
import type { Heading } from './items.ts';
import { type Sentence, sentencesOf, spanOf } from './sentences.ts';
import type { Zoned } from './zones.ts';

export type FoundRecommendation = { span: Sentence; number: string | null };

const titled = /^(?:Title of report|Report title|Title|Subject|Item title):? +(?!of meeting)(.{3,200})$/i;
const numbered = /^(?:Agenda item(?: no\.?)?:? ?|Item )(\d{1,3}[a-z]?)\b/i;
const notTitle =
  /^(?:report of|report by|date|meeting|for information|period of|chief|executive|head of|item \d|agenda|similar documents|purpose|part [12i])\b|\b(?:committee|board|council|governing body)\b.{0,40}$|^(?:\d{1,2}(?:st|nd|rd|th)? \w+ \d{4})$/i;

/** The one thing that a report or cover sheet is about. */
export function paperItem(blocks: readonly Block[]): Heading[] {
  const number =
    blocks
      .slice(0, 12)
      .map((block) => numbered.exec(block.text)?.[1])
      .find(Boolean) ?? null;
  for (const block of blocks.slice(0, 30)) {
    const title = titled.exec(block.text)?.[1];
    if (title === undefined) continue;
    const start = block.text.length - title.length;
    return [
      {
        block,
        number,
        title,
        titleStart: start,
        titleEnd: block.text.length,
        runIn: false,
        reason: 'The line for the title of the report.',
      },
    ];
  }
  const flat = flatTitle(blocks);
  if (flat !== null) return [flat];
  const block = blocks.slice(0, 12).find((each, index) => isPaperTitle(each, index));
  if (block === undefined) return [];
  return [
    {
      block,
      number,
      title: block.text,
      titleStart: 0,
      titleEnd: block.text.length,
      runIn: false,
      reason: 'The title in the head of the report.',
    },
  ];
}

const isPaperTitle = ({ text, mark }: Block, index: number): boolean =>
  mark === null &&
  index > 0 &&
  text.length > 12 &&
  text.length < 160 &&
  !notTitle.test(text) &&
  !/[.:]$/.test(text) &&
  text.includes(' ');

/** A table flattened to one line: all its labels, then the title and the text of the report. */
function flatTitle(blocks: readonly Block[]): Heading | null {
  for (const block of blocks) {
    const match =
      /\bTitle of report (?:Purpose of (?:the )?report(?: and key (?:highlights|points|messages))? )([A-Z].{5,120}?)(?= This (?:briefing |report |paper )| The | To )/.exec(
        block.text.slice(0, 600),
      );
    const title = match?.[1];
    if (match === null || title === undefined) continue;
    const start = match.index + match[0].length - title.length;
    return {
      block,
      number: null,
      title,
      titleStart: start,
      titleEnd: start + title.length,
      runIn: true,
      reason: 'It follows the labels of a flattened table.',
    };
  }
  return null;
}

const asks =
  /\b(?:[Cc]ommittee|[Bb]oard|[Cc]ouncil|[Cc]abinet|[Mm]embers|[Bb]ody|[Ee]xecutive|[Pp]anel|[Gg]roup)(?: members)? (?:is|are) (?:asked|recommended|RECOMMENDED|invited|requested) to (?!:)\w/;

/** What the paper asks for: the entries under "is asked to:", or the sentence that asks. */
export function recommendationsIn(zoned: readonly Zoned[]): FoundRecommendation[] {
  return zoned.flatMap((place) => {
    if (place.lead?.of === 'recommendations') {
      const trimmed = place.block.text.replace(/[;,]?(?: and)?$/, '');
      const span = spanOf(place.block, 0, trimmed.length);
      return span === null ? [] : [{ span, number: place.block.mark?.label || null }];
    }
    return sentencesOf(place.block)
      .filter((sentence) => asks.test(sentence.text))
      .map((sentence) => ({ span: fromBody(sentence), number: null }));
  });
}

/** Without a label that ran into the sentence ("Recommendation(s) The Board is asked to ..."). */
function fromBody(sentence: Sentence): Sentence {
  const at =
    /(?:[Tt]he )?(?:(?!Recommend)[A-Z][\w&'’-]{1,25} ){0,6}?(?:[Cc]ommittee|[Bb]oard|[Cc]ouncil|[Cc]abinet|[Mm]embers|[Bb]ody|[Ee]xecutive|[Pp]anel|[Gg]roup)(?: members)? (?:is|are) /.exec(
      sentence.text,
    )?.index ?? 0;
  const offset = sentence.from;
  return spanOf(sentence.block, offset + at, offset + sentence.text.length) ?? sentence;
}
