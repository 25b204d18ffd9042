import { type Block, sliceOf } from './blocks.ts';
import type { Heading } from './items.ts';
import { headingsOf } from './items.ts';
import { isNextEntry, type Lead, leadOf } from './leads.ts';

/** What part of a page a block stands in. */
type Zone = 'head' | 'people' | 'agenda' | 'minutes' | 'summary' | 'documents' | 'paper';

/** A block with what is known of its place: its item, its zone, and the list it is an entry of. */
export type Zoned = {
  block: Block;
  zone: Zone;
  heading: Heading | null;
  /** The heading this very block is, when it is one; its words after the title may still be minutes. */
  isHeading: boolean;
  lead: Lead | null;
  leadsTo: Lead | null;
};

const labels: readonly { zone: Zone; shape: RegExp }[] = [
  { zone: 'minutes', shape: /^(?:minutes|discussion|key discussion points|reasons? for (?:the )?decision|notes?):?$/i },
  { zone: 'summary', shape: /^decisions?:?$/i },
  {
    zone: 'documents',
    shape:
      /^(?:supporting|accompanying|additional|background|attached)[ -](?:documents?|papers?|reports?)\b.{0,20}$|^(?:appendices|appendix|enclosures|documents|attachments)\b[: ]/i,
  },
  {
    zone: 'people',
    shape:
      /^(?:(?:members |councillors |those |also |board members |officers )?(?:present|attending|attendance|attendace|attendees)|in attendance|non-members.{0,60}|other attendees|apologies(?! (?:for absence )?(?:were|was|had)\b)|board member apologies|officers|the following people attended.{0,20})\b ?[:;-]?/i,
  },
  {
    zone: 'paper',
    shape:
      /^(?:executive summary|background|purpose of (?:the )?report|main implications|introduction|recommendations?(?:\(s\))?|other options considered|alternative options.{0,20}|purpose)\b.{0,10}$/i,
  },
];

/** Walks the blocks in order and says of each where it stands. */
export function zonesOf(blocks: readonly Block[], headings: readonly Heading[] = headingsOf(blocks)): Zoned[] {
  const at = new Map(headings.map((heading) => [heading.block, heading]));
  const read = blocks.flatMap((block) => apartFromTitle(block, at));
  const labelled = blocks.some((block) => /^Minutes:$/i.test(block.text));
  const out: Zoned[] = [];
  let zone: Zone = 'head';
  let heading: Heading | null = null;
  let list: List | null = null;
  for (const [index, block] of read.entries()) {
    const lead: Lead | null = entryOf(block, list);
    const own: Heading | undefined = lead === null ? at.get(block) : undefined;
    heading = own ?? heading;
    if (own !== undefined) zone = zoneUnder(own, labelled);
    else if (lead === null) zone = zoneOf(block, zone);
    const leadsTo = leadOf(block, read[index + 1]);
    list = listAfter(list, leadsTo, lead, block);
    out.push({ block, zone, heading, isHeading: own !== undefined, lead, leadsTo });
  }
  return out;
}

/** A heading with its minute after it in the same block is read as two blocks; the first is then the heading. */
function apartFromTitle(block: Block, at: Map<Block, Heading>): Block[] {
  const heading = at.get(block);
  if (heading?.runIn !== true) return [block];
  const gap = /^[\s:;.–-]*/.exec(block.text.slice(heading.titleEnd, heading.titleEnd + 8))?.[0].length ?? 0;
  const from = heading.titleEnd + gap;
  if (from >= block.text.length) return [block];
  const title = { ...sliceOf(block, 0, heading.titleEnd), column: null };
  at.set(title, heading);
  return [title, { ...sliceOf(block, from, block.text.length), mark: null, blankBefore: true }];
}

/** Pages with "Minutes:" labels print the agenda's own words between an item's title and that label. */
function zoneUnder(heading: Heading, labelled: boolean): Zone {
  if (heading.runIn && /\b(?:apologies|attending|attendance|present)\b/i.test(heading.title)) return 'people';
  return labelled && !heading.runIn ? 'agenda' : 'minutes';
}

/** The list that the walk is in, and its entry before. */
type List = { lead: Lead; previous: Block | null };

const entryOf = (block: Block, list: List | null): Lead | null =>
  list !== null && isNextEntry(block, list.previous) ? list.lead : null;

function listAfter(list: List | null, leadsTo: Lead | null, lead: Lead | null, block: Block): List | null {
  if (leadsTo !== null) return { lead: leadsTo, previous: null };
  if (lead !== null) return { lead, previous: block };
  return isAside(block) ? list : null;
}

function zoneOf(block: Block, zone: Zone): Zone {
  const label = labels.find(({ zone: labelled, shape }) => {
    const match = shape.exec(block.text);
    return match !== null && (labelled !== 'people' || introducesNames(block.text.slice(match[0].length)));
  });
  return label?.zone ?? zone;
}

/** "Present: A B" and "Apologies Ann Ray" list people; "Officers were asked" and "Members present voted" do not. */
const introducesNames = (rest: string): boolean => /^ *(?:$|[:;(–-]|[A-Z0-9•])/.test(rest);

/** A mark or two between entries that does not end their list. */
const isAside = (block: Block): boolean => block.text.length < 4;
