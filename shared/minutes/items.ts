import type { Block } from './blocks.ts';

/** An item of business and where its title stands. `runIn`: minutes follow the title in the same block. */
export type Heading = {
  block: Block;
  number: string | null;
  title: string;
  /** Where the title ends in the block's text. */
  titleEnd: number;
  /** Where it begins: after "Discussion topic 1: ". */
  titleStart: number;
  runIn: boolean;
  reason: string;
};

const notItems =
  /^(?:attendees|attendance|attend?ace|apologies|board member apologies|other attendees|summary of outcomes|context|actions?\b.{0,20}|decisions?|minutes|present|in attendance|supporting documents|agenda|items|key discussion points|the following people|post meeting note|challenges discussed|responses, proposals|standards discussed|published|signed|page|contact|venue|date|time)\b[:\s]*$|^(?:the following people attended|non-members|challenges discussed|responses, proposals|standards discussed|action \d|your handwritten|printed agenda|next meeting$|open standards board - meeting)/i;

/** The headings of items, in order: what a page is about, or every numbered or marked heading of a set of minutes. */
export function headingsOf(blocks: readonly Block[]): Heading[] {
  const page = pageItem(blocks);
  if (page !== null) return [page];
  const headings: Heading[] = [];
  for (const [index, block] of blocks.entries()) {
    const heading = headingAt(block, blocks[index + 1], headings.at(-1));
    if (heading !== null) headings.push(heading);
  }
  return headings;
}

/** A page about one item says so in a line of its own, with the title in the next. */
function pageItem(blocks: readonly Block[]): Heading | null {
  const first = blocks
    .slice(0, 6)
    .findIndex((block) => /^(?:Agenda item|Decision details|Issue details)$/i.test(block.text));
  const block = blocks[first + 1];
  if (first === -1 || block === undefined) return null;
  const label = blocks[first]?.text ?? '';
  const number = blocks
    .slice(first, first + 6)
    .map((each) => /\((?:Item|Minute) ([\w/]{1,12})\.?\)/.exec(each.text)?.[1])
    .find(Boolean);
  return heading(block, number ?? null, `The line after “${label}”.`);
}

function heading(block: Block, number: string | null, reason: string): Heading {
  const title = titleOf(block.text);
  return { block, number, title, titleStart: 0, titleEnd: title.length, runIn: false, reason };
}

/** Without the download link that some pages print after a title. */
const titleOf = (text: string): string =>
  text
    .replace(/ ?(?:pdf icon )?PDF \d{1,5}(?:\.\d)? ?[KM]B.{0,40}$/i, '')
    .replace(/:$/, '')
    .trim();

function headingAt(block: Block, next: Block | undefined, before: Heading | undefined): Heading | null {
  const mark = block.mark;
  if (mark === null || mark.kind === 'bullet' || mark.kind === 'part') return null;
  if (mark.kind === 'heading') return markedHeading(block);
  if (mark.kind === 'roman') return romanHeading(block, before);
  if (mark.kind === 'number' && !isNextNumber(mark.label, before)) return null;
  if (mark.kind === 'paragraph' && !/^\d{2,4}\./.test(mark.label)) return null;
  if (block.text === '')
    return next === undefined || next.mark !== null || !isTitle(next.text)
      ? null
      : heading(next, mark.label, 'The line after a minute’s number.');
  return isTitle(block.text)
    ? heading(block, mark.label, 'A heading with a minute’s number.')
    : runInHeading(block, mark.label);
}

function markedHeading(block: Block): Heading | null {
  const topic = /^(?:(?:Discussion )?(?:topic|item|Topic|Item) (\d{1,3})[:.] {0,3})/.exec(block.text);
  const start = topic?.[0].length ?? 0;
  const words = titleOf(block.text.slice(start))
    .replace(/ ?-? ?\([^)]{1,120}\) ?$/, '')
    .replace(/ -$/, '');
  if (notItems.test(block.text) || words === '' || words.length > 160) return null;
  return {
    block,
    number: topic?.[1] ?? null,
    title: words,
    titleStart: start,
    titleEnd: start + words.length,
    runIn: false,
    reason: 'A marked heading.',
  };
}

/** Roman numbers are item numbers only when they go up from I. */
function romanHeading(block: Block, before: Heading | undefined): Heading | null {
  const label = block.mark?.label ?? '';
  const expected = before === undefined ? 'I' : nextRoman(before.number ?? '');
  return label === expected && isTitle(block.text) ? heading(block, label, 'A heading with a Roman number.') : null;
}

const romans = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII XXIV XXV'.split(
  ' ',
);
const nextRoman = (label: string): string => romans[romans.indexOf(label) + 1] ?? '';

/** Numbered headings go up, at most a few at a time. */
function isNextNumber(label: string, before: Heading | undefined): boolean {
  const last = Number(before?.number ?? Number.NaN);
  if (Number.isNaN(last)) return before === undefined || before.number === null;
  return Number(label) >= last && Number(label) <= last + 8;
}

/** Short, begins with a capital, and is not a sentence. */
function isTitle(text: string): boolean {
  const words = titleOf(text);
  if (words.length > 170 || words.length < 3 || !/^["'‘“(]?[A-Z0-9]/.test(words) || /[;,]$/.test(words)) return false;
  if (/\.$/.test(words) && words.split(' ').length > 7) return false;
  return (
    !/\b(?:was|were|will|would|has|had|is|are|be|resolved|RESOLVED|agreed|AGREED|noted|NOTED)\b/.test(
      words.slice(0, 120),
    ) ||
    /^Any other|which the Chair/i.test(words) ||
    words === words.toUpperCase()
  );
}

/** "2614. Police Report: Attached." and "1. Apologies; A Person": a short title, a colon, then the minute. */
function runInHeading(block: Block, number: string): Heading | null {
  const cut = /^([A-Z][^.:;]{2,90}?)(?: ?[:;]-?|\.| [–-]) /.exec(`${block.text} `);
  const title = cut?.[1];
  if (title === undefined || !isTitle(title)) return null;
  return {
    block,
    number,
    title,
    titleStart: 0,
    titleEnd: title.length,
    runIn: true,
    reason: 'A numbered heading with its minute after it.',
  };
}
