import * as z from 'zod';
import { PUBLISHED_PREFIX, tableKeys } from '../../../shared/store/table-definition.ts';

const keySchema = z.looseObject({ [tableKeys.partition]: z.object({ S: z.string() }) });
const getSchema = z.looseObject({ Key: keySchema });
const batchSchema = z.looseObject({ RequestItems: z.record(z.string(), z.looseObject({ Keys: z.array(keySchema) })) });
const querySchema = z.looseObject({
  KeyConditionExpression: z.string(),
  ExpressionAttributeNames: z.record(z.string(), z.string()).default({}),
  ExpressionAttributeValues: z.record(z.string(), z.object({ S: z.string() }).or(z.looseObject({}))).default({}),
});

const isPublished = (value: unknown): boolean => typeof value === 'string' && value.startsWith(PUBLISHED_PREFIX);
const keyIsPublished = (key: z.infer<typeof keySchema>) => isPublished(key[tableKeys.partition]?.S);

const queryIsPublished = (request: unknown): boolean => {
  const parsed = querySchema.safeParse(request);
  if (!parsed.success || 'IndexName' in parsed.data || 'KeyConditions' in parsed.data) return false;
  const { KeyConditionExpression, ExpressionAttributeNames, ExpressionAttributeValues } = parsed.data;
  // A key condition has exactly one equality on the partition key and no OR; every equality on it must be published.
  const equalities = [...KeyConditionExpression.matchAll(/([#\w]+)\s*=\s*(:\w+)/g)]
    .filter(([, name = '']) => (ExpressionAttributeNames[name] ?? name) === tableKeys.partition)
    .map(([, , value = '']) => ExpressionAttributeValues[value]);
  return (
    equalities.length > 0 && equalities.every((value) => value !== undefined && 'S' in value && isPublished(value['S']))
  );
};

/**
 * Whether the public function may do this: GetItem, BatchGetItem and Query of keys beginning `PUBLISHED#`, no index, no
 * write. The same as its policy on AWS (dynamodb:LeadingKeys), for a request as the SDK sends it.
 */
export function allowsPublished(operation: string, request: unknown): boolean {
  if (operation === 'GetItem') {
    const parsed = getSchema.safeParse(request);
    return parsed.success && keyIsPublished(parsed.data.Key);
  }
  if (operation === 'BatchGetItem') {
    const parsed = batchSchema.safeParse(request);
    return parsed.success && Object.values(parsed.data.RequestItems).every(({ Keys }) => Keys.every(keyIsPublished));
  }
  return operation === 'Query' && queryIsPublished(request);
}
