import type { ReadingRecord } from '../../../shared/minutes/reading-record.ts';
import { say } from '../../../shared/pages/say.ts';
import { paths } from '../paths.ts';
import type { WebRequest } from '../route.ts';

/** So many finds are answered on one page: a page of more would be longer than a server may answer (6 MB). */
const AT_ONCE = 100;

/** The finds shown on one page, by number. */
export type FindBatch = { first: number; last: number };

const beginning = (number: number): number => Math.floor((number - 1) / AT_ONCE) * AT_ONCE + 1;

/** The batch asked for, by its first find. */
export function batchAsked({ query, form }: WebRequest, { reading }: ReadingRecord): FindBatch {
  const asked = Number.parseInt(form.get('from') || query.get('from'), 10);
  const number = Number.isNaN(asked) ? 1 : Math.min(Math.max(asked, 1), Math.max(reading.finds.length, 1));
  const first = beginning(number);
  return { first, last: Math.min(first + AT_ONCE - 1, reading.finds.length) };
}

/** Where a find is answered, from the page of a batch: `anchor` is on this page or on that of its own batch. */
export function findHref({ id }: Pick<ReadingRecord, 'id'>, batch: FindBatch, number: number, anchor: string): string {
  if (number < 1 || (number >= batch.first && number <= batch.last)) return `#${anchor}`;
  return `${paths.reading(id)}?from=${beginning(number)}#${anchor}`;
}

/** The number of the find that a field belongs to; 0 for a field of no find. */
export function numberOfField({ reading }: ReadingRecord, field: string): number {
  return reading.finds.findIndex(({ id }) => field.startsWith(`${id}-`)) + 1;
}

/** Buttons that save and show the batch before or after. */
export function batchButtons(
  { first, last }: FindBatch,
  { reading }: ReadingRecord,
): { value: string; text: string }[] {
  const total = reading.finds.length;
  const to = (from: number) => ({
    value: `from-${from}`,
    text: say('minutes', 'batchButton', { first: from, last: Math.min(from + AT_ONCE - 1, total), total }),
  });
  return [...(first > 1 ? [to(first - AT_ONCE)] : []), ...(last < total ? [to(last + 1)] : [])];
}
