import type { Block } from './blocks.ts';

/**
 * A line that leads a list: what the list's entries are. `decisions` carries the outcome that the lead gives to all of them
 * ("recommends that Council:"), or null when each entry says its own.
 */
export type Lead =
  | { of: 'decisions'; recommended: boolean; text: string; inline: boolean }
  | { of: 'recommendations' }
  | { of: 'matters' }
  | { of: 'actions' }
  | { of: 'documents' };

const decided =
  /\b(?:RESOLVED|Resolved|resolved|AGREED|Agreed|agreed|DECIDED|Decided|decided|DETERMINED|ORDERED)\b(?![\s\S]{0,200}\b(?:RESOLVED|Resolved|AGREED)\b)[^.]{0,220}$/;
/** "RESOLVED – (a) That ...": the first entry stands in the line that leads. */
const inlineList = /^(?:It was )?(?:RESOLVED|AGREED|Resolved|Agreed)(?: ?[-–—:]{1,2})? (?:[Tt]hat:? )?\((?:a|i|1)\) /;
const opensList = /(?:[:;]|[:;]? ?[-–—]|:-|\bthat|\bto|\bthe)$/i;
const bodyAlone =
  /^(?:(?:At the conclusion|Following|After|Having)\b.{0,120}\b)?(?:that )?the (?:[\w&'’-]{1,30} ){0,6}(?:board|committee|council|cabinet|cabinet member|executive|governing body|panel|members|group|forum)[:,-]{0,2}:?$/i;
const askedOf =
  /\b(?:is|are|was|were) (?:asked|invited|recommended|RECOMMENDED|requested|ASKED|INVITED|REQUESTED) (?:to|that)\b[^.]{0,80}$|^(?:officer )?recommendations?(?:\(s\))?:?$|^it is recommended that\b[^.]{0,80}$/i;
const matters =
  /\b(?:matters|issues|points|questions|comments|concerns|queries)(?: were)?(?: raised)?(?: \w{1,12}){0,3} (?:included?|including|were|as follows)[: ]{0,2}:?$/i;

/** What kind of list a block leads, or null when it leads none. `next` is the block after it. */
export function leadOf(block: Block, next: Block | undefined): Lead | null {
  const text = block.text.replace(/[“"]$/, '').trim();
  if (text.length > 1200) return null;
  if (matters.test(text)) return { of: 'matters' };
  if (inlineList.test(text)) return { ...decisions(text), inline: true };
  if (next === undefined || !isEntry(next)) return /^decisions?:?$/i.test(text) ? decisions(text) : null;
  if (askedOf.test(text)) return { of: 'recommendations' };
  if (/^(?:summary of (?:outcomes|decisions)|decisions?(?: made| taken)?):?$/i.test(text)) return decisions(text);
  if (/^(?:actions?(?: (?:to be taken|agreed|arising|points?|list))?|action items):?$/i.test(text))
    return { of: 'actions' };
  if (!opensList.test(text)) return null;
  if (decided.test(text)) return decisions(text);
  return bodyAlone.test(text) ? decisions(text) : null;
}

const decisions = (text: string): Lead & { of: 'decisions' } => ({
  of: 'decisions',
  inline: false,
  recommended: /\brecommends?(?: to [\w ]{1,40})?(?: that)?\b/i.test(text),
  text,
});

const isEntry = (block: Block): boolean => {
  const kind = block.mark?.kind;
  return kind === 'part' || kind === 'bullet' || kind === 'number' || /^That /.test(block.text);
};

/** Whether a block goes on with the list that `previous` (its entry before, or null for the first) belongs to. */
export function isNextEntry(block: Block, previous: Block | null): boolean {
  const mark = block.mark;
  if (mark === null) return /^That /.test(block.text) && (previous === null || previous.mark === null);
  if (mark.kind === 'reference' || mark.kind === 'heading' || mark.kind === 'roman' || mark.kind === 'paragraph')
    return false;
  const before = previous?.mark ?? null;
  if (before === null) return previous === null || mark.kind === 'part';
  if (mark.kind !== before.kind) return false;
  if (mark.kind === 'number') return Number(mark.label) === Number(before.label) + 1;
  return true;
}
