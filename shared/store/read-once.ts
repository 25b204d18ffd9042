import type { Table } from './table.ts';

/** Remembers what was asked, so that asking the same again is answered by the same answer. */
function once<Given extends unknown[], Answer>(read: (...given: Given) => Promise<Answer>) {
  const asked = new Map<string, Promise<Answer>>();
  const ask = (...given: Given): Promise<Answer> => {
    const key = JSON.stringify(given);
    const answer = asked.get(key) ?? read(...given);
    asked.set(key, answer);
    return answer;
  };
  return { ask, forget: () => asked.clear() };
}

/**
 * A table for one request that shows a page: what is read twice is asked for once, so that a page's first reads may begin
 * before it is known who asks, and its parts may each read what they need. Whatever is written makes it forget.
 */
export function readOnce(table: Table): Table {
  const get = once(table.get);
  const queryAll = once(table.queryAll);
  const getMany = once(table.getMany);
  const afresh = <Given extends unknown[], Answer>(write: (...given: Given) => Promise<Answer>) => {
    return async (...given: Given): Promise<Answer> => {
      try {
        return await write(...given);
      } finally {
        for (const { forget } of [get, queryAll, getMany]) forget();
      }
    };
  };
  return {
    ...table,
    get: get.ask,
    queryAll: queryAll.ask,
    getMany: getMany.ask,
    put: afresh(table.put),
    update: afresh(table.update),
    remove: afresh(table.remove),
    transact: afresh(table.transact),
  };
}
