/** One line of the report. `met` is null where nothing is to be reached. */
export type Figure = {
  readonly what: string;
  readonly measured: string;
  readonly reach: string;
  readonly met: boolean | null;
};

/** A ratio that must not be over a bound: "1.42 times". */
export function ratioFigure(what: string, ratio: number, most: number): Figure {
  return { what, measured: times(ratio), reach: `at most ${most} times`, met: ratio <= most };
}

export function times(ratio: number): string {
  return `${ratio.toFixed(2)} times`;
}
