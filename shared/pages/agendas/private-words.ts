import '../words/agendas.ts';
import type { AgendaItem, PrivateReason } from '../../domain/agenda-items/agenda-item.ts';
import { say } from '../say.ts';

const PARAGRAPHS = [1, 2, 3, 4, 5, 6, 7] as const;

/** 'Schedule 12A, Part 1, paragraph 3: information relating to …' */
export function paragraphWords(number: number): string {
  const known = PARAGRAPHS.find((one) => one === number);
  return known === undefined ? '' : say('agendas', 'paragraph', { number, text: say('agendas', `paragraph${known}`) });
}

/** Why business is private, a line each; empty where nobody has said. Only for those who may know of it. */
export function privateLines(reason: PrivateReason | null): string[] {
  switch (reason?.scheme) {
    case 'schedule-12A':
      return [
        ...reason.paragraphs.map(paragraphWords),
        say('agendas', 'publicInterest', { reason: reason.publicInterest }),
      ];
    case '1960-act':
      return [say('agendas', 'privateSpecialReason', { reason: reason.specialReason })];
    case 'confidential':
      return [say('agendas', 'privateForbidden', { reason: reason.forbiddenBy })];
    default:
      return [];
  }
}

/** 'Private: paragraph 3', for a status. */
export function privateStatus(reason: PrivateReason | null): string {
  switch (reason?.scheme) {
    case 'schedule-12A':
      return say('agendas', 'privateParagraphs', {
        count: reason.paragraphs.length,
        paragraphs: listed(reason.paragraphs.map(String)),
      });
    case '1960-act':
      return say('agendas', 'privateSpecial');
    case 'confidential':
      return say('agendas', 'privateConfidential');
    default:
      return say('agendas', 'privateNoReason');
  }
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** As much of a reason as the motion names. */
type Ground =
  | { readonly scheme: 'schedule-12A'; readonly paragraphs: readonly number[] }
  | { readonly scheme: '1960-act'; readonly specialReason: string }
  | { readonly scheme: 'confidential' };

type Numbered = { readonly number: string; readonly reason: Ground | null };

const itemsNamed = (items: readonly Numbered[]): string =>
  say('agendas', 'motionMany', { count: items.length, items: listed(items.map(({ number }) => number)) });

const of = (items: readonly Numbered[], scheme: Ground['scheme']): Numbered[] =>
  items.filter(({ reason }) => reason?.scheme === scheme);

function exemptMotion(items: readonly Numbered[], kind: 'motionCouncil' | 'motionExecutive'): string {
  const numbers = items.flatMap(({ reason }) => (reason?.scheme === 'schedule-12A' ? reason.paragraphs : []));
  const paragraphs = [...new Set(numbers)].toSorted((a, b) => a - b);
  return say('agendas', kind, {
    items: itemsNamed(items),
    paragraphs: say('agendas', 'motionParagraphs', {
      count: paragraphs.length,
      paragraphs: listed(paragraphs.map(String)),
    }),
  });
}

function specialMotion(items: readonly Numbered[]): string {
  const reasons = items
    .map((item) => {
      const reason = item.reason?.scheme === '1960-act' ? item.reason.specialReason : '';
      return say('agendas', 'motionReason', { items: itemsNamed([item]), reason });
    })
    .join('; ');
  return say('agendas', 'motionNhs', { items: itemsNamed(items), reasons });
}

/**
 * The wording of the motion to exclude the public, one line for each ground: items by number only, never by title.
 * LGA 1972 s.100A(4), (5); SI 2012/2089 reg 4 for an executive; the 1960 Act s.1(2), whose reasons the resolution states.
 */
export function exclusionMotion(items: readonly Numbered[], { preset }: { readonly preset: string }): string[] {
  const [exempt, special, confidential] = [of(items, 'schedule-12A'), of(items, '1960-act'), of(items, 'confidential')];
  return [
    ...(exempt.length > 0 ? [exemptMotion(exempt, preset === 'executive' ? 'motionExecutive' : 'motionCouncil')] : []),
    ...(special.length > 0 ? [specialMotion(special)] : []),
    ...(confidential.length > 0 ? [say('agendas', 'motionConfidential', { items: itemsNamed(confidential) })] : []),
  ];
}

/** What the motion speaks of: the private business of an agenda. */
export function inPrivate(
  business: readonly { slot: { number: string; accessClass: string }; item: AgendaItem }[],
): Numbered[] {
  return business
    .filter(({ slot }) => slot.accessClass === 'private')
    .map(({ slot, item }) => ({ number: slot.number, reason: item.privateReason }));
}
