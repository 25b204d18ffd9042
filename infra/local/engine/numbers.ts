import { StateFault } from './faults.ts';
import { evaluate } from './jsonata.ts';
import { scopeOf, type Visit } from './visit.ts';

const wrong = (field: string, value: unknown) =>
  new StateFault(
    'States.QueryEvaluationError',
    `The field '${field}' must be a whole number of 0 or more, not ${JSON.stringify(value)}`,
  );

/** A field that is a whole number or an expression for one; undefined when it is not given. */
export async function wholeNumber(
  visit: Visit,
  field: string,
  template: number | string | undefined,
): Promise<number | undefined> {
  if (template === undefined) return undefined;
  const value = await evaluate(template, scopeOf(visit));
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) throw wrong(field, value);
  return value;
}

/** The same in seconds, answered in milliseconds. */
export async function seconds(
  visit: Visit,
  field: string,
  template: number | string | undefined,
): Promise<number | undefined> {
  const value = await wholeNumber(visit, field, template);
  return value === undefined ? undefined : value * 1000;
}
