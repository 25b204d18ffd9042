/**
 * The mark in front of a heading, paragraph or list entry. `part`: "(1)", "(a)", "iv)", "1." in a list; `bullet`; `heading`: "##";
 * `reference`: a minute's number such as "92", "2019/74", "GB/19/031", "18.11.3", "IV"; `paragraph`: "3.2" inside minute 3.
 */
export type Mark = {
  kind: 'bullet' | 'part' | 'number' | 'paragraph' | 'reference' | 'roman' | 'heading';
  /** The mark without its punctuation: "1", "a", "GB/19/031"; empty for bullets and headings. */
  label: string;
  /** As printed: "(1)", "1.", "2019/74". */
  printed: string;
  /** Characters to skip to reach the words. */
  length: number;
};

const shapes: readonly { kind: Mark['kind']; shape: RegExp }[] = [
  { kind: 'heading', shape: /^(#{1,6})[ \t]+/ },
  { kind: 'bullet', shape: /^([·•▪◦●‣☐☒►➢✓*+–—-])[ \t]+/ },
  { kind: 'bullet', shape: /^([·•▪◦●‣☐☒►➢])/ },
  { kind: 'part', shape: /^\(([a-z]{1,2}|[ivx]{1,5}|[IVX]{1,5}|[A-Z]|\d{1,3})\)[ \t]*/ },
  { kind: 'part', shape: /^([a-z]|[ivx]{1,5}|\d{1,3})\)[ \t]+/ },
  {
    kind: 'reference',
    shape:
      /^((?:[A-Z]{2,5} )?\d{1,5}[a-z]?\/\d{2,5}|\d{4}\/\d{1,4}|[A-Z]{1,6}\/\d{1,4}\/\d{1,4}|\d{2}\/\d{2}\/\d{1,3}|[A-Z]{1,4}\/?\d{1,3}\/\d{2,4})[.:]?(?:[ \t]+|$)/,
  },
  { kind: 'paragraph', shape: /^(\d{1,4}\.\d{1,3}(?:\.\d{1,3}){0,4})[.:]?(?:[ \t]+|$)/ },
  { kind: 'number', shape: /^(\d{1,4})[.:](?:[ \t]+|$)/ },
  { kind: 'number', shape: /^(\d{1,4})[ \t]+(?=[A-Z("‘“'])/ },
  { kind: 'roman', shape: /^([IVX]{1,6})\.?[ \t]+(?=[A-Z])/ },
  { kind: 'part', shape: /^([a-z])\.[ \t]+/ },
];

/** The mark a line begins with, or null. "9 June 2019", "4 Votes" and "2019/20" are words, not marks. */
export function markOf(words: string): Mark | null {
  const head = words.slice(0, 40);
  for (const { kind, shape } of shapes) {
    const found = shape.exec(head);
    if (found === null) continue;
    const label = found[1] ?? '';
    if (kind === 'number' && !isNumbering(head, found[0].length)) return null;
    if (kind === 'roman' && /^I [a-z']/.test(head)) return null;
    const bare = kind === 'bullet' || kind === 'heading';
    return { kind, label: bare ? '' : label, printed: found[0].trim(), length: found[0].length };
  }
  return null;
}

const notNumbering =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b|Votes?\b|Members? of|members?\b|GPs?\b|People)/;

const isNumbering = (head: string, length: number): boolean => !notNumbering.test(head.slice(length));
