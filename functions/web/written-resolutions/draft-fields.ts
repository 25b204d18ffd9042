import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import { type Calendar, whyNotWorking } from '../../../shared/domain/calendar/working-days.ts';
import { earliestClosing, wrongClosing } from '../../../shared/domain/written-resolutions/allowed.ts';
import { partsIn, textOfParts } from '../../../shared/domain/written-resolutions/parts.ts';
import { type Asked, asked, type Terms } from '../../../shared/domain/written-resolutions/written-resolution.ts';
import { type Key, say } from '../../../shared/pages/say.ts';
import { dayBoxes, dayTyped, type Faults, faultsOf, type Typed, type Wrong } from '../typed-form.ts';

export const draftDays = ['requestedOn', 'closes'] as const;

/** A draft as the fields of its form. */
export function typedOfDraft(which: Asked): Typed {
  return {
    title: which.title,
    text: textOfParts(which.parts),
    background: which.background ?? '',
    paper: which.paper ?? '',
    requestedBy: which.requestedBy,
    ...dayBoxes('requestedOn', which.requestedOn),
    ...dayBoxes('closes', which.closes.day),
    closesTime: which.closes.time,
    accessClass: which.accessClass,
  };
}

export type DraftFacts = {
  readonly now: string;
  readonly today: string;
  readonly rules: Terms;
  readonly calendar: Calendar;
  /** Who may have asked for it: the chair and the vice-chair. */
  readonly requesters: readonly string[];
};

const wrong = (field: string, key: Key<'written'>, slots: Record<string, string> = {}): Wrong => ({
  field,
  text: say('written', key, slots),
});

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

function closingFaults(typed: Typed, { now, today, rules, calendar }: DraftFacts): Wrong[] {
  const day = dayTyped(typed, 'closes');
  const time = typed['closesTime'] ?? '';
  const noTime = TIME.test(time) ? [] : [wrong('closesTime', 'needTime')];
  if (day === null) return [wrong('closes', 'needClosing'), ...noTime];
  if (day === 'wrong') return [wrong('closes', 'noSuchDay'), ...noTime];
  if (noTime.length > 0) return noTime;
  const problem = wrongClosing({ day, time }, { now, today, rules, calendar });
  if (problem === null) return [];
  return [
    wrong('closes', `closing-${problem}`, {
      earliest: formatDay(earliestClosing(today, rules, calendar)),
      why: whyNotWorking(day, calendar) ?? '',
    }),
  ];
}

function requestFaults(typed: Typed, { today, requesters }: DraftFacts): Wrong[] {
  const on = dayTyped(typed, 'requestedOn');
  return [
    ...(requesters.includes(typed['requestedBy'] ?? '') ? [] : [wrong('requestedBy', 'needRequester')]),
    ...(on === null ? [wrong('requestedOn', 'needRequestedOn')] : []),
    ...(on === 'wrong' ? [wrong('requestedOn', 'noSuchDay')] : []),
    ...(on !== null && on !== 'wrong' && on > today ? [wrong('requestedOn', 'requestedLater')] : []),
  ];
}

const orNull = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);

const shapes: readonly (readonly [field: string, of: keyof Asked, empty: Key<'written'>])[] = [
  ['title', 'title', 'needTitle'],
  ['text', 'parts', 'needText'],
  ['background', 'background', 'tooLong'],
  ['paper', 'paper', 'tooLong'],
];

/** Reads the form of a draft: what is asked, or what is wrong with it, field by field. */
export function readDraft(typed: Typed, facts: DraftFacts): Asked | Faults {
  const on = dayTyped(typed, 'requestedOn');
  const closes = { day: dayTyped(typed, 'closes'), time: typed['closesTime'] };
  const read = asked.safeParse({
    title: typed['title'],
    parts: partsIn(typed['text'] ?? ''),
    background: orNull(typed['background']),
    paper: orNull(typed['paper']),
    requestedBy: typed['requestedBy'],
    requestedOn: on,
    closes,
    accessClass: typed['accessClass'] === 'private' ? 'private' : 'internal',
  });
  const issues = read.error?.issues.map(({ path }) => String(path[0])) ?? [];
  const shapeFaults = shapes
    .filter(([, of]) => issues.includes(of))
    .map(([field, , empty]) => wrong(field, (typed[field] ?? '') === '' ? empty : 'tooLong'));
  const faults = [...shapeFaults, ...requestFaults(typed, facts), ...closingFaults(typed, facts)];
  return read.success && faults.length === 0 ? read.data : faultsOf(faults, draftDays);
}
