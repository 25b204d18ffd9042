import { holdersOf, ORGANISATION } from '../../../shared/domain/bodies/membership.ts';
import type { Day } from '../../../shared/domain/calendar/day.ts';
import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import { BY_QUORATE, type CallInRequest, type Signatory } from '../../../shared/domain/decisions/call-in-request.ts';
import type { Facts, SignatoryFacts } from '../../../shared/domain/decisions/call-in-validity.ts';
import { isOpenToCallIn, judgedBy } from '../../../shared/domain/decisions/standing.ts';
import { formatMoment, formatTime } from '../../../shared/pages/day-words.ts';
import { say } from '../../../shared/pages/say.ts';
import type { BodyContext } from '../../../shared/store/body-context.ts';
import type { DecisionAround } from '../../../shared/store/decision-around.ts';
import { ruleWords } from './call-in-words.ts';

export type Names = ReadonlyMap<string, string>;

/** The tone of a request's status. */
export const requestKinds = {
  open: 'due',
  valid: 'stop',
  'not-valid': 'open',
  withdrawn: 'open',
  lapsed: 'open',
} as const;

const whenWords = ({ signedAt, how, seenBy }: Signatory, names: Names): string => {
  if (signedAt === null || how === null) return say('decisions', 'notSigned');
  return say('decisions', `how-${how}`, { when: formatMoment(signedAt), who: names.get(seenBy ?? '') ?? '' });
};

const countWords = (facts: SignatoryFacts | undefined): string => {
  if (!facts?.councillor) return say('decisions', 'counts-not-councillor');
  if (facts.executive) return say('decisions', 'counts-executive');
  return say('decisions', facts.scrutinyChair ? 'counts-chair' : 'counts-yes');
};

/** Who is named, whether they count, and when they signed. */
export function signatoryRows({ signatories }: CallInRequest, { names, facts }: { names: Names; facts: Facts }) {
  return signatories.map((one) => [
    names.get(one.personId) ?? one.personId,
    countWords(facts.get(one.personId)),
    whenWords(one, names),
  ]);
}

/** Those who judge call-ins that day: the monitoring officer and the proper officer. */
export function judgesOf({ memberships }: Pick<BodyContext, 'memberships'>, today: Day): string[] {
  const offices = ['monitoring-officer', 'proper-officer'] as const;
  return [...new Set(offices.flatMap((office) => holdersOf(memberships, ORGANISATION, office, today)))];
}

type Around = Pick<DecisionAround, 'record' | 'window' | 'context'>;

/** Of a request that nobody has judged: who must, by when, and what comes of it otherwise. */
export function toJudgeWords(
  { record, window, context }: Around,
  { names, today }: { names: Names; today: Day },
): { short: string; lines: string[] } {
  if (window === null || !isOpenToCallIn(record)) {
    const text = say('decisions', 'toJudgeClosed');
    return { short: text, lines: [text] };
  }
  const by = judgedBy(window);
  const judges = judgesOf(context, today).map((id) => names.get(id) ?? id);
  const slots = { day: formatDay(by), who: judges.join(', ') || say('decisions', 'nobodyJudges') };
  return {
    short: say('decisions', 'toJudgeByShort', slots),
    lines: [
      say('decisions', 'toJudgeBy', slots),
      ...(today > by ? [say('decisions', 'toJudgeLate', slots)] : []),
      say('decisions', 'toJudgeEnd'),
    ],
  };
}

/** To a member who is not named: that they may sign, and by when. */
export function invitationWords({ window, context }: Around): string | null {
  const rule = context.procedure.callIn;
  if (window === null || rule === null) return null;
  const slots = { rule: ruleWords(rule), day: formatDay(window.closesOn), time: formatTime(rule.closesAt) };
  return say('decisions', 'youMay', slots);
}

/** What ended a request, and who said so. */
export function judgementView({ judgement }: CallInRequest, names: Names) {
  if (judgement === null) return null;
  const day = formatDay(judgement.on);
  const source =
    judgement.by === BY_QUORATE
      ? say('decisions', 'judgedByQuorate', { day })
      : say('decisions', 'judgedOn', { day, who: names.get(judgement.by) ?? judgement.by });
  return { reason: judgement.reason, source };
}
