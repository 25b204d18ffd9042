/**
 * An error inside a state machine, which a Retry or a Catch may name: `name` is ASL's Error, `message` its Cause.
 * The names beginning `States.` are those of the Amazon States Language.
 */
export class StateFault extends Error {
  constructor(name: string, cause: string) {
    super(cause);
    this.name = name;
  }
}

/** A definition that uses something this engine does not implement, or that is wrong. Says where and which field. */
export class DefinitionRefused extends Error {
  readonly path: string;
  readonly field: string;

  constructor(path: string, field: string, reason: string) {
    super(`${path === '' ? 'the state machine' : path}, ${field}: ${reason}`);
    this.name = 'DefinitionRefused';
    this.path = path;
    this.field = field;
  }
}

/** A request refused as AWS Step Functions refuses it: `name` is the exception the SDK's client throws. */
export class RequestRefused extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/** Turns whatever was thrown into a fault; what is no fault is a surprise and ends the execution (`States.Runtime`). */
export function faultOf(thrown: unknown): StateFault {
  if (thrown instanceof StateFault) return thrown;
  return new StateFault('States.Runtime', thrown instanceof Error ? thrown.message : String(thrown));
}
