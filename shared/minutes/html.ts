import { Parser } from 'htmlparser2';

const blockTags = new Set(
  'address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead title tr ul'.split(
    ' ',
  ),
);
/** Elements whose insides are instructions for a browser, or things struck out, and so not part of what was minuted. */
const unreadTags = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'iframe',
  'object',
  'button',
  'del',
  'select',
]);
const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'title']);
const cells = new Set(['td', 'th']);

/** Looks for paired mark-up, so that a lone "<" or an address in angle brackets leaves a text as it is. */
function looksLikeHtml(text: string): boolean {
  return (
    /<\/(?:p|div|li|h[1-6]|td|tr|body|html|ul|ol|table|span|strong|em|a)\s{0,5}>/i.test(text) ||
    /<br\s{0,5}\/?>/i.test(text)
  );
}

/** Text with a few tags in it keeps its own line ends; a page made of tags has none that mean anything. */
function keepsLineEnds(text: string): boolean {
  const tags = text.match(/<\/(?:p|div|li|h[1-6]|tr|dd)\s{0,5}>|<br/gi)?.length ?? 0;
  const lines = text.match(/\n/g)?.length ?? 0;
  return tags * 3 < lines;
}

/**
 * Reduces HTML to its words: a line for each block, two for headings and paragraphs, list numbers written out, a gap of spaces
 * where a run of tabs or the edge of a table cell set a column apart. Plain text comes back unchanged. Nothing is run or fetched.
 */
export function reduceHtml(text: string): string {
  if (!looksLikeHtml(text)) return text;
  const out = new Words(keepsLineEnds(text));
  const lists: List[] = [];
  let unread = 0;
  const parser = new Parser(
    {
      onopentag(tag) {
        if (unreadTags.has(tag)) unread += 1;
        if (tag === 'ol' || tag === 'ul') lists.push({ ordered: tag === 'ol', next: 1 });
        opened(tag, out, lists.at(-1));
      },
      onclosetag(tag) {
        if (unreadTags.has(tag)) unread = Math.max(0, unread - 1);
        if (tag === 'ol' || tag === 'ul') lists.pop();
        closed(tag, out);
      },
      ontext(words) {
        if (unread === 0) out.words(words);
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(text);
  return out.toString();
}

type List = { ordered: boolean; next: number };

function opened(tag: string, out: Words, list: List | undefined): void {
  if (cells.has(tag)) out.gap();
  else if (tag === 'dd') out.space();
  else if (tag === 'p' || tag === 'dt' || headings.has(tag)) out.paragraph();
  else if (blockTags.has(tag)) out.line();
  if (tag === 'li') out.mark(markOf(list));
}

function closed(tag: string, out: Words): void {
  if (tag === 'p' || headings.has(tag)) out.paragraph();
  else if (blockTags.has(tag) && tag !== 'dd' && !cells.has(tag)) out.line();
}

function markOf(list: List | undefined): string {
  if (!list?.ordered) return '• ';
  list.next += 1;
  return `${list.next - 1}. `;
}

/** Collects the words of a page, never more than one empty line and never a line break straight after a list number. */
class Words {
  #parts: string[] = [];
  #last = '\n\n';
  #keepLineEnds: boolean;
  constructor(keepLineEnds: boolean) {
    this.#keepLineEnds = keepLineEnds;
  }
  #push(part: string): void {
    this.#parts.push(part);
    this.#last = (this.#last + part).slice(-6);
  }
  #afterMark(): boolean {
    return /(?:^|\n)(?:•|\d{1,4}\.) $/.test(this.#last);
  }
  line(): void {
    if (!this.#last.endsWith('\n') && !this.#afterMark()) this.#push('\n');
  }
  paragraph(): void {
    if (this.#afterMark()) return;
    this.line();
    if (!this.#last.endsWith('\n\n')) this.#push('\n');
  }
  gap(): void {
    if (!/[\n ]$/.test(this.#last)) this.#push('    ');
  }
  space(): void {
    if (!/\s$/.test(this.#last)) this.#push(' ');
  }
  mark(mark: string): void {
    this.line();
    this.#push(mark);
  }
  words(words: string): void {
    const folded = this.#keepLineEnds ? words : words.replace(/[\s\u00a0]+/g, (run) => this.#fold(run));
    if (folded === '') return;
    this.#push(/\s$/.test(this.#last) ? folded.replace(/^[^\S\n]+/, '') : folded);
  }
  #fold(run: string): string {
    if (run.includes('\n')) return ' ';
    return run.length >= 3 || run.includes('\t') ? '    ' : ' ';
  }
  toString(): string {
    return this.#parts.join('');
  }
}
