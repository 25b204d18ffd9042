/** What has been started, to be stopped in the opposite order. */
export function closers() {
  const kept: (() => void | Promise<void>)[] = [];
  return {
    /** Remembers how to stop something and hands it on. */
    keep: <Thing>(thing: Thing, stop: (thing: Thing) => void | Promise<void>): Thing => {
      kept.push(() => stop(thing));
      return thing;
    },
    /** Stops everything, the last first; goes on when one fails, and says so at the end. */
    close: async (): Promise<void> => {
      const failures: unknown[] = [];
      for (let stop = kept.pop(); stop !== undefined; stop = kept.pop()) {
        try {
          await stop();
        } catch (error) {
          failures.push(error);
        }
      }
      if (failures.length > 0) throw new AggregateError(failures, 'Not everything could be stopped');
    },
  };
}
