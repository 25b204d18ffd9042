import type { Role } from '../../../shared/domain/bodies/membership.ts';
import { capacity } from '../../../shared/domain/bodies/quorum.ts';
import { formatDate } from '../../../shared/domain/calendar/day-words.ts';
import { hasLeft, type Person } from '../../../shared/domain/people/person.ts';
import { type Key, say } from '../../../shared/pages/say.ts';
import { peopleWords } from '../../../shared/pages/words/people.ts';
import { dayTyped, type Typed } from '../typed-form.ts';
import { type PersonField, personDays } from './person-form.ts';

const isKey = (key: string): key is Key<'people'> => key in peopleWords.en;

/** The role as people say it: 'Vice-chair', 'Cover secretary'. */
export function roleWords(which: Role): string {
  const key = `role-${which}`;
  return isKey(key) ? say('people', key) : which;
}

/** Where mail can reach the person, in words. */
export function addressWords({ email, emailConfirmed, accountless }: Person): { text: string; note?: string } {
  if (email === null) return { text: say('people', 'noAddress') };
  const note = accountless ? 'addressContact' : emailConfirmed ? 'addressConfirmed' : 'addressNotConfirmed';
  return { text: email, note: say('people', note) };
}

/** Left, absent or here. */
export function presenceWords(who: Person, today: string): string {
  if (who.lastDay !== null)
    return say('people', hasLeft(who, today) ? 'leftOn' : 'leavesOn', { day: formatDate(who.lastDay) });
  if (who.absence && who.absence.to >= today)
    return say('people', 'absentFromTo', { from: formatDate(who.absence.from), to: formatDate(who.absence.to) });
  return '';
}

const named: readonly PersonField[] = ['lineManagerId', 'coverId'];
const ticks: readonly PersonField[] = ['emailConfirmed', 'accountless', 'dailyDigest'];
const chosen: readonly PersonField[] = ['channel', 'weeklyDay'];

function dayWords(read: ReturnType<typeof dayTyped>): string {
  if (read === null) return '';
  return read === 'wrong' ? say('people', 'noDay') : formatDate(read);
}

/** A field of the form as words, to show two versions of it side by side. */
export function fieldWords(field: PersonField, typed: Typed, names: ReadonlyMap<string, string>): string {
  const value = typed[field] ?? '';
  if (personDays.some((one) => one === field)) return dayWords(dayTyped(typed, field));
  if (named.includes(field)) return names.get(value) ?? value;
  if (ticks.includes(field)) return say('people', value === 'yes' ? 'yes' : 'no');
  const key = `${field}-${value}`;
  return chosen.includes(field) && isKey(key) ? say('people', key) : value;
}

/** What a seat can count as towards a quorum, as boxes to tick: a name of its own each, so that each is kept as typed. */
export function capacityItems(typed: Readonly<Record<string, string>>) {
  return capacity.options.map((value) => ({
    name: `sitsAs-${value}`,
    value: 'yes',
    text: say('people', `sitsAs-${value}`),
    checked: typed[`sitsAs-${value}`] === 'yes',
  }));
}
