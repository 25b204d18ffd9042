import * as z from 'zod';
import { day } from '../calendar/day.ts';
import { type Calendar, isKnown } from '../calendar/working-days.ts';
import { BadRuleInput, type CalendarSource, calendarFields, calendarFor } from './rule-input.ts';

/** One rule of the clock: its input as a schema, and what it makes of an input. */
export type Rule = {
  readonly input: z.ZodType;
  readonly compute: (input: unknown, calendars: CalendarSource) => object;
};

type Fields = Readonly<Record<string, z.ZodType>>;
type InputOf<F extends Fields> = z.output<z.ZodObject<F>>;

function sentenceOf(error: z.ZodError): string {
  const problems = error.issues.map((issue) => {
    const field = issue.path.join('.');
    if (issue.code === 'unrecognized_keys') return `${issue.keys.join(', ')} is no field of this rule`;
    return field === '' ? `the input ${issue.message}` : `${field} ${issue.message}`;
  });
  return `${problems.join('; ')}.`;
}

function parsed<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  const result = schema.safeParse(input);
  if (!result.success) throw new BadRuleInput(sentenceOf(result.error));
  return result.data;
}

function inputSchema<F extends Fields>(fields: F): { own: z.ZodObject<F>; whole: z.ZodType } {
  // Strict: a misspelt field that was silently left out would give a wrong deadline that looks right.
  const whole = z.strictObject({ ...calendarFields, ...fields }, { error: wordsOfObject });
  return { own: z.object(fields), whole };
}

function wordsOfObject(issue: { code?: string | undefined }): string | undefined {
  return issue.code === 'invalid_type' ? 'must be an object' : undefined;
}

/** Holidays not yet proclaimed cannot be left out of a count: better no answer than a wrong one. */
function refuseUnknownYears(days: readonly unknown[], calendar: Calendar): void {
  for (const found of days) {
    const on = day.safeParse(found);
    if (on.success && !isKnown(on.data, calendar))
      throw new BadRuleInput(
        `${on.data} lies outside the years whose bank holidays are known (${calendar.knownFrom} to ${calendar.knownTo}).`,
      );
  }
}

/**
 * A rule that needs no calendar.
 * @param refuse a sentence if the fields, each good in itself, do not fit together; otherwise null
 */
export function rule<F extends Fields>(
  fields: F,
  compute: (input: InputOf<F>) => object,
  refuse: (input: InputOf<F>) => string | null = () => null,
): Rule {
  const { own, whole } = inputSchema(fields);
  return {
    input: whole,
    compute: (input) => {
      parsed(whole, input);
      const fieldsOnly = parsed(own, input);
      const reason = refuse(fieldsOnly);
      if (reason !== null) throw new BadRuleInput(reason);
      return compute(fieldsOnly);
    },
  };
}

const calendarOnly = z.object(calendarFields);

/** A rule that counts working days: it gets the calendar and the mode that its input asks for. */
export function calendarRule<F extends Fields>(
  fields: F,
  compute: (input: InputOf<F>, counting: { calendar: Calendar; mode: z.output<typeof calendarFields.mode> }) => object,
): Rule {
  const { own, whole } = inputSchema(fields);
  return {
    input: whole,
    compute: (input, calendars) => {
      parsed(whole, input);
      const { mode, ...asked } = parsed(calendarOnly, input);
      const calendar = calendarFor({ mode, ...asked }, calendars);
      const fieldsOnly = parsed(own, input);
      refuseUnknownYears(Object.values(fieldsOnly), calendar);
      const result = compute(fieldsOnly, { calendar, mode });
      refuseUnknownYears(Object.values(result).flat(), calendar);
      return result;
    },
  };
}
