import {
  type QuestionRules,
  questionRules,
  refusalReasons,
  type SortRules,
  type SubmissionSort,
  submissionSorts,
} from '../../../shared/domain/questions/question-rules.ts';
import { say } from '../../../shared/pages/say.ts';
import type { Fields } from '../route.ts';
import { dayBoxes, dayTyped, type Typed, typedIn, type Wrong } from '../typed-form.ts';

/** The numbers of one sort, in the order of the form; the last two may be left empty. */
const numbers = ['workingDaysBefore', 'mostWords', 'mostPerPerson', 'minutes'] as const;
const optional = ['mostPerMeeting', 'signaturesThatMatter'] as const;

const nameOf = (sort: SubmissionSort, field: string): string => `${sort}-${field}`;

/** The rules as text by field. */
export function typedOfRules(rules: QuestionRules): Typed {
  const ofSort = (sort: SubmissionSort): Typed => {
    const own = rules[sort];
    if (own === null) return { [nameOf(sort, 'taken')]: 'no' };
    const all = [...numbers, ...optional].map((field) => [nameOf(sort, field), String(own[field] ?? '')]);
    return { [nameOf(sort, 'taken')]: 'yes', [nameOf(sort, 'time')]: own.time, ...Object.fromEntries(all) };
  };
  return {
    ...Object.assign({}, ...submissionSorts.map(ofSort)),
    ...dayBoxes('from', null),
    sourceOfRule: rules.sourceOfRule,
    monthsKept: String(rules.monthsKept),
  };
}

const figure = (text: string): number => (/^\d{1,7}$/.test(text) ? Number(text) : Number.NaN);

/** One sort as it was typed, to be parsed; null where it is not taken. */
function sortTyped(typed: Typed, sort: SubmissionSort): Record<keyof SortRules, unknown> | null {
  const field = (name: string): string => typed[nameOf(sort, name)] ?? '';
  if (field('taken') !== 'yes') return null;
  const maybe = (name: string) => (field(name) === '' ? null : figure(field(name)));
  return {
    workingDaysBefore: figure(field('workingDaysBefore')),
    time: field('time'),
    mostWords: figure(field('mostWords')),
    mostPerPerson: figure(field('mostPerPerson')),
    minutes: figure(field('minutes')),
    mostPerMeeting: maybe('mostPerMeeting'),
    signaturesThatMatter: maybe('signaturesThatMatter'),
  };
}

type About = { readonly id: string; readonly bodyId: string; readonly today: string };

/** Reads the form: the rules, or what is wrong by field. */
export function readRules(form: Fields, { id, bodyId, today }: About): QuestionRules | readonly Wrong[] {
  const typed = typedIn(form);
  const from = dayTyped(typed, 'from');
  const parsed = questionRules.safeParse({
    id,
    bodyId,
    from,
    to: null,
    sourceOfRule: typed['sourceOfRule'] ?? '',
    ...Object.fromEntries(submissionSorts.map((sort) => [sort, sortTyped(typed, sort)])),
    reasons: refusalReasons.filter((reason) => form.all('reasons').includes(reason)),
    monthsKept: figure(typed['monthsKept'] ?? ''),
  });
  const early = from !== null && from !== 'wrong' && from < today;
  const wrong = [
    ...(early ? [{ field: 'from', text: say('questions', 'rulesEarly') }] : []),
    ...(parsed.error?.issues ?? []).map(({ path: [field = '', inner] }) => ({
      field: inner === undefined || field === 'reasons' ? String(field) : `${String(field)}-${String(inner)}`,
      text: say('questions', field === 'from' ? 'rulesNeedDay' : 'rulesWrong'),
    })),
  ];
  return parsed.success && wrong.length === 0 ? parsed.data : wrong;
}

/** The fields of each sort as a page shows them. */
export function sortFields(typed: Typed, errors: Record<string, { text: string }>) {
  return submissionSorts.map((sort) => ({
    title: say('questions', `sort-${sort}`),
    taken: {
      name: nameOf(sort, 'taken'),
      items: (['yes', 'no'] as const).map((value) => ({
        value,
        text: say('questions', `taken-${value}`),
        checked: typed[nameOf(sort, 'taken')] === value,
      })),
    },
    lines: (
      [
        'workingDaysBefore',
        'time',
        'mostWords',
        'mostPerPerson',
        'mostPerMeeting',
        'minutes',
        'signaturesThatMatter',
      ] as const
    )
      .filter((field) => field !== 'signaturesThatMatter' || sort === 'petition')
      .map((field) => ({
        name: nameOf(sort, field),
        label: say('questions', `label-${field}`),
        value: typed[nameOf(sort, field)] ?? '',
        error: errors[nameOf(sort, field)],
      })),
  }));
}
