import { formatDate } from '../domain/calendar/day-words.ts';
import type { Due } from '../domain/commitments/commitment.ts';

/** "17 April 2019 to 17 October 2019", "15 November 2018", or the words as said where there is no day. */
export function dueInWords(due: Due): string {
  if (due.sort === 'window') return `${formatDate(due.from)} to ${formatDate(due.to)}`;
  if (due.sort === 'day') return formatDate(due.day);
  return due.asSaid === '' ? 'No date' : `No date (“${due.asSaid}”)`;
}
