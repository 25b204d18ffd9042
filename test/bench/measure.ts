/** The middle of some numbers: one slow turn of a busy machine does not move it. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** Real milliseconds that some work takes. */
export async function elapsed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

type Turn = (turn: number) => unknown;

/**
 * Does two things by turns, so that both see the same machine, and in changing order, so that neither always comes
 * first. Answers the milliseconds of each turn.
 */
export async function byTurns(turns: number, one: Turn, other: Turn): Promise<{ one: number[]; other: number[] }> {
  const took = { one: [] as number[], other: [] as number[] };
  for (let turn = 0; turn < turns; turn += 1) {
    const first = turn % 2 === 0;
    if (first) took.one.push(await elapsed(() => one(turn)));
    took.other.push(await elapsed(() => other(turn)));
    if (!first) took.one.push(await elapsed(() => one(turn)));
  }
  return took;
}

/** How much longer the one takes than the other: the median over the turns, each against its neighbour. */
export function ratioOf({ one, other }: { one: readonly number[]; other: readonly number[] }): number {
  return median(one.map((took, turn) => took / (other[turn] ?? Number.NaN)));
}
