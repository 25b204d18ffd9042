import { actors, isName, speaker } from './actors.ts';

/** An action in a clause: who is to act as named, and where the words of the task begin. */
export type Action = {
  owner: string | null;
  start: number;
  reason: string;
  confidence: 'certain' | 'likely' | 'check';
};

const tasks =
  'action|add|address|advise|agree|amend|approach|appoint|arrange|ask|assess|assist|attend|book|bring|build|buy|carry|chair|chase|check|circulate|clarify|clean|clear|collect|complete|complain|confirm|consider|contact|convene|coordinate|co-ordinate|create|cut|deal|deliver|design|develop|discuss|display|distribute|draft|email|e-mail|enquire|ensure|establish|explore|feed|file|find|finalise|follow|forward|get|give|go|identify|include|inform|inspect|install|instruct|investigate|invite|issue|join|lead|let|liaise|look|maintain|make|manage|meet|monitor|move|notify|obtain|order|organise|pass|pay|pick|place|post|prepare|present|produce|progress|propose|provide|publicise|publish|purchase|pursue|put|raise|receive|refer|remind|remove|renew|repair|repeat|reply|report|request|research|respond|return|review|revise|schedule|seek|send|set|share|sign|sort|speak|submit|supply|support|take|talk|undertake|update|upload|visit|write|work|clear|compile|consult|inspect|test|trim|ring|call|phone|erect|fix|replace|lodge|register|reclaim|print|plan|draw|scope|secure|trial|record|map|measure|negotiate|nominate|extend|determine|consult|commission|engage|escalate|facilitate|host|implement|incorporate|introduce|launch|link|note';
const task = `(?:${tasks})\\b`;

const startsTo = new RegExp(
  `^(?:Action:? ?[-–]? ?)?(${actors}),? (?:to|TO) (?:also |now |again |please )?(?:${task}|be (?:asked|invited|requested) to\\b|[A-Z]{3,})`,
);
const startsBare =
  /^(Clerk|The Clerk|Chair|Secretary|Treasurer) (?:ask|write|email|chase|check|contact|arrange|order|get|report|send)\b/;
const promises = new RegExp(
  `(?:^|[,;–-] ?| and | that |: )(${actors})(?:, (?:the )?[A-Z][^,]{2,60},)? (?:will|would|shall|is to|are to|must|(?:was|were|is|are|be) (?:asked|requested|instructed|invited|tasked) to|asked to|(?:also |kindly |has |have |had )?(?:agreed|undertook|undertaken|offered|volunteered) (?:to|that \\w{1,12} would)|should) (?:now |also |again |therefore |then |look to |provide regular )?(?:${task}|be (?:asked|requested) to\\b)`,
);
const asked = new RegExp(
  `\\b(?:asked|requested|instructed|invited|instructs?|requests?|asks?|suggested|proposed|remit(?:s|ted)? to|require[sd]?|agreed)(?: that)? (${actors})(?: and [a-z]{1,10} [a-z]{1,10})? (?:to |should |would |need to |needs to )?(?:${tasks})s?\\b`,
);
const subjunctive = new RegExp(
  `^(?:RESOLVED )?(?:[-–] ?)?(?:[Tt]hat |to note that )?(${actors}),?(?: should| would| will| shall)? (?:${task})`,
);
const spoken = new RegExp(
  `^(${speaker})(?: \\([A-Z]{2,4}\\))? (?:advised|stated|said|reported|confirmed|explained|undertook|agreed|offered)\\b(?: that)?(.{0,160}?)\\b(?:will|would) (?:also |now )?(?:${task})`,
);
const offered = new RegExp(
  `^(${speaker}) (?:also |kindly )?(?:offered|agreed|undertook|volunteered|has volunteered|has offered|has agreed) to (?:${task})`,
);
const someone = new RegExp(
  `(?:\\bhe|\\bshe|\\bthey|\\bI|\\bwe|\\b(?:the )?(?:company|contractor|council|trust|team)|and|${actors})$`,
);
const trailingActor = new RegExp(
  `(?:-|– ?|— ?|, | - )(${actors})(?:’s|'s)? to (?:action|chase|sort|do|follow|arrange|progress|check|look)\\b`,
);
const pronoun = new RegExp(
  `(?:\\b(?:agreed|resolved|decided|requested|suggested) |^)that (he|she|they) (?:would |should |will )?(?:${task})`,
);
/** Few words, no other verb, and not a description ("objectives required to be delivered by the project:"). */
const noteForm =
  /^[A-Z][^.]{2,60}?(?<!ed) to be (?!held|discussed|considered|in|at|a|an|the|able|taken as)\w{2,18}(?:ed|en|ught|nt|ade)\b/;
const finite =
  /\b(?:was|were|is|are|has|have|had|will|would|shall|should|may|could|asked|requested|agreed|needs?|expected|said|noted|seen|due|shown|RESOLVED|AGREED|[Rr]esolved)\b/;
const doing = new RegExp(`^(${actors}) to (?:${task})`, 'i');

/** A body that decides is not somebody who is given a task. */
const decides =
  /^(?:the |all |our )?(?:members|councillors|trustees|governors|board|committee|board members|executive|panel members|directors?|mayor and members)$/i;

/** The action in a clause of talk, or null. */
export function actionInTalk(words: string): Action | null {
  return (
    named(startsTo.exec(words), 0, 'It says who is to do something.', 'certain') ??
    named(startsBare.exec(words), 0, 'It says who is to do something.', 'likely') ??
    promisedIn(words) ??
    named(asked.exec(words), 0, 'Somebody is asked to do something.', 'certain') ??
    pronounIn(words) ??
    spokenIn(words) ??
    trailingIn(words)
  );
}

/** The action in a part of a decision: "The Clerk write to ...", "to instruct the Director to ...". */
export function actionInDecision(words: string): Action | null {
  return named(subjunctive.exec(words), 0, 'The decision says who is to do it.', 'certain') ?? actionInTalk(words);
}

/** The owner at the front of a task under "ACTION:", and whether the words are the owner alone. */
export function ownerOfTask(words: string): string | null {
  const owner = doing.exec(words)?.[1];
  return owner !== undefined && isName(owner) ? owner : null;
}

function named(
  match: RegExpExecArray | null,
  start: number,
  reason: string,
  confidence: Action['confidence'],
): Action | null {
  const owner = match?.[1]?.trim();
  if (owner === undefined || !isName(owner)) return null;
  if (decides.test(owner) && !/\bwere (?:asked|requested) to\b/.test(match?.[0] ?? '')) return null;
  return { owner, start, reason, confidence };
}

function promisedIn(words: string): Action | null {
  const match = promises.exec(words);
  if (match === null) return null;
  const start = match.index + match[0].indexOf(match[1] ?? '');
  const before = words.slice(0, start);
  const begins = /(?:^|[;:–-] ?|, and (?:that )?| and (?:that )?)$/.test(before) ? start : 0;
  return named(match, begins, 'It says what somebody will do.', 'certain');
}

function pronounIn(words: string): Action | null {
  const match = pronoun.exec(words);
  return match === null
    ? null
    : { owner: null, start: 0, reason: 'It was agreed that somebody named before does it.', confidence: 'likely' };
}

/** "Jayne advised that ... and will share this with the partnership." */
function spokenIn(words: string): Action | null {
  const offer = named(offered.exec(words), 0, 'Somebody offered to do it.', 'certain');
  if (offer !== null) return offer;
  const match = spoken.exec(words);
  if (match === null || !someone.test((match[2] ?? '').trim())) return null;
  return named(match, 0, 'Somebody said what they will do.', 'likely');
}

/** "Grass cutting to be monitored more closely": a task in note form that names nobody. */
export function unownedIn(words: string): Action | null {
  const isLong = words.length > 160 || words.endsWith(':');
  if (isLong || !noteForm.test(words) || finite.test(words)) return null;
  return { owner: null, start: 0, reason: 'It says what is to be done, and not by whom.', confidence: 'check' };
}

function trailingIn(words: string): Action | null {
  return named(trailingActor.exec(words), 0, 'It ends with who is to do it.', 'likely');
}
