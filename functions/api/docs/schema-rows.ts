import { say } from '../../../shared/pages/say.ts';

/** A field as the page shows it. */
export type FieldRow = { name: string; type: string; href: string | null; needed: boolean; about: string };

type Json = Record<string, unknown>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const jsons = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : []);
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

const optionsOf = (schema: Json): Json[] => [...jsons(schema['anyOf']), ...jsons(schema['oneOf'])];

/** The name of the schema that this one points to, if it does. */
const pointsTo = ({ $ref }: Json): string | null =>
  typeof $ref === 'string' ? ($ref.split('/').at(-1) ?? null) : null;

const plainWords = (schema: Json): string => {
  if ('const' in schema) return String(schema['const']);
  if (Array.isArray(schema['enum'])) return texts(schema['enum']).join(' | ');
  const format = schema['format'];
  return typeof format === 'string' ? format : texts([schema['type']].flat()).join(say('api', 'or'));
};

/** What a value is, in words: 'date', 'text or null', 'list of Limb'. */
export function typeWords(schema: Json): string {
  const named = pointsTo(schema);
  if (named !== null) return named;
  const options = optionsOf(schema);
  if (options.length > 0) return [...new Set(options.map(typeWords))].join(say('api', 'or'));
  if (schema['type'] === 'array')
    return say('api', 'listOf', { what: isJson(schema['items']) ? typeWords(schema['items']) : '' });
  return plainWords(schema);
}

const refIn = (schema: Json): string | null => {
  const inside = [schema, ...optionsOf(schema), ...(isJson(schema['items']) ? [schema['items']] : [])];
  return inside.map(pointsTo).find((name) => name !== null) ?? null;
};

/** Fields inside of a field: of an object, of the objects of a list, of each shape that it may have. */
const insideOf = (name: string, schema: Json): FieldRow[] => {
  const { items } = schema;
  const inList = schema['type'] === 'array' && isJson(items);
  return [
    ...(isJson(schema['properties']) ? rowsOf(schema, `${name}.`) : []),
    ...(inList ? insideOf(`${name}[]`, items) : []),
    ...alternatives(
      optionsOf(schema)
        .filter((option) => option['type'] !== 'null')
        .map((option) => insideOf(name, option)),
    ),
  ];
};

/** Of several shapes, a field is always there when each shape has it. */
const alternatives = (shapes: readonly FieldRow[][]): FieldRow[] => {
  const inEvery = (row: FieldRow) =>
    shapes.every((shape) => shape.some(({ name, needed }) => name === row.name && needed));
  return shapes.flat().map((row) => ({ ...row, needed: inEvery(row) }));
};

/** The fields of an object's schema, those inside of fields under their path. Shapes that share a field show it once. */
export function rowsOf(schema: Json, before = ''): FieldRow[] {
  const { properties } = schema;
  const needed = texts(schema['required']);
  const rows = Object.entries(isJson(properties) ? properties : {}).flatMap(([key, value]): FieldRow[] => {
    const field = isJson(value) ? value : {};
    const name = `${before}${key}`;
    const named = refIn(field);
    const own = {
      name,
      type: typeWords(field),
      href: named === null ? null : `#schema-${named}`,
      needed: needed.includes(key),
      about: typeof field['description'] === 'string' ? field['description'] : '',
    };
    return [own, ...insideOf(name, field)];
  });
  const merged = new Map<string, FieldRow>();
  for (const row of rows) {
    const same = merged.get(row.name);
    const type = same && same.type !== row.type ? `${same.type}${say('api', 'or')}${row.type}` : row.type;
    merged.set(row.name, { ...row, type });
  }
  return [...merged.values()];
}
