import { type Sentence, sentencesOf, spanOf } from './sentences.ts';
import type { Zoned } from './zones.ts';

export type FoundDocuments = { span: Sentence; names: string[]; reason: string; listed: boolean };

const heading = /^(?:supporting|accompanying) documents?:?$/i;
const download = /^(.{2,200}?),? ?(?:pdf icon )?PDF \d{1,5}(?:\.\d)? ?[KM]B/i;
const appendix = /^Appendi(?:x|ces) ?([A-Z0-9]{1,3})?(?: ?[:–-]| \d\.)/;
const inProse =
  /\b(?:is |are |has been |have been )?(?:appended to|enclosed with|attached to) this (?:report|briefing|paper)\b/i;

/**
 * The documents a page offers: under "Supporting documents:", as downloads, as appendices, or said to be appended or enclosed.
 * A heading with nothing under it is found with an empty list: the report is not attached.
 */
export function documentsIn(zoned: readonly Zoned[]): FoundDocuments | null {
  const names: { name: string; place: Zoned }[] = [];
  let head: Zoned | null = null;
  for (const place of zoned) {
    const { text } = place.block;
    if (heading.test(text)) head = place;
    const file = download.exec(text)?.[1];
    if (file !== undefined) names.push({ name: file, place });
    else if (appendix.test(text)) for (const name of appendices(text)) names.push({ name, place });
    else if (place.zone !== 'documents')
      for (const sentence of sentencesOf(place.block))
        if (inProse.test(sentence.text)) names.push({ name: sentence.text, place });
  }
  const at = head ?? names[0]?.place ?? null;
  const span = at === null ? null : spanOf(at.block, 0, at.block.text.length);
  if (span === null) return null;
  const reason =
    names.length === 0
      ? 'The heading is there and nothing follows it.'
      : head === null
        ? 'Documents named on the page.'
        : 'The list under the heading.';
  return { span, names: names.map(({ name }) => name), reason, listed: head !== null };
}

/** "Appendices: A - Map; B - EIA" and "Appendices 1. Plan 2. Framework" name several in one line. */
function appendices(text: string): string[] {
  if (!/^Appendices/i.test(text)) return [text];
  const rest = text.replace(/^Appendices ?:? ?/i, '');
  return rest
    .split(/; | (?=\d\. )/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !/^none\.?$/i.test(part));
}
