import { ownerOfTask } from './actions.ts';
import { actors, isName } from './actors.ts';
import { joinSpans, type Sentence, sentencesOf, spanOf } from './sentences.ts';
import type { Zoned } from './zones.ts';

export type LabelledAction = {
  span: Sentence;
  owner: string | null;
  number: string | null;
  due: string | null;
  status: 'open' | 'closed' | 'overdue' | null;
  reason: string;
  zoned: Zoned;
};

const label = /^\[?(?:ACTIONS?|Actions?|AP)(?: (?:point|item))?(?: ?(\d{1,4}))?\]? ?(?:[:–-]|\bfor\b|$) ?/;
const inline = /(?<=[.?!;)] {1,2})(?:ACTION|Action)(?: ?(\d{1,4}))? ?[:–-] ?/;
const ownerAlone = new RegExp(`^(${actors})[.]?$`);

/** Actions that a label, a list or a table sets apart as such. */
export function labelledActionsIn(zoned: readonly Zoned[]): LabelledAction[] {
  const found: LabelledAction[] = [];
  for (const [index, place] of zoned.entries()) {
    if (place.lead?.of === 'actions') found.push(...listed(place));
    else found.push(...labelled(place, zoned[index - 1], zoned[index + 1]));
  }
  return found;
}

/** "ACTION: BS to arrange ...", "ACTION: Ines Calloway" after what she is to do, "Action 3:" before it. */
function labelled(place: Zoned, before: Zoned | undefined, after: Zoned | undefined): LabelledAction[] {
  const { block } = place;
  const match = label.exec(block.text) ?? inline.exec(block.text);
  if (match === null) return [];
  const start = match.index + match[0].length;
  const rest = block.text.slice(start).trim();
  const number = match[1] ?? null;
  if (rest === '')
    return after === undefined || label.exec(after.block.text) !== null || block.mark?.kind !== 'heading'
      ? []
      : tasks(after, 0, number);
  const alone = ownerAlone.exec(rest)?.[1];
  if (alone === undefined || !isName(alone)) return tasks(place, start, number);
  const span =
    match.index > 0 ? sentencesOf(block).findLast((each) => each.end <= block.at(match.index)) : lastSentence(before);
  if (span === undefined) return [];
  return [
    {
      span,
      owner: alone,
      number,
      due: null,
      status: null,
      reason: 'The line after it names who is to act.',
      zoned: place,
    },
  ];
}

const lastSentence = (place: Zoned | undefined): Sentence | undefined =>
  place === undefined ? undefined : lastWhole(sentencesOf(place.block));

/** The last sentence, with the one before it where it only says "AGREED". */
function lastWhole(sentences: readonly Sentence[]): Sentence | undefined {
  const [before, last] = [sentences.at(-2), sentences.at(-1)];
  if (before === undefined || last === undefined || last.text.length > 12) return last;
  return joinSpans(before, last) ?? last;
}

/** Each sentence that names who is to act is an action; the others belong to the one before. */
function tasks(place: Zoned, from: number, number: string | null): LabelledAction[] {
  const { block } = place;
  const rest = spanOf(block, from, block.text.length);
  if (rest === null) return [];
  const sentences = sentencesOf(block).filter((each) => each.end > rest.start);
  return sentences.slice(0, 6).flatMap((sentence, index) => {
    const clipped = index === 0 ? spanOf(block, from, sentence.from + sentence.text.length) : sentence;
    if (clipped === null) return [];
    const owner = ownerOfTask(clipped.text);
    if (index > 0 && owner === null && !/\b(?:to be|will|supplied) .{0,40}\bby\b/.test(clipped.text)) return [];
    return [
      { span: clipped, owner, number, due: null, status: null, reason: 'It is labelled as an action.', zoned: place },
    ];
  });
}

/** An entry of a list headed "Actions", with its owner in front or in brackets behind. */
function listed(place: Zoned): LabelledAction[] {
  const { block } = place;
  const suffix = /^(.*\S) ?[[(](new for |owner:? |lead:? )?([^\])]{2,80})[\])]\.?$/.exec(block.text);
  const end = suffix?.[1]?.length ?? block.text.length;
  const span = spanOf(block, 0, end);
  if (span === null) return [];
  const bracketed = suffix?.[2] === undefined ? null : (suffix[3] ?? null);
  const number = block.mark?.label || null;
  return [
    {
      span,
      owner: ownerOfTask(span.text) ?? bracketed,
      number,
      due: null,
      status: null,
      reason: 'An entry under “Actions”.',
      zoned: place,
    },
  ];
}
