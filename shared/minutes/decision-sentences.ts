import { type Decision, decision, type Surroundings } from './decision-parts.ts';
import { byBody, history, itWas, proposed, resolved } from './decision-words.ts';
import { ellipticIn, movedIn, settledIn } from './implied-decisions.ts';
import { type Sentence, spanOf } from './sentences.ts';

/** The decisions that one sentence of prose records: none, one, or two joined by "and to". */
export function decisionIn(sentence: Sentence, around: Surroundings): Decision[] {
  const { text } = sentence;
  const explicit = resolvedIn(sentence, around) ?? agreedIn(sentence, around);
  if (explicit !== null) return explicit;
  if (!around.inMinutes || history.test(text)) return [];
  return settledIn(sentence) ?? ellipticIn(sentence, around) ?? movedIn(sentence, around) ?? [];
}

/** "RESOLVED that ...", "the Council resolved to ...", "Resolved 16/05/14.1 ...", "RESOLVED accordingly". */
function resolvedIn(sentence: Sentence, around: Surroundings): Decision[] | null {
  const { text, block } = sentence;
  const match = resolved.exec(text);
  if (match === null) return null;
  const after = text.slice(match.index + match[0].length);
  if (/^[:–— -]{0,4}(?:that:?|to:?)?$/.test(after)) return [];
  if (/^ accordingly/.test(after)) return pointsBack(sentence, around);
  const words = after.replace(/^[\s:–—-]{1,4}/, '').split(' ').length;
  const whole = match[0] === 'RESOLVED' && /^(?: to \S+| ?: \S+)/.test(after) && words <= 3 && around.index <= 2;
  const minuteNumber = /^ ?(\d[\d/\\.]{3,14}\d)[ :]/.exec(after);
  const offset = sentence.from;
  const from =
    minuteNumber === null
      ? offset + openingOf(text, match.index)
      : offset + match.index + match[0].length + minuteNumber[0].length;
  const span = spanOf(block, whole || isListedOutcome(text, match.index, after) ? 0 : from, offset + text.length);
  if (span === null) return null;
  const found = decision(
    span,
    `It says “${match[0]}”.`,
    'certain',
    text.slice(match.index).replace(/^resolved? ?(?:\([^)]{0,160}\))? ?[-–:]? ?/i, ''),
  );
  return [{ ...found, number: minuteNumber?.[1] ?? null }];
}

/** "WX/19/01122 Rear extension - RESOLVED: no objection": the matter stands before its outcome. */
const isListedOutcome = (text: string, at: number, after: string): boolean =>
  at > 12 && /^: \w/.test(after) && / [-–] $/.test(text.slice(0, at));

/** The decision begins at "It was", at the body that resolved, or at the word itself. */
function openingOf(text: string, at: number): number {
  const before = text.slice(0, at);
  const subject =
    /(?:\b[Ii]t was (?:\w{1,14} ){0,2}|\b(?:[Tt]he )?(?:[A-Z][\w&'’-]{0,25} |and ){0,6}(?:board|committee|council|cabinet|executive|body|panel|members|councillors|trustees|governors|group|forum|authority) (?:\w{1,14}ly )?)$/i.exec(
      before,
    );
  return subject === null ? at : subject.index;
}

/** "RESOLVED accordingly" decides the proposal before it. */
function pointsBack(sentence: Sentence, { sentences, index, preceding }: Surroundings): Decision[] {
  const earlier = [...preceding(), ...sentences.slice(Math.max(0, index - 8), index)].findLast(
    (each) => proposed.test(each.text) && !/\bamendment\b/i.test(each.text),
  );
  const span = earlier ?? sentences[index - 1] ?? sentence;
  return [
    { ...decision(span, '“Resolved accordingly” decides what was proposed before it.', 'likely'), outcome: 'approved' },
  ];
}

/** "It was agreed ...", "The Board agreed to ...", "The Executive noted ...". */
function agreedIn(sentence: Sentence, around: Surroundings): Decision[] | null {
  const { text, block } = sentence;
  const offset = sentence.from;
  const impersonal = itWas.exec(text);
  if (impersonal !== null && !history.test(text)) {
    const from = /proposed/.test(text.slice(0, impersonal.index + impersonal[0].length))
      ? 0
      : conditionBefore(text, impersonal.index);
    const span = spanOf(block, offset + from, offset + text.length);
    return span === null
      ? null
      : [
          decision(
            span,
            `It says “${impersonal[0].slice(0, 60)}”.`,
            'certain',
            text.slice(impersonal.index).replace(/^it was (?:\w+ ){0,3}?(?:agreed|resolved?|decided) ?(?:that )?/i, ''),
          ),
        ];
  }
  const match = byBody.exec(text);
  if (match === null || history.test(text) || proposed.test(text.slice(0, match.index))) return null;
  const after = text.slice(match.index + match[0].length);
  if (isAnotherBody(match[2] ?? '', around.ownBody) || isOnlySaid(match[3] ?? '', after, around)) return [];
  const start = match.index + match[0].indexOf(match[1] ?? '');
  return splitAnd(sentence, {
    from: sentence.from + start,
    reason: `It says “${match[1]} ${match[3]}”.`,
    verb: match[3] ?? '',
  });
}

/** "..., and once the price was known it was AGREED": the condition belongs to what was agreed. */
function conditionBefore(text: string, at: number): number {
  const condition = /(?:^|, | and |; )((?:once|subject to|if|provided) [^.;]{3,120} )$/.exec(text.slice(0, at));
  return condition === null ? at : at - (condition[1]?.length ?? 0);
}

/** "agreed to note the report, and to instruct the officer to ..." decides two things. */
function splitAnd(sentence: Sentence, found: { from: number; reason: string; verb: string }): Decision[] {
  const { block } = sentence;
  const [from, to] = [found.from, sentence.from + sentence.text.length];
  const words = block.text.slice(from, to);
  const second = /^agreed$/i.test(found.verb) && /\bagreed to\b/i.test(words) ? words.search(secondTask) : -1;
  const cut = second === -1 ? to : from + second;
  const first = spanOf(block, from, cut);
  const rest = second === -1 ? null : spanOf(block, cut + (words.startsWith(',', second) ? 6 : 5), to);
  const out: Decision[] = [];
  if (first !== null) out.push(decision(first, found.reason, 'certain', mainVerb(first.text, found.verb)));
  if (rest !== null) out.push(decision(rest, found.reason, 'certain'));
  return out;
}

const secondTask = /,? and to (?:instruct|request|ask|refer|remit|approve|note|recommend|delegate|defer)\b/;

const mainVerb = (words: string, verbSaid: string): string => {
  const at = words.indexOf(verbSaid);
  return /^(?:agreed|resolved|decided)$/i.test(verbSaid) ? words.slice(at + verbSaid.length + 1) : words.slice(at);
};

/** A longer name before "Board" or "Governing Body" is another body's, unless it is the end of this body's own name. */
function isAnotherBody(name: string, ownBody: string | null): boolean {
  const said = name.trim().toLowerCase();
  if (
    said === '' ||
    /^(?:full|joint|trust|nhs|parish|town|community|city|county|district|governing|integration joint|health and wellbeing|scrutiny)$/.test(
      said,
    )
  )
    return false;
  return !(ownBody?.toLowerCase().includes(said) ?? false);
}

/** "The Board noted that ..." reports talk; it decides only when it is all that the paragraph says. */
function isOnlySaid(verbSaid: string, after: string, { sentences, index, inMinutes }: Surroundings): boolean {
  if (/^(?: th(?:is|at)(?: as an? \w{1,20})?| unanimously)?[.,;]?$/.test(after) && /^agreed$/.test(verbSaid))
    return true;
  if (
    /^(?:received|accepted|supported|recommended|rejected|adopted|approved|endorsed|referred|delegated|ratified|authorised)$/.test(
      verbSaid,
    ) &&
    !inMinutes
  )
    return true;
  if (/^received$/.test(verbSaid) && /^ (?:a |an )?(?:presentation|verbal|letter|update|complaint)/.test(after))
    return true;
  if (!/^noted$/.test(verbSaid)) return false;
  return /^ that\b/.test(after) && !(sentences.length === 1 && index === 0);
}
