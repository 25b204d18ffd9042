import { outcomeOf } from './outcomes.ts';
import type { FoundResolution } from './resolutions.ts';
import { type Sentence, spanOf } from './sentences.ts';

/** Said of a proposal that was seconded; a sentence after it may still decide it. */
export const PROPOSED_ONLY = 'Proposed and seconded, with no word against it.';

export type Surroundings = {
  index: number;
  sentences: readonly Sentence[];
  /** The sentences of the blocks just before. */
  preceding: readonly Sentence[];
  /** The words of the next blocks. */
  following: readonly string[];
  ownBody: string | null;
  /** The right-hand column beside the block. */
  column: string | null;
  inMinutes: boolean;
};
export type Decision = Omit<FoundResolution, 'zoned'>;

const adverbs =
  '(?:(?:then|also|further|therefore|unanimously|formally|generally|provisionally|subsequently|all|both|duly|again) ){0,3}';
const bodies =
  '(?:[Bb]oard|BOARD|[Cc]ommittee|[Ss]ub-[Cc]ommittee|[Cc]ouncil|[Cc]abinet|[Ee]xecutive|[Gg]overning [Bb]ody|[Pp]anel|[Mm]embers|[Cc]ouncillors|[Tt]rustees|[Gg]overnors|[Cc]ommission|[Ff]orum|[Pp]artnership|[Gg]roup|[Mm]eeting|[Aa]ssembly|[Aa]uthority|[Tt]rusts|[Dd]irectors)';
const verb =
  '(?:agreed|AGREED|resolved|RESOLVED|approved|APPROVED|noted|NOTED|endorsed|ENDORSED|accepted|ACCEPTED|ratified|RATIFIED|adopted|ADOPTED|received|RECEIVED|deferred|DEFERRED|rejected|REJECTED|recommended|RECOMMENDED|disagreed|supported|SUPPORTED|decided|DECIDED|authorised|referred|delegated|voted(?= to\\b| in favour))';

const byBody = new RegExp(
  `(?:^|[,;:–-] ?| and |\\*)((?:[Tt]he |[Aa]ll |[Ff]ull |[Tt]his |)((?:[A-Z][\\w&'’-]{0,25} (?:and |& |of )?){0,6})(?:${bodies}|All|all)) (?:(?:considered|discussed|reviewed|debated) [^,.]{1,80} and )?${adverbs}(${verb})\\b`,
);
const itWas = new RegExp(
  `\\b[Ii]t was ${adverbs}(?:AGREED|agreed|RESOLVED|resolved?|DECIDED|decided)\\b|\\bit was felt that\\b[^.]{0,80}\\bdeferred\\b|\\b[Ii]t was ${adverbs}proposed\\b[sS]{0,200}\\b(?:agreed|carried|resolved)\\b`,
);
const resolved = /\bRESOLVED\b|\bResolved\b|(?<!(?:been|was|issue|issues|were) )\bresolved (?=to\b|that\b|not\b)/;
const settled =
  /\b(?:was|were) (?:\w{1,14}ly )?(?:submitted and |received and |reviewed and |amended .{0,60}and then |scrutinised and |proposed and )?(?:agreed|approved|APPROVED|adopted|ADOPTED|accepted|ACCEPTED|ratified|confirmed as (?:an? )?(?:true|correct|accurate)|signed as (?:an? )?(?:true|correct|accurate)|moved as (?:an? )?(?:true|correct|accurate)|in agreement\b|(?<=(?:and|report|update|tracker|accounts|statement|paper|log) (?:was |were )?)noted\b(?! as| that)|NOTED|endorsed|deferred|rejected|refused|elected|delegated to|referred to|co-opted|appointed)\b/;
const minutesSubject = /^(?:The |These )?(?:draft |previous |amended |public )?minutes?\b/i;
const elliptic =
  /^(?:AGREED|APPROVED|NOTED|RECEIVED|DEFERRED|ADOPTED|Agreed|Approved|Noted|Deferred|Adopted|Received for information|All (?:agreed|in agreement|approved)|all approved|Unanimously agreed|Unanimously Agreed)\b/;
const trailing =
  /(?:\bAGREED|\bAgreed|\bNoted|\bNOTED|\bAll agreed|\b[Uu]nanimously [Aa]greed|\bCarried|\ball approved for payment|\bAPPROVED)[.)]?$/;
const lost = /\b(?:amendment|motion|proposal)\b.{0,120}\b(?:lost|defeated|no seconder|not seconded|fell|rejected)\b/i;
const proposed = /\b(?:proposed|moved)\b.{0,300}\bsecond(?:ed|s)\b|\bProposed by\b.{0,80}\b[Ss]econded\b/;
const titleOutcome = / [–-] (?:deferred|held over|postponed|approved|agreed|noted|refused)\b[^.]{0,40}\.?$/;
const planning = /\bNO (?:OBJECTIONS?|OBSERVATIONS?|COMMENTS?)\b/;
/** What was decided earlier, is only reported, or is asked for, is not decided here. */
const history =
  /\b(?:had|has|have|having) (?:been |also |now |previously )?(?:agreed|approved|adopted|resolved|noted|accepted|decided|reached agreement|deferred)\b|\bif (?:agreed|approved|the)\b|\bwhether\b|\bpreviously agreed\b|\bsubsequently (?:adopted|agreed|approved)\b|\bbefore (?:it|they) (?:was|were)\b/;

/** The decisions that one sentence of prose records: none, one, or two joined by "and to". */
export function decisionIn(sentence: Sentence, around: Surroundings): Decision[] {
  const { text } = sentence;
  const explicit = resolvedIn(sentence, around) ?? agreedIn(sentence, around);
  if (explicit !== null) return explicit;
  if (!around.inMinutes || history.test(text)) return [];
  return settledIn(sentence) ?? ellipticIn(sentence, around) ?? movedIn(sentence, around) ?? [];
}

function decision(span: Sentence, reason: string, confidence: Decision['confidence'], words = span.text): Decision {
  return { span, number: null, outcome: outcomeOf(words), reason, confidence };
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
  const earlier = [...preceding, ...sentences.slice(Math.max(0, index - 8), index)].findLast(
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

/** "The minutes were approved", "the Action Tracker was submitted and noted", "Ms A was co-opted". */
function settledIn(sentence: Sentence): Decision[] | null {
  const { text } = sentence;
  const match = settled.exec(text);
  if (match === null) return null;
  if (/^It was noted|\bIt was noted\b|^Apologies\b.{0,60}\bnoted\b/i.test(text)) return null;
  const confidence = minutesSubject.test(text) ? 'certain' : 'likely';
  return [decision(sentence, `It says “${match[0]}”.`, confidence, text.slice(match.index))];
}

const LONGEST_WHOLE = 2000;

/** "Noted.", "AGREED to purchase.", a matter that ends "AGREED", or a column that says "Noted". */
function ellipticIn(sentence: Sentence, around: Surroundings): Decision[] | null {
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
function movedIn(sentence: Sentence, around: Surroundings): Decision[] | null {
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
