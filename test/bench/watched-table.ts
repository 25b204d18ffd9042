import type { Table } from '../../shared/store/table.ts';

/** What one page asked of the table: how many times it had to wait for an answer before it could ask further, and how long. */
export type Waits = { trips: number; milliseconds: number };

/**
 * A table that counts round trips. Reads asked for side by side are one; what is asked after an answer came is the next.
 * Time in which any read is under way is the table's and the client's; the rest is the page's own.
 */
export function watchedTable(table: Table): { table: Table; waited: () => Waits; begin: () => void } {
  let waits: Waits = { trips: 0, milliseconds: 0 };
  let answered = 0;
  let underWay = 0;
  let since = 0;
  const watch =
    <Given extends unknown[], Answer>(read: (...given: Given) => Promise<Answer>) =>
    async (...given: Given): Promise<Answer> => {
      if (underWay === 0) since = performance.now();
      underWay += 1;
      // Whatever was answered before this was asked may be what it waited for.
      const trip = answered + 1;
      try {
        return await read(...given);
      } finally {
        underWay -= 1;
        answered = Math.max(answered, trip);
        waits.trips = answered;
        if (underWay === 0) waits.milliseconds += performance.now() - since;
      }
    };
  return {
    table: {
      ...table,
      get: watch(table.get),
      query: watch(table.query),
      queryAll: watch(table.queryAll),
      getMany: watch(table.getMany),
    },
    waited: () => waits,
    begin: () => {
      waits = { trips: 0, milliseconds: 0 };
      answered = 0;
    },
  };
}
