import { StateFault } from './faults.ts';

/** AWS's limit on a state's input, output, result or arguments: 256 KiB as UTF-8. */
const largestPayload = 256 * 1024;

/** AWS ends an execution at 25,000 history events; what remains is kept for the events that end it. */
export const mostEvents = 25_000 - 10;

/** An inline Map runs at most so many iterations at once. */
export const mostIterationsAtOnce = 40;

/** AWS ends an execution that is a year old. */
export const longestExecution = 365 * 86_400_000;

/** True when the value, written as JSON, is larger than AWS would carry. */
export function isTooLarge(json: string): boolean {
  // A UTF-16 unit is at most three bytes in UTF-8, so short texts need no counting.
  return json.length * 3 > largestPayload && Buffer.byteLength(json) > largestPayload;
}

/** Throws `States.DataLimitExceeded` when the value is larger than AWS would carry; `what` names it. */
export function checkSize(value: unknown, what: string): void {
  if (!isTooLarge(JSON.stringify(value) ?? '')) return;
  throw new StateFault('States.DataLimitExceeded', `The ${what} is larger than ${largestPayload} bytes.`);
}
