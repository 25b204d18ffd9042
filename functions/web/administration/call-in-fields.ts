import type { CallInRule } from '../../../shared/domain/bodies/procedure.ts';
import { usualCallIn } from '../../../shared/domain/bodies/procedure-presets.ts';
import { formatTime } from '../../../shared/pages/day-words.ts';
import { say } from '../../../shared/pages/say.ts';
import type { Typed } from '../typed-form.ts';

const withChair = ({ signatories }: CallInRule) => signatories.find(({ scrutinyChair }) => scrutinyChair);
const membersAlone = ({ signatories }: CallInRule) => signatories.find(({ scrutinyChair }) => !scrutinyChair);

/** The rule of call-in as the fields of the form. */
export function typedOfCallIn(rule: CallInRule | null): Typed {
  const from = rule ?? usualCallIn;
  return {
    callInDays: String(from.workingDays),
    callInClosesAt: from.closesAt,
    callInMembers: String(membersAlone(from)?.members ?? ''),
    callInWithChair: String(withChair(from)?.members ?? ''),
    callInHeardBy: from.heardBy ?? '',
  };
}

const numberIn = (text: string): number => (/^\d{1,3}$/.test(text) ? Number(text) : Number.NaN);

/** The rule as typed, to be parsed with the procedure; what the form did not send goes on as it was. */
export function callInTyped(typed: Typed, now: CallInRule | null): unknown {
  const field = { ...typedOfCallIn(now), ...typed };
  const rules = [
    { members: field['callInMembers'] ?? '', scrutinyChair: false },
    { members: field['callInWithChair'] ?? '', scrutinyChair: true },
  ].filter(({ members }) => members !== '');
  return {
    workingDays: numberIn(field['callInDays'] ?? ''),
    closesAt: field['callInClosesAt'],
    signatories: rules.map(({ members, scrutinyChair }) => ({ members: numberIn(members), scrutinyChair })),
    heardBy: field['callInHeardBy'] === '' ? null : field['callInHeardBy'],
  };
}

/** The rule in one sentence. */
export function callInWords(rule: CallInRule): string {
  const [alone, chair] = [membersAlone(rule), withChair(rule)];
  const who = [
    ...(alone ? [say('procedure', 'callInAlone', { count: alone.members })] : []),
    ...(chair ? [say('procedure', 'callInChair', { count: chair.members })] : []),
  ];
  const days = say('procedure', 'workingDays', { count: rule.workingDays });
  return say('procedure', 'callInWords', {
    days,
    time: formatTime(rule.closesAt),
    who: who.join(say('procedure', 'or')),
  });
}
