/** Where a command reads and writes; given, so that a test can be the terminal. */
export type CliIo = {
  readonly stdin: AsyncIterable<Buffer | string>;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
};

/** One command of `npm run -s quorate -- <name>`. */
export type CliCommand = {
  readonly name: string;
  /** One line, for the list of commands. */
  readonly summary: string;
  /** What `--help` prints: use, input, output, exit codes. */
  readonly help: string;
  /** Gives the exit code: 0 done, 1 done with something to report. Throws `WrongUse` for exit code 2. */
  readonly run: (args: string[], io: CliIo) => Promise<number>;
};

/** Thrown when a command is used wrongly: printed as one line, exit code 2. */
export class WrongUse extends Error {
  override name = 'WrongUse';
}
