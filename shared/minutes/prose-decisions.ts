import type { Decision } from './decision-parts.ts';
import { decisionIn } from './decision-sentences.ts';
import { PROPOSED_ONLY } from './implied-decisions.ts';
import { outcomeOf } from './outcomes.ts';
import { joinSpans, type Sentence, sentencesOf } from './sentences.ts';
import type { Zoned } from './zones.ts';

/** "Agreed.", "Unanimously agreed", "Proposed by A, seconded by B.": these complete the sentence before them. */
const tail =
  /^\(?(?:(?:Proposed|Prop\.|Moved) .{0,160}|\d{1,2} (?:[Vv]otes? )?(?:for|in favour|in support)\b.{0,80}|(?:All |Unanimously )?(?:[Aa]greed|AGREED|in agreement|[Aa]pproved|[Nn]oted|[Cc]arried|CARRIED|APPROVED|NOTED))[.)]{0,2}$/;

type Near = { before: readonly Zoned[]; after: readonly Zoned[] };

/** The decisions told in one block of prose, each with all the sentences that make it. */
export function proseDecisions(place: Zoned, near: Near, ownBody: string | null): Decision[] {
  const { block } = place;
  const found: Decision[] = [];
  const sentences = sentencesOf(block);
  const around = {
    sentences,
    preceding: () => near.before.flatMap((each) => sentencesOf(each.block)),
    following: near.after.map((each) => each.block.text),
    ownBody,
    column: block.column?.text ?? null,
    inMinutes: place.zone === 'minutes' || place.zone === 'summary',
  };
  const leads = place.leadsTo?.of === 'decisions' && !place.leadsTo.inline;
  for (const [index, sentence] of (leads ? sentences.slice(0, -1) : sentences).entries()) {
    const before = sentences[index - 1];
    if (before !== undefined && around.inMinutes && tail.test(sentence.text)) complete(found, before, sentence);
    else for (const decision of decisionIn(sentence, { ...around, index })) add(found, decision, before);
  }
  return found;
}

/** Joins a tail to the decision just before it, or makes a decision of the sentence it completes. */
function complete(found: Decision[], before: Sentence, sentence: Sentence): void {
  const last = found.at(-1);
  const joined = joinSpans(last !== undefined && last.span.end >= before.end ? last.span : before, sentence);
  if (joined === null) return;
  if (last !== undefined && last.span.end >= before.end) found[found.length - 1] = { ...last, span: joined };
  else
    found.push({
      span: joined,
      number: null,
      outcome: outcomeOf(sentence.text),
      reason: `“${sentence.text.slice(0, 40)}” completes it.`,
      confidence: 'likely',
    });
}

/** A proposal and the sentence that then decides it are one decision. */
function add(found: Decision[], decision: Decision, before: Sentence | undefined): void {
  const last = found.at(-1);
  const joined =
    last !== undefined && before !== undefined && last.reason === PROPOSED_ONLY && last.span.end === before.end
      ? joinSpans(last.span, decision.span)
      : null;
  if (joined === null) found.push(decision);
  else found[found.length - 1] = { ...decision, span: joined };
}
