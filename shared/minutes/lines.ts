/** One line of the source: where its words begin and end, how far it is set in, and what was set apart on its right. */
export type Line = {
  start: number;
  end: number;
  indent: number;
  blankBefore: boolean;
  /** The right-hand column ("Noted", "JS", "Cllr H Gwynne") with its place, where one is set apart by a gap. */
  column: { start: number; end: number; text: string } | null;
};

/** Front matter fences and page furniture carry no minutes. */
const furniture = /^(?:-{3,}|_{4,}|\.{6,}|={3,}|\|?[-| :]{5,}\|?|Page \d{1,4} of \d{1,4}|\d{1,3})$/;

/** Cuts the source into lines with words in them. */
export function linesOf(source: string): Line[] {
  const lines: Line[] = [];
  let at = 0;
  let blankBefore = true;
  while (at <= source.length) {
    const stop = source.indexOf('\n', at);
    const lineEnd = stop === -1 ? source.length : stop;
    const words = source.slice(at, lineEnd);
    const trimmed = words.trim();
    if (trimmed === '' || furniture.test(trimmed)) {
      blankBefore = true;
    } else {
      const indent = words.length - words.trimStart().length;
      lines.push(
        withColumn(
          { start: at + indent, end: at + indent + trimmed.length, indent, blankBefore, column: null },
          trimmed,
        ),
      );
      blankBefore = false;
    }
    at = lineEnd + 1;
  }
  return lines;
}

const outcomeWord = /^(?:noted|agreed|approved|resolved|deferred)\.?$/i;
const ownerRole =
  /^(?:all|(?:the )?(?:deputy |vice[- ])?(?:clerk|chair(?:man|woman|person)?|secretary|treasurer|secretariat)|cllrs?\b.{0,60}|councillors?\b.{0,60})\.?$/i;
const ownerInitials =
  /^[A-Z][A-Za-z]{0,3}[A-Z](?:(?:, ?| ?\/ ?| ?& ?| and )(?:[A-Z][A-Za-z]{0,3}[A-Z]|Clerk|ALL))*\.?$/;

function withColumn(line: Line, words: string): Line {
  const gap = lastGap(words);
  if (gap === null) return line;
  const right = words.slice(gap.end);
  const left = words.slice(0, gap.start);
  if (left.length < 12 || right.length > 60) return line;
  if (/\s{3}|\t/.test(left) || !(outcomeWord.test(right) || ownerRole.test(right) || ownerInitials.test(right)))
    return line;
  return {
    ...line,
    end: line.start + left.length,
    column: { start: line.start + gap.end, end: line.end, text: right },
  };
}

/** The last run of four or more spaces, or of any tab, inside a line. */
function lastGap(words: string): { start: number; end: number } | null {
  let end = -1;
  for (let at = words.length - 1; at > 0; at -= 1) {
    const blank = words[at] === ' ' || words[at] === '\t';
    if (blank && end === -1) end = at + 1;
    if (!blank && end !== -1) {
      const start = at + 1;
      if (end - start >= 4 || words.slice(start, end).includes('\t')) return { start, end };
      end = -1;
    }
  }
  return null;
}
