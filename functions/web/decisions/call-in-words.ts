import type { CallInRule } from '../../../shared/domain/bodies/procedure.ts';
import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import type { Finding } from '../../../shared/domain/decisions/call-in-validity.ts';
import type { Window } from '../../../shared/domain/decisions/standing.ts';
import { formatTime } from '../../../shared/pages/day-words.ts';
import { say } from '../../../shared/pages/say.ts';

/** Who may call in, as the procedure has it. */
export function ruleWords({ signatories }: CallInRule): string {
  return signatories
    .map(({ members, scrutinyChair }) =>
      say('decisions', scrutinyChair ? 'ruleChair' : 'ruleAlone', { count: members }),
    )
    .join(say('decisions', 'or'));
}

type Around = { rule: CallInRule | null; window: Window | null };

function signatoriesText(
  { ok, counted, notCounted }: Extract<Finding, { check: 'signatories' }>,
  { rule }: Around,
): string {
  const slots = { count: counted, rule: rule === null ? '' : ruleWords(rule) };
  const text = say('decisions', ok ? 'signatoriesMet' : 'signatoriesShort', slots);
  return notCounted === 0 ? text : `${text} ${say('decisions', 'signatoriesNotCounted', { count: notCounted })}`;
}

function inTimeText({ ok, received, late }: Extract<Finding, { check: 'in-time' }>, { rule, window }: Around): string {
  if (window === null || rule === null) return say('decisions', 'inTimeNoWindow');
  const closes = { closes: formatDay(window.closesOn), time: formatTime(rule.closesAt) };
  if (received === null) return say('decisions', 'inTimeNone', closes);
  const slots = { ...closes, day: formatDay(received), count: late };
  if (ok) return say('decisions', 'inTimeMet', slots);
  return say('decisions', late === 0 ? 'inTimeLateSameDay' : 'inTimeLate', slots);
}

const textOf = (finding: Finding, around: Around): string => {
  if (finding.check === 'kind') return say('decisions', `kind-${finding.why}`);
  return finding.check === 'signatories' ? signatoriesText(finding, around) : inTimeText(finding, around);
};

/** What the procedure finds, each with its reason. */
export function findingRows(findings: readonly Finding[], around: Around) {
  return findings.map((finding) => ({
    status: {
      kind: finding.ok ? 'done' : 'late',
      text: say('decisions', finding.ok ? 'findingYes' : 'findingNo'),
    },
    title: say('decisions', `check-${finding.check}`),
    text: textOf(finding, around),
  }));
}
