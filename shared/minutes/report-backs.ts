import { timePhrasesIn } from './time-phrases.ts';
import type { TimeContext, TimePhrase } from './time-shape.ts';

/** How a clause is read: a decision asks of itself; talk must say that something is to come. */
export type Mood = 'decision' | 'talk' | 'paper' | 'action';

export type ReportBack = { phrase: TimePhrase | null; reason: string; confidence: 'certain' | 'likely' | 'check' };

const back =
  /\breport(?:s|ed|ing)? back\b|\bbrought back\b|\bbring back\b|\bcome back to (?:this|the|us)\b|\breport (?:their|its|his|her) findings\b|\breturn to this (?:issue|item|matter)\b/i;
const returns =
  /\b(?:(?<!(?:[Tt]he|[Tt]his|[Tt]hat|verbal|written) )[Rr]eports?(?! of\b)|report(?:ed|ing)|brought|[Bb]ring(?:s|ing)?|come|comes|coming|return(?:s|ed|ing)?|present(?:ed|s)?|PRESENT|submitted|[Rr]eview(?:ed|s)?|[Rr]evisit(?:ed)?|re-?visited|reconsider(?:ed)?|[Rr]eceive[sd]?|resubmit(?:ted)?|[Uu]pdates?|publish(?:ed)?|further information|standing item|(?:is|are) due|[Cc]arried forward|[Dd]eferred|[Dd]efer|DEFERRED|[Hh]eld over|evaluation|discuss(?:ed)?|responses?|ratif(?:y|ied|ication)|sign[- ]off|feed ?back|left until|leave this until|lessons learned|conference call)\b/;
const toMeeting =
  /\b(?:[Cc]onsider(?:ed|ation)?|[Ss]ubmit|[Ii]nvite[sd]?|[Aa]ttend|[Pp]resent|agenda|[Pp]rovide[sd]?|requested|[Rr]equests?|ASKED|asked|moved|[Mm]ove|[Rr]eferred|[Rr]efer|[Aa]dvise|put|ready|[Aa]dd|[Aa]dded|[Pp]laced|[Pp]roposal|draft|paper|discussion|raised|[Ii]nclude[d]?|continue|approval|final|shared?|circulated?|answer|[Ss]et out|take[n]?|circulate|hold|held over)\b/;
const announces =
  /\b(?:announced|report|findings|updates?|published|further information|share[d]?|results?|outcomes?|circulated)\b/;
const toBody =
  /\b(?:submit|provide|present)\b.{0,120}\bto (?:the |this |full |Full |next )?(?:[\w&'’-]{1,25} ){0,4}(?:[Bb]oard|[Cc]ommittee|[Cc]ouncil|[Cc]abinet|[Ee]xecutive|[Gg]overning [Bb]ody|[Mm]embers|[Mm]eeting|[Pp]anel)\b|\bbring forward\b|\b(?:further|progress|annual|updated?|interim|final) (?:report|paper|update|information)\b/;

const toCome =
  /\b(?:will|would|shall|should|could|must|is to|are to|to be|be \w{1,20}(?:ed|en|ught|t)|is due|are due|due (?:in|by|to)|asks?|asked|requests?|requested|ASKED|agreed?s?|expected|resolved|RESOLVED|AGREED|[Dd]eferred|DEFERRED|defer|[Cc]arried forward|[Hh]eld over|intends?|plan(?:s|ning)? to|offered|offers?|undertook|undertakes|undertaken to|committed to|agreement|can be|to (?:report|bring|return|submit|present|come|review|update|provide|discuss|consider|receive|attend|investigate|include|hold|revisit|publish|feed)|followed by|[Rr]eview|[Bb]ring|[Pp]resent|[Rr]eport back|Dec Agenda)\b/;
const done =
  /\b(?:was|were|had been|has been|have been|had) (?:\w{1,14}ly )?(?:reported|presented|submitted|reviewed|updated|published|considered|informed|discussed|received|circulated|brought|returned)\b/;
/** "the next meeting for 2Mill will be on the 24th": another body's. */
const anotherNext = /\bnext meeting for [A-Z0-9]/;
/** "which is due out in November" describes something else; the minutes' own meeting dates are not promises either. */
const aside =
  /\bwhich (?:is|are|was|were) due\b|\b(?:next|date of (?:the )?next) meeting (?:is|was|will|would) (?:to )?(?:be )?(?:held|on|at|take place|planned)|^(?:the )?(?:date|dates) of (?:the )?next\b|^next meeting\b|^For next meeting\b/i;

/**
 * Whether a clause promises that something comes back to a body, and when. Null when it does not; the traps are times in
 * descriptions ("over the next 12 months"), things already done, and the date of the next meeting itself.
 */
export function reportBackIn(words: string, mood: Mood, context: TimeContext): ReportBack | null {
  if (aside.test(words) || anotherNext.test(words)) return null;
  const isDone = done.test(words) && !/\b(?:will|would|shall|be|to)\b/.test(words.replace(/\bto be held\b/, ''));
  if (isDone) return null;
  const prospective = mood === 'decision' || mood === 'action' || toCome.test(words);
  if (!prospective) return null;
  const phrases = timePhrasesIn(words, context).filter((phrase) => isPromised(words, phrase, mood));
  const phrase = bestPhrase(phrases, words);
  if (phrase !== null)
    return {
      phrase,
      reason: `“${phrase.raw}” says when it comes back.`,
      confidence: phrase.sort === 'vague' ? 'likely' : 'certain',
    };
  return back.test(words) && mood !== 'paper'
    ? { phrase: null, reason: 'It is to be reported back, with no time said.', confidence: 'likely' }
    : null;
}

function isPromised(words: string, phrase: TimePhrase, mood: Mood): boolean {
  const without = `${words.slice(0, phrase.start)} ${words.slice(phrase.end)}`;
  if (phrase.sort === 'vague') return announces.test(without) && mood !== 'paper';
  if (phrase.sort === 'day' && /\b(?:held|take place) $/.test(words.slice(0, phrase.start)) && mood === 'talk')
    return false;
  if (phrase.sort === 'meeting') return isToMeeting(without, phrase, mood);
  if (phrase.sort === 'recurring')
    return /\b(?:brought|submitted|presented|reported|come|bring|reviewed|updates?|reports?|continue)\b/.test(without);
  return returns.test(without) || toBody.test(without) || back.test(without) || /\breferred to\b/.test(without);
}

function isToMeeting(without: string, phrase: TimePhrase, mood: Mood): boolean {
  if (/^(?:by|before|prior|ahead|in advance|on or|no later|not later)/i.test(phrase.raw))
    return returns.test(without) || back.test(without);
  if (mood === 'decision' || mood === 'action') return returns.test(without) || toMeeting.test(without);
  return returns.test(without) || toMeeting.test(without);
}

const order = ['meeting', 'day', 'deadline', 'period', 'relative', 'recurring', 'vague'];

/** A time with days in it is taken before one without, then the nearest after the verb that brings it back. */
function bestPhrase(phrases: readonly TimePhrase[], words: string): TimePhrase | null {
  const verbAt = words.search(returns);
  const score = (phrase: TimePhrase): number =>
    (phrase.relative !== null && !/^after/i.test(phrase.raw)
      ? 0
      : phrase.reckoned !== null
        ? 2
        : phrase.recurring?.startsWith('every')
          ? 4
          : 6) +
    (phrase.start < verbAt ? 1 : 0) +
    order.indexOf(phrase.sort) / 10;
  return phrases.toSorted((a, b) => score(a) - score(b) || a.start - b.start)[0] ?? null;
}
