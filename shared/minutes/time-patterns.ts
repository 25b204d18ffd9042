import { datePattern, monthPattern } from './dates.ts';

/** Pieces of pattern shared by the rules about time. Every repeat is bounded, so that each rule is linear in the text. */
export const word = "[\\w'’&/()-]{1,30}";
export const month = monthPattern;
export const date = datePattern;
export const year = '(?:19|20)\\d{2}';
export const season = '(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)';
export const number =
  '(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty[- ]four)';
export const gathering =
  '(?:(?:[Bb]oard|[Cc]ommittee|[Pp]anel|[Gg]roup|[Cc]ouncil)(?! [Mm]eeting)|[Mm]eeting|MEETING|[Aa]genda|[Ss]ession|AGM)';

const numbers: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  eighteen: 18,
};

/** The number a word or figure stands for. */
export function numberOf(words: string): number {
  const plain = words.toLowerCase();
  if (plain.startsWith('twenty')) return 24;
  return numbers[plain] ?? Number(plain);
}
