/** Names of the one table's keys and indexes; both hosts make the table from this. */
export const tableKeys = { partition: 'pk', sort: 'sk' } as const;

/**
 * Three sparse indexes. `gsi1` lists by body, `gsi2` lists by person, `gsi3` holds what is due, by day, and items leave it
 * when closed. They serve lists where a second's delay is harmless; they never decide access or uniqueness.
 */
export const tableIndexes = [
  { name: 'gsi1', partition: 'gsi1pk', sort: 'gsi1sk' },
  { name: 'gsi2', partition: 'gsi2pk', sort: 'gsi2sk' },
  { name: 'gsi3', partition: 'gsi3pk', sort: 'gsi3sk' },
] as const;
export type IndexName = (typeof tableIndexes)[number]['name'];

/** Attribute with the second since the epoch after which an item may be removed. */
export const timeToLive = 'expiresAt';

/** Partition keys with this prefix are outbox items: the stream's filter. */
export const OUTBOX_PREFIX = 'OUTBOX';

/** The only keys that the public function may read. */
export const PUBLISHED_PREFIX = 'PUBLISHED#';

/** Where in object storage the texts are that are too long for an item. */
export const LONG_TEXTS_PREFIX = 'blobs/';

/** What people have sent and no command has checked yet: it goes by itself after a day. */
export const QUARANTINE_PREFIX = 'quarantine/';

/** Reports that were checked, each by the hash of its content. */
export const REPORTS_PREFIX = 'reports/';

/** The only files that the public function may read. */
export const PUBLISHED_FILES_PREFIX = 'published/';

/** Agendas and notices as PDF, made when they were published: the only files that what makes them may write. */
export const PUBLISHED_DOCUMENTS_PREFIX = `${PUBLISHED_FILES_PREFIX}documents/`;

/** What the public has sent and not confirmed yet, and the counts that keep it within bounds. */
export const ASKED_PREFIX = 'ASKED#';

/**
 * What the public's own forms may touch, by the beginning of a partition key: what is published and the calendar to read;
 * what was asked, its record, its command and its outbox entry to write. No index.
 */
export const askedKeys = {
  read: [PUBLISHED_PREFIX, 'CALENDAR#', ASKED_PREFIX, 'SUBMISSION#', 'COMMAND#'],
  write: [ASKED_PREFIX, 'SUBMISSION#', 'COMMAND#', 'OUTBOX#'],
} as const;
