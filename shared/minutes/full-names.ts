import type { FoundPerson } from './people.ts';
import type { FoundPromise } from './promises.ts';

/** "Sarah offered ..." is owed by Sarah James where the text names one Sarah in full, and only one. */
export function withFullNames(promises: readonly FoundPromise[], people: readonly FoundPerson[]): FoundPromise[] {
  const full = new Map<string, string | null>();
  for (const { name } of people) {
    const words = name.split(' ');
    const first = words[0];
    if (first === undefined || words.length < 2 || /^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Cllr|Councillor)\.?$/.test(first))
      continue;
    full.set(first, full.has(first) && full.get(first) !== name ? null : name);
  }
  return promises.map((promise) => ({ ...promise, owner: full.get(promise.owner ?? '') ?? promise.owner }));
}
