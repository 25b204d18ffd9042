import type * as z from 'zod';
import type { AccessClass, RecordType } from '../domain/record.ts';
import type { Blobs } from './blobs.ts';
import { NotFound } from './errors.ts';
import type { Item, Key, Table } from './table.ts';

/** What stores are opened over. */
export type Register = { table: Table; blobs: Blobs };

/** A record with what a conditional write of its successor needs. */
export type Versioned<T> = { record: T; version: number; head: string };

/** Sort and partition keys of an index entry. */
export type Listing = readonly [partition: string, sort: string];

/** One kind of record: its schema, its stored version and how to read older ones, and the lists it is in. */
export type RecordKind<T extends { id: string }> = {
  type: RecordType;
  schema: z.ZodType<T>;
  /** Version of the stored shape. Raise it and add an upcast when the shape changes. */
  stored: number;
  /** From the version named to the next. */
  upcasts: Readonly<Record<number, (old: Record<string, unknown>) => Record<string, unknown>>>;
  accessClassOf: (record: T) => AccessClass;
  lists: (record: T) => { gsi1?: Listing; gsi2?: Listing };
};

/** Records longer than this go to object storage: a table item holds 400 KB at most, and short items read faster. */
const LONG_RECORD = 100_000;

export function partitionOf(type: RecordType, id: string): string {
  return `${type.toUpperCase()}#${id}`;
}

export function recordKey(type: RecordType, id: string): Key {
  return { pk: partitionOf(type, id), sk: 'RECORD' };
}

/** The item a record is stored as. */
export async function toItem<T extends { id: string }>(
  kind: RecordKind<T>,
  { record, version, head }: Versioned<T>,
  blobs: Blobs,
): Promise<Item> {
  // Parsed here too: a record that could not be read back is never written.
  const text = JSON.stringify(kind.schema.parse(record));
  const data = text.length > LONG_RECORD ? { blob: await blobs.put(text) } : { data: JSON.parse(text) };
  const { gsi1, gsi2 } = kind.lists(record);
  return {
    ...recordKey(kind.type, record.id),
    type: kind.type,
    stored: kind.stored,
    version,
    head,
    ...data,
    ...(gsi1 ? { gsi1pk: gsi1[0], gsi1sk: gsi1[1] } : {}),
    ...(gsi2 ? { gsi2pk: gsi2[0], gsi2sk: gsi2[1] } : {}),
  };
}

const isFields = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Reads an item back: older shapes are brought up to date, then parsed. Throws when the item is not of this kind. */
export async function fromItem<T extends { id: string }>(
  kind: RecordKind<T>,
  item: Item,
  blobs: Blobs,
): Promise<Versioned<T>> {
  const { version, head, stored, blob } = item;
  if (typeof version !== 'number' || typeof head !== 'string' || typeof stored !== 'number')
    throw new Error(`Not a ${kind.type}: ${item.pk}`);
  let data: unknown = typeof blob === 'string' ? JSON.parse(await blobs.get(blob)) : item['data'];
  for (let from = stored; from < kind.stored; from += 1) {
    const upcast = kind.upcasts[from];
    if (upcast && isFields(data)) data = upcast(data);
  }
  return { record: kind.schema.parse(data), version, head };
}

/** The record as it is now, or undefined. Strongly consistent. */
export async function find<T extends { id: string }>(
  { table, blobs }: Register,
  kind: RecordKind<T>,
  id: string,
): Promise<Versioned<T> | undefined> {
  const item = await table.get(recordKey(kind.type, id));
  return item && fromItem(kind, item, blobs);
}

/** The record as it is now. Throws `NotFound`. */
export async function get<T extends { id: string }>(register: Register, kind: RecordKind<T>, id: string) {
  const found = await find(register, kind, id);
  if (!found) throw new NotFound(`${kind.type} ${id}`);
  return found;
}

/** Many records, those missing left out. Strongly consistent. */
export async function getMany<T extends { id: string }>(
  { table, blobs }: Register,
  kind: RecordKind<T>,
  ids: readonly string[],
): Promise<Versioned<T>[]> {
  const items = await table.getMany([...new Set(ids)].map((id) => recordKey(kind.type, id)));
  return Promise.all(items.map((item) => fromItem(kind, item, blobs)));
}

/** The records of a list, by the sort key of the list. From an index: up to a second late. */
export async function list<T extends { id: string }>(
  { table, blobs }: Register,
  kind: RecordKind<T>,
  where: { index: 'gsi1' | 'gsi2'; partition: string; prefix?: string; newestFirst?: boolean },
): Promise<Versioned<T>[]> {
  const items = await table.queryAll(where);
  return Promise.all(items.filter((item) => item['type'] === kind.type).map((item) => fromItem(kind, item, blobs)));
}
