import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { FunctionEntry } from '../../functions/index.ts';
import { askedKeys, LONG_TEXTS_PREFIX, PUBLISHED_PREFIX, tableIndexes } from '../../shared/store/table-definition.ts';
import { objectsOf } from '../constructs/acknowledge.ts';
import type { GovernanceFunction } from '../constructs/governance-function.ts';

export type Grantable = {
  readonly table: TableV2;
  readonly files: IBucket;
  readonly key: IKey | undefined;
};

const reading = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
const writing = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'];
/** Which objects a function may reach. Nobody may delete one: what is over goes by the bucket's own rules. */
const folders = { published: 'published/*', 'long-texts': `${LONG_TEXTS_PREFIX}*`, 'read-write': '*' } as const;
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
  if (sort === 'none') return;
  const keys = folders[sort];
  granted.allow(sort === 'published' ? ['s3:GetObject'] : ['s3:GetObject', 's3:PutObject'], [
    files.arnForObjects(keys),
  ]);
  granted.accept(
    objectsOf(files, keys),
    'Objects are named by hash or at random, so a grant can only name their folder.',
  );
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
    const writes = entry.table === 'read-write' || entry.table === 'asked';
    granted.allow(writes ? keyUse : ['kms:Decrypt', 'kms:DescribeKey'], [key.keyArn]);
  }
}
