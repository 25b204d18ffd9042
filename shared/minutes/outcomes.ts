import type { Outcome } from './find.ts';

/** The verbs that carry an outcome, each in the forms minutes use: "be noted", "to note", "notes", "NOTED". */
const verbs: readonly { outcome: Outcome; shape: RegExp }[] = [
  {
    outcome: 'recommended',
    shape: /\b(?:be|is|are|was|were) recommended to\b|\brecommend(?:s|ed)?\b|\bRECOMMEND(?:S|ED)?\b/,
  },
  {
    outcome: 'deferred',
    shape:
      /\b(?:be|was|were|is|are|been|–|-) ?(?:deferred|postponed|adjourned|held over|put on hold|left until|moved from)\b|\b(?:to )?(?:defer|postpone)s?\b|\bDEFERRED\b|^deferred\b|\bDeferred\b|\bmoved from .{0,40} to the meeting\b|\buntil further notice\b|\b(?:be |was )?brought (?:back )?to the next meeting\b|\bnothing could be decided\b|\bcannot be considered\b/,
  },
  {
    outcome: 'referred',
    shape:
      /\b(?:be|was|were|is) (?:referred|remitted) (?:back )?to\b|\b(?:to )?(?:refer|remit)s? (?!to\b)|\bREFERRED\b|\bremits? (?:to|back)\b/,
  },
  { outcome: 'delegated', shape: /\b(?:was|were) delegated to\b/ },
  {
    outcome: 'rejected',
    shape:
      /\b(?:be|was|were) (?:refused|rejected|lost|defeated|turned down|declined|dismissed|not (?:approved|supported|agreed|adopted))\b|\bnot (?:be )?(?:approved|supported|adopted)\b|\b(?:to )?(?:refuse|reject)s?\b|\brejected\b|\bdisagreed\b|\bREJECTED\b|\bREFUSED\b|\bnot to \w|\bto be lost\b|\b(?:LOST|lost|defeated)\b|\bno seconder\b|\babandon(?:ed)?\b|\bnot possible to\b/,
  },
  { outcome: 'withdrawn', shape: /\b(?:be|was|were) withdrawn\b/ },
  {
    outcome: 'noted',
    shape:
      /\b(?:be|was|were|is|are|and|fully|duly) noted\b|\bto note\b|^notes?\b|^noted\b|^Note[sd]?\b|\bNOTE[SD]?\b|\bnoted\b|\bto receive\b(?! an?\b)|^receives?\b(?! an?\b)|\bRECEIVED\b|\bbe received\b(?! and (?:approved|adopted))|\btaken as read\b/,
  },
  {
    outcome: 'approved',
    shape:
      /\b(?:be|was|were|is|are|and|been) (?:\w{1,14}ly )?(?:approved|agreed|adopted|accepted|endorsed|ratified|confirmed|signed|supported|authorised|appointed|elected|excluded|established|submitted(?! and)|presented(?! and)|granted|set up|continued?|reviewed|received and (?:approved|adopted))\b|\bto (?:approve|agree|adopt|accept|endorse|ratify|confirm|support|authorise|appoint|award|establish|instruct|ask|write|delegate|purchase|pay|donate|offer|set|object)\b|^(?:approves?|agrees?|adopts?|accepts?|endorses?|ratifies|ratify|confirms?|supports?|authorises?|appoints?|delegates?|requests?|instructs?|asks?|asked|requested|approved|agreed|object|no objection)\b|\b(?:APPROVE[SD]?|ASKED|ADOPTED|ENDORSED|ACCEPTED|REQUESTED|AUTHORISED|CONFIRMED)\b|\bno objections?\b|\bNO (?:OBJECTIONS?|OBSERVATIONS?)\b/,
  },
];

/**
 * The outcome said by a decision's own words: whichever verb comes first, with a verb that begins the words before any other.
 * `'approved'` when none does, since a thing resolved is agreed.
 */
export function outcomeOf(words: string): Outcome {
  const text = words.replace(/^(?:that |That |to |To )(?=\w)/, '').replace(/subject to [^,]{0,120},/i, '');
  if (/\bnoted (?:that )?they were (?:content|happy|satisfied)\b/.test(words)) return 'approved';
  let best: { outcome: Outcome; at: number } | null = null;
  for (const { outcome, shape } of verbs) {
    const at = text.search(shape);
    if (at !== -1 && (best === null || at < best.at)) best = { outcome, at };
  }
  return best?.outcome ?? 'approved';
}
