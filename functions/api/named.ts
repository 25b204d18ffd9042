import * as z from 'zod';

/** The schemas that the document names, each under its name. */
export const schemas = z.registry<{ id: string }>();

/** Gives a schema the name under which the document shows it. */
export function named<T extends z.ZodType>(id: string, schema: T): T {
  schemas.add(schema, { id });
  return schema;
}
