import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { FunctionEntry } from '../../functions/index.ts';
import {
  askedKeys,
  LONG_TEXTS_PREFIX,
  PUBLISHED_DOCUMENTS_PREFIX,
  PUBLISHED_FILES_PREFIX,
  PUBLISHED_PREFIX,
  tableIndexes,
} from '../../shared/store/table-definition.ts';
import { objectsOf } from '../constructs/acknowledge.ts';
import type { GovernanceFunction } from '../constructs/governance-function.ts';

export type Grantable = {
  readonly table: TableV2;
  readonly files: IBucket;
  readonly key: IKey | undefined;
};

const reading = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
const writing = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'];
const GET = 's3:GetObject';
const PUT = 's3:PutObject';
const longTexts = `${LONG_TEXTS_PREFIX}*`;
const published = `${PUBLISHED_FILES_PREFIX}*`;

/**
 * Which objects a function may reach, and for what. The public's copies may be taken away, by the one function that does so;
 * nothing else may be deleted: what is over goes by the bucket's own rules.
 */
const reach: Readonly<Record<FunctionEntry['files'], readonly (readonly [objects: string, actions: string[]])[]>> = {
  none: [],
  published: [[published, [GET]]],
  'long-texts': [[longTexts, [GET, PUT]]],
  'read-write': [['*', [GET, PUT]]],
  documents: [
    [longTexts, [GET]],
    [`${PUBLISHED_DOCUMENTS_PREFIX}*`, [PUT]],
  ],
  withdrawing: [
    [longTexts, [GET]],
    [published, ['s3:DeleteObject']],
  ],
};
const keyUse = ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:DescribeKey'];

/** Only keys that begin so. ForAllValues is true of a request that names no key at all, so the key must be there. */
const keysBeginning = (prefixes: readonly string[]) => ({
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': prefixes.map((prefix) => `${prefix}*`) },
  Null: { 'dynamodb:LeadingKeys': 'false' },
});

const grantTable = (granted: GovernanceFunction, sort: FunctionEntry['table'], table: TableV2): void => {
  if (sort === 'none') return;
  if (sort === 'published') {
    // No index and no other key, whatever the code asks for: the public site cannot leak.
    granted.allow(reading, [table.tableArn], keysBeginning([PUBLISHED_PREFIX]));
    return;
  }
  if (sort === 'asked') {
    granted.allow(reading, [table.tableArn], keysBeginning(askedKeys.read));
    granted.allow(writing, [table.tableArn], keysBeginning(askedKeys.write));
    return;
  }
  granted.allow(reading, [table.tableArn, ...tableIndexes.map(({ name }) => `${table.tableArn}/index/${name}`)]);
  if (sort === 'read-write') granted.allow(writing, [table.tableArn]);
};

const grantFiles = (granted: GovernanceFunction, sort: FunctionEntry['files'], files: IBucket): void => {
  for (const [objects, actions] of reach[sort]) {
    granted.allow(actions, [files.arnForObjects(objects)]);
    granted.accept(
      objectsOf(files, objects),
      'Objects are named by hash or at random, so a grant can only name their folder.',
    );
  }
};

/** Gives a function what its line in the registry says of the table and the files, and nothing else. */
export function grantRecords(
  granted: GovernanceFunction,
  entry: FunctionEntry,
  { table, files, key }: Grantable,
): void {
  grantTable(granted, entry.table, table);
  grantFiles(granted, entry.files, files);
  if (key && (entry.table !== 'none' || entry.files !== 'none')) {
    const writes = entry.table === 'read-write' || entry.table === 'asked' || entry.files === 'documents';
    granted.allow(writes ? keyUse : ['kms:Decrypt', 'kms:DescribeKey'], [key.keyArn]);
  }
}
