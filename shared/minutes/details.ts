import type { Block } from './blocks.ts';
import type { FindOf } from './find.ts';
import { type Sentence, spanOf } from './sentences.ts';

type Name = FindOf<'detail'>['name'];
export type FoundDetail = { span: Sentence; name: Name; value: string };

const labels: readonly { name: Name; shape: RegExp }[] = [
  { name: 'venue', shape: /^(?:Venue|Place|Location): ?(?=\S)/i },
  { name: 'time', shape: /^Time: ?(?=\d)/i },
  { name: 'prepared-by', shape: /^(?:(?:Report )?[Aa]uthor|Prepared by|Report prepared by):? (?=[A-Z])/ },
  {
    name: 'responsible-director',
    shape: /^(?:Lead director|Responsible director|Responsible CLT Member|Executive lead):? (?=[A-Z])/i,
  },
  { name: 'published', shape: /^(?:Published|Publication date): ?(?=\d)/i },
  { name: 'effective-from', shape: /^Effective from: ?(?=\d)/i },
  { name: 'call-in-ends', shape: /\bCall-in period ends: ?(?=\d)/i },
  { name: 'purpose', shape: /^(?=FOR (?:INFORMATION|DECISION|DISCUSSION|APPROVAL|ASSURANCE)$)/ },
];
const LONGEST = 200;

/** What the labels in the head and foot of a page say besides body and day, each the first time it is said. */
export function detailsIn(blocks: readonly Block[]): FoundDetail[] {
  const found = blocks.filter(({ text }) => text.length < LONGEST).flatMap(detailsOf);
  const seen = new Set<Name>();
  return found.filter(({ name }) => !seen.has(name) && seen.add(name));
}

function detailsOf(block: Block): FoundDetail[] {
  return labels.flatMap(({ name, shape }) => {
    const match = shape.exec(block.text);
    const span = match === null ? null : spanOf(block, match.index + match[0].length, block.text.length);
    return span === null ? [] : [{ span, name, value: span.text }];
  });
}
