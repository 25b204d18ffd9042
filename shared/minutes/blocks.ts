import { type Line, linesOf } from './lines.ts';
import { type Mark, markOf } from './marks.ts';

/**
 * A paragraph, list entry or heading: lines that were broken only to fit the page are joined again. `text` has single
 * spaces and no list mark; `at(i)` gives the place in the source of its i-th character.
 */
export type Block = {
  start: number;
  end: number;
  text: string;
  mark: Mark | null;
  indent: number;
  blankBefore: boolean;
  column: Line['column'];
  at: (index: number) => number;
};

/** Cuts the source into blocks, in order. */
export function blocksOf(source: string): Block[] {
  const lines = linesOf(source);
  const width = wrapWidth(lines);
  const blocks: Block[] = [];
  let group: Line[] = [];
  const flush = () => {
    if (group.length > 0) blocks.push(blockOf(source, group));
    group = [];
  };
  for (const line of lines) {
    const previous = group.at(-1);
    if (previous !== undefined && !continues(source, previous, line, width)) flush();
    group.push(line);
  }
  flush();
  return blocks;
}

/**
 * The width a text was wrapped at, or null for one paragraph a line. Wrapped text has many lines of nearly the same
 * length and none much longer.
 */
function wrapWidth(lines: readonly Line[]): number | null {
  const ends = lines.map((line) => line.indent + line.end - line.start).sort((a, b) => a - b);
  const usual = ends[Math.floor(ends.length * 0.95)] ?? 0;
  const longest = ends.at(-1) ?? 0;
  if (usual > 125 || usual < 50 || longest > usual * 1.8) return null;
  const full = ends.filter((length) => length >= usual * 0.85).length;
  return full >= lines.length * 0.2 ? usual : null;
}

/** A line belongs to the one before when its first word would not have fitted there, or when it goes on in lower case. */
function continues(source: string, before: Line, line: Line, width: number | null): boolean {
  if (line.blankBefore || before.column !== null) return false;
  const words = source.slice(line.start, line.end);
  if (source.startsWith('#', before.start) || startsAnew(words)) return false;
  if (/^[a-z(]/.test(words) && !/[:;]$/.test(source.slice(before.end - 1, before.end))) return true;
  if (width === null) return false;
  const space = words.search(/\s/);
  const firstWord = space === -1 ? words.length : space;
  return before.indent + before.end - before.start + 1 + firstWord > width * 0.97;
}

const startsAnew = (words: string): boolean =>
  words.split(' | ').length > 2 ||
  /^[a-z][\w-]{0,20}: ?["'\w|>]/.test(words) ||
  markOf(words) !== null ||
  /^(?:#{1,6} |\[?ACTIONS?\b|Actions?:|RESOLVED|AGREED|Resolved\b|DECISION|Decision:|Present\b|Apologies\b|VOTE\b)/.test(
    words,
  );

function blockOf(source: string, lines: readonly Line[]): Block {
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined) throw new Error('A block has at least one line');
  const mark = markOf(source.slice(first.start, first.end));
  const bodyStart = first.start + (mark?.length ?? 0);
  const { text, places } = unfold(source, bodyStart, last.end);
  return {
    start: bodyStart,
    end: last.end,
    text,
    mark,
    indent: first.indent,
    blankBefore: first.blankBefore,
    column: last.column,
    at: (index) => places[index] ?? last.end,
  };
}

/** Part of a block, as a block with the same mark and column. */
export function sliceOf(block: Block, from: number, to: number): Block {
  return {
    ...block,
    start: block.at(from),
    end: block.at(to - 1) + 1,
    text: block.text.slice(from, to),
    at: (index) => block.at(from + index),
  };
}

/** Folds white space to single spaces, remembering where each character stood. */
function unfold(source: string, start: number, end: number): { text: string; places: number[] } {
  const places: number[] = [];
  const characters: string[] = [];
  let afterBlank = true;
  for (let at = start; at < end; at += 1) {
    const character = source.charAt(at);
    const blank = character === ' ' || character === '\t' || character === '\n';
    if (blank && afterBlank) continue;
    characters.push(blank ? ' ' : character);
    places.push(at);
    afterBlank = blank;
  }
  return { text: characters.join('').trimEnd(), places };
}
