import type { CallInRule, SignatoryRule } from '../bodies/procedure.ts';
import { type Day, londonDay } from '../calendar/day.ts';
import { type Calendar, workingDaysBetween } from '../calendar/working-days.ts';
import type { CallInRequest, Signatory } from './call-in-request.ts';
import type { Decision } from './decision.ts';
import type { Window } from './standing.ts';

/** What a signatory is on the day they sign: only members of the council who are not of the executive count. */
export type SignatoryFacts = {
  readonly councillor: boolean;
  readonly executive: boolean;
  readonly scrutinyChair: boolean;
};

export type Facts = ReadonlyMap<string, SignatoryFacts>;

const counts = (facts: SignatoryFacts | undefined): boolean => facts?.councillor === true && !facts.executive;

const signed = (signatories: readonly Signatory[], facts: Facts) =>
  [...new Map(signatories.map((one) => [one.personId, one])).values()].flatMap(({ personId, signedAt }) => {
    const what = facts.get(personId);
    return signedAt !== null && what && counts(what) ? [{ at: signedAt, scrutinyChair: what.scrutinyChair }] : [];
  });

type Signed = { readonly at: string; readonly scrutinyChair: boolean };

/** When one rule was met: the moment of the last signature it needed; null while it is not. */
function metAt(rule: SignatoryRule, all: readonly Signed[]): string | null {
  const byTime = all.toSorted((a, b) => a.at.localeCompare(b.at));
  if (!rule.scrutinyChair) return byTime[rule.members - 1]?.at ?? null;
  const chair = byTime.find(({ scrutinyChair }) => scrutinyChair);
  const last = byTime.filter((one) => one !== chair)[rule.members - 1];
  if (!chair || !last) return null;
  return chair.at > last.at ? chair.at : last.at;
}

/** When a request had the signatures that the procedure asks for: by the first of its rules that was met. */
export function wholeAt(signatories: readonly Signatory[], rule: CallInRule, facts: Facts): string | null {
  const all = signed(signatories, facts);
  return (
    rule.signatories
      .flatMap((one) => metAt(one, all) ?? [])
      .toSorted((a, b) => a.localeCompare(b))
      .at(0) ?? null
  );
}

/** One thing that a call-in must be, and whether this one is. */
export type Finding =
  | { readonly check: 'kind'; readonly ok: boolean; readonly why: KindWord }
  | { readonly check: 'signatories'; readonly ok: boolean; readonly counted: number; readonly notCounted: number }
  | { readonly check: 'in-time'; readonly ok: boolean; readonly received: Day | null; readonly late: number };

export type KindWord =
  | 'open'
  | 'not-published'
  | 'waived-urgent'
  | 'waived-not-executive'
  | 'waived-recommendation'
  | 'waived-already-called-in'
  | 'called-in-before';

/** May a decision of this kind be called in, whoever asks and whenever? */
export function kindOf({ callIn, published, calledInBy }: Decision, requestId: string | null): KindWord {
  if (callIn.sort === 'waived') return `waived-${callIn.why}`;
  if (published === null) return 'not-published';
  return calledInBy !== null && calledInBy !== requestId ? 'called-in-before' : 'open';
}

type Judged = {
  readonly decision: Decision;
  readonly request: Pick<CallInRequest, 'id' | 'signatories'>;
  readonly window: Window | null;
  readonly rule: CallInRule;
  readonly facts: Facts;
  readonly calendar: Calendar;
};

/**
 * Is a request a valid call-in? Three questions, each with its reason: may a decision of this kind be called in, have
 * enough members signed who may, and had they by the day and time at which the window closes. Grounds are read by a
 * person. LGA 2000 s.9F leaves all of it to standing orders: the body's procedure.
 */
export function callInFindings({ decision, request, window, rule, facts, calendar }: Judged): Finding[] {
  const whole = wholeAt(request.signatories, rule, facts);
  const withSignature = request.signatories.filter(({ signedAt }) => signedAt !== null);
  const counted = signed(request.signatories, facts).length;
  const why = kindOf(decision, request.id);
  const received = whole === null ? null : londonDay(whole);
  const inTime = window !== null && whole !== null && whole <= window.closesAt;
  const late =
    inTime || window === null || received === null ? 0 : workingDaysBetween(window.closesOn, received, calendar);
  return [
    { check: 'kind', ok: why === 'open', why },
    { check: 'signatories', ok: whole !== null, counted, notCounted: withSignature.length - counted },
    { check: 'in-time', ok: inTime, received, late },
  ];
}

/** Valid when nothing was found against it. */
export function isValid(findings: readonly Finding[]): boolean {
  return findings.every(({ ok }) => ok);
}
