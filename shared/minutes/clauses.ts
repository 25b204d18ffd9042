import { type Sentence, spanOf } from './sentences.ts';

/** Where one sentence joins a second thing to be done: "..., and that the Chief Executive write ..." */
const joins =
  /(?:[,;]? and (?=that (?:the|a|an|its|their|this)\b)|[,;] (?=followed by\b)|; (?=[A-Z][A-Za-z.]{1,20} [A-Z])|, and (?=to (?:instruct|ask|request)\b))/g;

/** The parts of a sentence that can each carry a promise of their own, in order. */
export function clausesOf(sentence: Sentence): Sentence[] {
  const { block, text } = sentence;
  const offset = sentence.from;
  const clauses: Sentence[] = [];
  let from = 0;
  for (const match of text.matchAll(joins)) {
    if (match.index < 12) continue;
    add(clauses, block, offset + from, offset + match.index);
    from = match.index + match[0].length;
  }
  add(clauses, block, offset + from, offset + text.length);
  return clauses;
}

function add(clauses: Sentence[], block: Sentence['block'], from: number, to: number): void {
  const clause = spanOf(block, from, to);
  if (clause !== null) clauses.push(clause);
}
