/** Does the works two at a time, in order; the answer to each, or what it threw, when it is asked for. */
export function twoAtATime<T>(works: readonly (() => Promise<T>)[]): readonly Promise<T>[] {
  let [running, next] = [0, 0];
  const starters: (() => void)[] = [];
  const go = (): void => {
    while (running < 2 && next < starters.length) {
      running += 1;
      next += 1;
      starters[next - 1]?.();
    }
  };
  const answers = works.map(
    (work) =>
      new Promise<T>((resolve, reject) => {
        starters.push(
          () =>
            void work()
              .then(resolve, reject)
              .finally(() => {
                running -= 1;
                go();
              }),
        );
      }),
  );
  // Each is waited for by its own test; until then a failure is no unhandled one.
  for (const answer of answers) answer.catch(() => {});
  go();
  return answers;
}
