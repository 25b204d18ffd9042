import { type WrittenRules, writtenRules } from '../../../shared/domain/bodies/procedure.ts';
import { usualWrittenRules } from '../../../shared/domain/bodies/procedure-presets.ts';
import { say } from '../../../shared/pages/say.ts';
import type { Typed } from '../typed-form.ts';

/** How a body decides in writing, as the fields of the form. */
export function typedOfWritten(rules: WrittenRules | null): Typed {
  const from = rules ?? usualWrittenRules;
  return {
    writtenMajority: from.majority,
    writtenDays: String(from.daysToAnswer),
    writtenEarly: from.closesEarly ? 'yes' : '',
    writtenNamed: from.namesVotes === true ? 'yes' : '',
  };
}

const numberIn = (text: string): number => (/^\d{1,2}$/.test(text) ? Number(text) : Number.NaN);

/** The rules as typed, to be parsed with the procedure; a form without their fields means those of the preset. */
export function writtenTyped(typed: Typed, preset: WrittenRules | null): unknown {
  // What statute forbids stays forbidden, whatever is ticked: Sch 12 para 39 LGA 1972 wants members present and voting.
  if (preset === null || typed['writtenResolutions'] !== 'yes') return null;
  if (typed['writtenMajority'] === undefined) return preset;
  return {
    majority: typed['writtenMajority'],
    // A tick that is not made is not sent.
    closesEarly: typed['writtenEarly'] === 'yes',
    namesVotes: typed['writtenNamed'] === 'yes',
    daysToAnswer: numberIn(typed['writtenDays'] ?? ''),
  };
}

/** The choices of the majority, for the form. */
export function majorityItems(chosen: string | undefined) {
  return writtenRules.shape.majority.options.map((value) => ({
    value,
    text: say('procedure', `majority-${value}`),
    selected: value === chosen,
  }));
}

/** The rules in one sentence. */
export function writtenWords(rules: WrittenRules): string {
  const { majority, daysToAnswer, closesEarly, namesVotes } = rules;
  const how = say('procedure', closesEarly ? 'writtenWordsEarly' : 'writtenWords', {
    majority: say('procedure', `majority-${majority}`),
    days: say('procedure', 'workingDays', { count: daysToAnswer }),
  });
  return `${how} ${say('procedure', namesVotes === true ? 'writtenNames' : 'writtenNumbers')}`;
}
