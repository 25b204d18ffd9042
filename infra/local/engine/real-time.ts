/** Real time, for what is about faults (back-off, a function that hangs) and not about governance. */
export interface RealTime {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls back once after so many milliseconds; the answer cancels. */
  after(milliseconds: number, callback: () => void): () => void;
}

/** The longest delay setTimeout takes; a longer one would fire at once. */
const longestTimeout = 2 ** 31 - 1;

export const machineTime: RealTime = {
  now: () => Date.now(),
  after: (milliseconds, callback) => {
    let timer: NodeJS.Timeout;
    const arm = (left: number) => {
      timer = setTimeout(
        () => (left > longestTimeout ? arm(left - longestTimeout) : callback()),
        Math.min(left, longestTimeout),
      );
    };
    arm(Math.max(0, milliseconds));
    return () => clearTimeout(timer);
  },
};
