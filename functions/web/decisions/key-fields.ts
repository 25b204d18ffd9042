import type { Decision } from '../../../shared/domain/decisions/decision.ts';
import type { KeyRoute, UrgencyAgreement } from '../../../shared/domain/decisions/key-route.ts';
import { dayBoxes, dayTyped, type Typed, type Wrong } from '../typed-form.ts';
import { wrong } from './fields.ts';

type KeyPart = { key: Decision['key']; route: KeyRoute | null; faults: Wrong[] };

const textIn = (typed: Typed, name: string): string => typed[name] ?? '';
const dayIn = (typed: Typed, name: string): string | null => {
  const day = dayTyped(typed, name);
  return day === 'wrong' ? null : day;
};

/** Whether it is a key decision and by which lawful way, as the fields of the form. */
export function typedOfKeyPart({ key, keyRoute }: Pick<Decision, 'key' | 'keyRoute'>): Typed {
  const route = keyRoute?.sort ?? 'none';
  return {
    key: key === null ? '' : key.sort === 'not-key' ? 'not-key' : key.ground,
    keyWhy: key?.why ?? '',
    route,
    ...(keyRoute?.sort === 'notice' ? { noticeId: keyRoute.noticeId ?? '' } : {}),
    ...(keyRoute?.sort === 'general-exception' ? typedOfException(keyRoute) : {}),
    ...(keyRoute?.sort === 'special-urgency' ? typedOfAgreement(keyRoute.agreement) : {}),
  };
}

type Exception = Extract<KeyRoute, { sort: 'general-exception' }>;

/** The general exception as the fields of a form. */
export function typedOfException(route: Exception): Typed {
  return {
    geInformed: route.informed,
    ...dayBoxes('geToldOn', route.informedOn ?? null),
    ...dayBoxes('geDay', route.noticeAvailableOn),
    geWhy: route.whyImpracticable,
  };
}

/** Who was told and when, the day of the notice and why there was no earlier one: any of them may be wanting. */
export function readException(typed: Typed): { route: Exception; faults: Wrong[] } {
  return {
    route: {
      sort: 'general-exception',
      informed: textIn(typed, 'geInformed'),
      informedOn: dayIn(typed, 'geToldOn'),
      noticeAvailableOn: dayIn(typed, 'geDay'),
      whyImpracticable: textIn(typed, 'geWhy'),
    },
    faults: ['geToldOn', 'geDay'].flatMap((name) =>
      dayTyped(typed, name) === 'wrong' ? [wrong(name, 'noSuchDay')] : [],
    ),
  };
}

/** The agreement of special urgency as the fields of a form. */
export function typedOfAgreement(agreement: UrgencyAgreement): Typed {
  return {
    suBy: agreement.agreedBy,
    suName: agreement.name,
    ...dayBoxes('suDay', agreement.agreedOn),
    suNoScrutiny: agreement.noScrutinyChair,
    suNoCouncil: agreement.noCouncilChair,
    suWhy: agreement.whyUrgent,
  };
}

const offices = ['scrutiny-chair', 'council-chair', 'council-vice-chair'] as const;

/** Who agreed that it is urgent, and why each step before was passed over; null while nobody is chosen. */
export function readAgreement(typed: Typed): UrgencyAgreement | null {
  const agreedBy = offices.find((one) => one === typed['suBy']);
  if (agreedBy === undefined) return null;
  return {
    agreedBy,
    name: textIn(typed, 'suName'),
    agreedOn: dayIn(typed, 'suDay'),
    noScrutinyChair: textIn(typed, 'suNoScrutiny'),
    noCouncilChair: textIn(typed, 'suNoCouncil'),
    whyUrgent: textIn(typed, 'suWhy'),
  };
}

function readRoute(
  typed: Typed,
  noticePublishedOn: (id: string) => string | null,
): { route: KeyRoute | null; faults: Wrong[] } {
  switch (typed['route']) {
    case 'notice': {
      const noticeId = textIn(typed, 'noticeId');
      if (noticeId === '') return { route: null, faults: [wrong('noticeId', 'needNotice')] };
      return { route: { sort: 'notice', noticeId, publishedOn: noticePublishedOn(noticeId) }, faults: [] };
    }
    case 'general-exception':
      return readException(typed);
    case 'special-urgency': {
      const agreement = readAgreement(typed);
      const day = dayTyped(typed, 'suDay') === 'wrong' ? [wrong('suDay', 'noSuchDay')] : [];
      if (agreement === null) return { route: null, faults: [wrong('suBy', 'needUrgency'), ...day] };
      return { route: { sort: 'special-urgency', agreement }, faults: day };
    }
    default:
      return { route: null, faults: [] };
  }
}

const grounds = ['money', 'wards', 'both'] as const;

function readKey(typed: Typed): { key: Decision['key']; faults: Wrong[] } {
  const why = textIn(typed, 'keyWhy');
  const chosen = textIn(typed, 'key');
  if (chosen === '') return { key: null, faults: [] };
  if (why === '') return { key: null, faults: [wrong('keyWhy', 'needKeyWhy')] };
  const ground = grounds.find((one) => one === chosen);
  return { key: ground ? { sort: 'key', ground, why } : { sort: 'not-key', why }, faults: [] };
}

/** Reads whether it is a key decision, why, and by which lawful way. Only an executive makes key decisions. */
export function readKeyPart(
  typed: Typed,
  { executive, noticePublishedOn }: { executive: boolean; noticePublishedOn: (id: string) => string | null },
): KeyPart {
  const { key, faults } = readKey(typed);
  const isKey = key?.sort === 'key';
  if (isKey && !executive) return { key, route: null, faults: [...faults, wrong('key', 'notKeyHere')] };
  if (!isKey) return { key, route: null, faults };
  const { route, faults: ofRoute } = readRoute(typed, noticePublishedOn);
  return { key, route, faults: [...faults, ...ofRoute] };
}
