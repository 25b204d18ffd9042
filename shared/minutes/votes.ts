import { type Sentence, sentencesOf, spanOf } from './sentences.ts';
import type { Zoned } from './zones.ts';

export type FoundVote = {
  span: Sentence;
  for: number | null;
  against: number | null;
  abstain: number | null;
  result: 'carried' | 'lost' | null;
  unanimous: boolean;
  nemCon: boolean;
  recorded: boolean;
  reason: string;
  zoned: Zoned;
};

const inFavour =
  /\b(\d{1,3}) (?:[Vv]otes? )?(?:for|in favour|in support)\b|\b(?:For|FOR|In favour)(?: \((\d{1,3})\)|:? ?(\d{1,3})\b)/;
const against = /\b(\d{1,3}) (?:[Vv]otes? )?against\b|\b(?:Against|AGAINST)(?: \((\d{1,3})\)|:? ?(\d{1,3})\b)/;
const abstained =
  /\b(\d{1,3}) abst(?:ention|ained|aining)s?\b|\b(?:Abst(?:ention|ained|aining)s?|ABSTENTIONS?)(?: \((\d{1,3})\)|:? ?(\d{1,3})\b)/;
const opens = /\b(?:VOTE|put to the vote|recorded vote|on being put|upon being put)\b/i;
const agreedByAll = /\bunanimous(?:ly)?\b/i;
const nemCon = /\bnem\.? ?con\b/i;

/** Votes with their numbers, and decisions said to be unanimous or without dissent. */
export function votesIn(zoned: readonly Zoned[]): FoundVote[] {
  const found: FoundVote[] = [];
  for (const [index, place] of zoned.entries()) {
    if (place.zone === 'documents' || place.zone === 'paper') continue;
    for (const sentence of sentencesOf(place.block)) {
      const vote = voteIn(sentence, place, zoned.slice(index + 1, index + 5));
      if (vote !== null) found.push(vote);
    }
  }
  return found;
}

function voteIn(sentence: Sentence, place: Zoned, following: readonly Zoned[]): FoundVote | null {
  const { text } = sentence;
  const base = {
    span: sentence,
    unanimous: agreedByAll.test(text),
    nemCon: nemCon.test(text),
    recorded: /\brecorded vote\b/i.test(text),
    zoned: place,
  };
  const counted = inFavour.test(text) && against.test(text);
  const counts = counted
    ? text
    : opens.test(text)
      ? `${text} ${following
          .map((each) => each.block.text)
          .join(' \n ')
          .slice(0, 600)}`
      : '';
  if (counts !== '') {
    const numbers = {
      for: count(inFavour, counts),
      against: count(against, counts),
      abstain: count(abstained, counts),
    };
    if (numbers.for !== null || numbers.against !== null)
      return { ...base, ...numbers, result: resultOf(text, numbers), reason: 'The votes are counted.' };
  }
  if (!base.unanimous && !base.nemCon) return null;
  const span = nemConSpan(sentence, base.nemCon);
  return {
    ...base,
    span,
    for: null,
    against: null,
    abstain: null,
    result: 'carried',
    reason: base.nemCon ? 'Nobody voted against.' : 'All were in favour.',
  };
}

function nemConSpan(sentence: Sentence, isNemCon: boolean): Sentence {
  const close = isNemCon ? sentence.text.indexOf(')', sentence.text.search(nemCon)) : -1;
  if (close === -1) return sentence;
  return spanOf(sentence.block, sentence.from, sentence.from + close + 1) ?? sentence;
}

function count(shape: RegExp, words: string): number | null {
  const match = shape.exec(words);
  const said = match?.[1] ?? match?.[2] ?? match?.[3];
  return said === undefined ? null : Number(said);
}

function resultOf(words: string, numbers: { for: number | null; against: number | null }): FoundVote['result'] {
  if (/\b(?:lost|defeated|fell)\b/i.test(words)) return 'lost';
  if (/\bcarried\b/i.test(words)) return 'carried';
  if (numbers.for === null || numbers.against === null) return null;
  return numbers.for > numbers.against ? 'carried' : 'lost';
}
