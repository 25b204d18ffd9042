import { type Sentence, sentencesOf, spanOf } from './sentences.ts';
import type { Zoned } from './zones.ts';

export type FoundDocuments = { span: Sentence; names: string[]; reason: string };

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
  const head = zoned.findLast((place) => heading.test(place.block.text));
  const named = zoned.flatMap((place) => namesOf(place).map((name) => ({ name, place })));
  const at = head ?? named[0]?.place;
  const span = at === undefined ? null : spanOf(at.block, 0, at.block.text.length);
  if (span === null) return null;
  return { span, names: named.map(({ name }) => name), reason: reasonFor(named.length > 0, head !== undefined) };
}

function reasonFor(isAny: boolean, isListed: boolean): string {
  if (!isAny) return 'The heading is there and nothing follows it.';
  return isListed ? 'The list under the heading.' : 'Documents named on the page.';
}

function namesOf(place: Zoned): string[] {
  const { text } = place.block;
  const file = download.exec(text)?.[1];
  if (file !== undefined) return [file];
  if (appendix.test(text)) return appendices(text);
  if (place.zone === 'documents') return [];
  return sentencesOf(place.block)
    .map((sentence) => sentence.text)
    .filter((sentence) => inProse.test(sentence));
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
