import { type Decision, decision, type Surroundings } from './decision-parts.ts';
import {
  elliptic,
  lost,
  minutesSubject,
  planning,
  proposed,
  settled,
  titleOutcome,
  trailing,
} from './decision-words.ts';
import { type Sentence, spanOf } from './sentences.ts';

/** Said of a proposal that was seconded; a sentence after it may still decide it. */
export const PROPOSED_ONLY = 'Proposed and seconded, with no word against it.';

/** "The minutes were approved", "the Action Tracker was submitted and noted", "Ms A was co-opted". */
export function settledIn(sentence: Sentence): Decision[] | null {
  const { text } = sentence;
  const match = settled.exec(text);
  if (match === null) return null;
  if (/^It was noted|\bIt was noted\b|^Apologies\b.{0,60}\bnoted\b/i.test(text)) return null;
  const confidence = minutesSubject.test(text) ? 'certain' : 'likely';
  return [decision(sentence, `It says “${match[0]}”.`, confidence, text.slice(match.index))];
}

const LONGEST_WHOLE = 2000;

/** "Noted.", "AGREED to purchase.", a matter that ends "AGREED", or a column that says "Noted". */
export function ellipticIn(sentence: Sentence, around: Surroundings): Decision[] | null {
  const { text, block } = sentence;
  const whole = (block.text.length < LONGEST_WHOLE ? spanOf(block, 0, block.text.length) : null) ?? sentence;
  const span = around.index === 0 && text.length < 12 ? whole : sentence;
  if (elliptic.test(text)) return [decision(span, `It begins “${text.split(' ')[0]}”.`, 'likely', text)];
  if (trailing.test(text) && around.index === around.sentences.length - 1) {
    const span = proposed.test(text) || around.sentences.length > 2 ? sentence : whole;
    return [decision(span, 'It ends with its outcome.', 'likely', text.slice(-30))];
  }
  if (titleOutcome.test(text))
    return [decision(sentence, 'Its outcome stands in the title.', 'likely', text.slice(-60))];
  if (planning.test(text))
    return [{ ...decision(whole, 'A planning answer in capitals.', 'certain'), outcome: 'approved' }];
  if (around.column !== null && around.index === 0 && /^(?:noted|agreed|approved|deferred)/i.test(around.column))
    return [decision(whole, `The column beside it says “${around.column}”.`, 'certain', around.column)];
  return null;
}

/** An amendment lost, or a proposal seconded that no later word decides. */
export function movedIn(sentence: Sentence, around: Surroundings): Decision[] | null {
  const { text } = sentence;
  if (
    /\b(?:motion|proposal|resolution) was (?:\w{1,14} )?(?:carried|passed)\b/i.test(text) &&
    !/\bRESOLVED\b/.test(around.following.join(' '))
  )
    return [{ ...decision(sentence, 'A motion that was carried.', 'likely'), outcome: 'approved' }];
  if (lost.test(text))
    return [{ ...decision(sentence, 'A motion or amendment that was lost.', 'certain'), outcome: 'rejected' }];
  if (!/\bproposed\b/i.test(text) || !proposed.test(text) || /\bamendment\b/i.test(text)) return null;
  const later = [
    ...around.sentences.slice(around.index + 1, around.index + 8).map((each) => each.text),
    ...around.following,
  ].join(' ');
  if (/\bRESOLVED\b|\bresolved\b/.test(later)) return null;
  return [{ ...decision(sentence, PROPOSED_ONLY, 'likely'), outcome: 'approved' }];
}
