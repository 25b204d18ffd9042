import * as z from 'zod';
import { credentialOf, type FileUser } from './access.ts';
import { S3Refusal } from './s3-error.ts';
import { sameSignature, signText } from './signature.ts';

const condition = z.union([
  z.tuple([z.literal('content-length-range'), z.coerce.number(), z.coerce.number()]),
  z.tuple([z.enum(['eq', 'starts-with']), z.string().startsWith('$'), z.string()]),
  z.record(z.string(), z.string()),
]);
type Condition = z.infer<typeof condition>;
const policySchema = z.object({ expiration: z.string(), conditions: z.array(condition) });

const denied = (why: string): S3Refusal => new S3Refusal(403, 'AccessDenied', `Invalid according to Policy: ${why}`);

const readPolicy = (text: string): z.infer<typeof policySchema> => {
  try {
    return policySchema.parse(JSON.parse(Buffer.from(text, 'base64').toString('utf8')));
  } catch {
    throw new S3Refusal(400, 'InvalidPolicyDocument');
  }
};

// Each as [field, test of its value]; what the policy does not name may not be in the form.
const tests = (one: Condition): [string, (value: string) => boolean][] => {
  if (!Array.isArray(one))
    return Object.entries(one).map(([name, right]) => [name.toLowerCase(), (value) => value === right]);
  if (one[0] === 'content-length-range') return [];
  const [sort, name, right] = one;
  return [[name.slice(1).toLowerCase(), (value) => (sort === 'eq' ? value === right : value.startsWith(right))]];
};

const checkLength = (conditions: readonly Condition[], size: number): void => {
  for (const one of conditions) {
    if (!Array.isArray(one) || one[0] !== 'content-length-range') continue;
    if (size < one[1]) throw new S3Refusal(400, 'EntityTooSmall', `Your file is smaller than ${one[1]} bytes`);
    if (size > one[2]) throw new S3Refusal(400, 'EntityTooLarge', `Your file is larger than ${one[2]} bytes`);
  }
};

const UNNAMED = new Set(['policy', 'x-amz-signature', 'file']);

const checkFields = (conditions: readonly Condition[], fields: ReadonlyMap<string, string>): void => {
  const wanted = conditions.flatMap(tests);
  for (const [name, test] of wanted)
    if (!test(fields.get(name) ?? '')) throw denied(`the condition on ${name} is not met`);
  const named = new Set(wanted.map(([name]) => name));
  for (const name of fields.keys())
    if (!named.has(name) && !UNNAMED.has(name) && !name.startsWith('x-ignore-'))
      throw denied(`extra input field: ${name}`);
};

/** Who signed a form, and the sizes that they let the file have. */
export type CheckedPost = { readonly user: FileUser; readonly checkSize: (size: number) => void };

/**
 * Checks a POST form as S3 does: its policy is signed by somebody we know, has not expired, and holds for every field; the
 * file's size is checked when it is known. Throws `S3Refusal`.
 */
export async function checkPost(
  fields: ReadonlyMap<string, string>,
  { bucket, users, now }: { bucket: string; users: readonly FileUser[]; now: number },
): Promise<CheckedPost> {
  const get = (name: string): string => fields.get(name) ?? '';
  const longDate = get('x-amz-date');
  if (get('policy') === '' || get('x-amz-algorithm') !== 'AWS4-HMAC-SHA256') throw new S3Refusal(403, 'AccessDenied');
  const { user, shortDate, region } = credentialOf(users, get('x-amz-credential'), longDate);
  const right = await signText(user, get('policy'), { shortDate, region });
  if (!sameSignature(get('x-amz-signature'), right)) throw new S3Refusal(403, 'SignatureDoesNotMatch');
  const { expiration, conditions } = readPolicy(get('policy'));
  if (!(Date.parse(expiration) > now)) throw denied('Policy expired');
  // The bucket stands in the address, not in the form; a policy that names another is for another.
  checkFields(conditions, new Map([...fields, ['bucket', bucket]]));
  return { user, checkSize: (size) => checkLength(conditions, size) };
}
