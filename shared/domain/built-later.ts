import * as z from 'zod';

type StrictObject<Shape extends z.core.$ZodLooseShape> = z.ZodObject<z.core.util.Writeable<Shape>, z.core.$strict>;
type Options = readonly [z.core.$ZodTypeDiscriminable, ...z.core.$ZodTypeDiscriminable[]];

// Zod keeps what a lazy schema holds, but asks for it anew in `unwrap`: it is built once, whoever asks.
function once<Built>(build: () => Built): () => Built {
  let built: { it: Built } | undefined;
  return () => {
    built ??= { it: build() };
    return built.it;
  };
}

function giveShape<Schema extends object, Shape>(
  schema: Schema,
  get: () => Shape,
): asserts schema is Schema & { readonly shape: Shape } {
  Object.defineProperty(schema, 'shape', { get });
}

/**
 * A strict object schema, the shape of a record, that is built when something is first parsed with it. A function imports
 * the schemas of far more records than its first request reads, and building one at import is most of what it would cost.
 * `shape` builds it too: ask for it in a function, not where a module is imported.
 */
export function strictObjectLater<Shape extends z.core.$ZodLooseShape>(
  shape: () => Shape,
): z.ZodLazy<StrictObject<Shape>> & { readonly shape: StrictObject<Shape>['shape'] } {
  const built = once(() => z.strictObject(shape()));
  const schema = z.lazy(built);
  giveShape(schema, () => built().shape);
  return schema;
}

/** The same for a union of strict objects that one field tells apart. */
export function unionLater<const Types extends Options, Field extends string>(
  field: Field,
  options: () => Types,
): z.ZodLazy<z.ZodDiscriminatedUnion<Types, Field>> {
  return z.lazy(once(() => z.discriminatedUnion(field, options())));
}
