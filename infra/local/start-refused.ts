/** A reason for not starting that a person can act on: one sentence, and the code the process ends with. */
export class StartRefused extends Error {
  override name = 'StartRefused';
  readonly exitCode: number;
  constructor(sentence: string, exitCode = 1) {
    super(sentence);
    this.exitCode = exitCode;
  }
}
