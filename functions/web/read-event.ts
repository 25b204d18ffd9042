import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { fieldsOf } from './fields.ts';
import type { Fields, SentFile } from './route.ts';

type Body = { form: Fields; files: readonly SentFile[] };

const bytesOf = ({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): Buffer =>
  Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');

/** Reads a form post, with files where it is multipart. A body that is neither reads as an empty form. */
export async function readBody(event: APIGatewayProxyEventV2): Promise<Body> {
  const type = event.headers['content-type'] ?? '';
  if (type.startsWith('application/x-www-form-urlencoded'))
    return { form: fieldsOf(bytesOf(event).toString('utf8')), files: [] };
  if (!type.startsWith('multipart/form-data')) return { form: fieldsOf(''), files: [] };
  const parsed = await new Response(new Uint8Array(bytesOf(event)), { headers: { 'content-type': type } })
    .formData()
    .catch(() => new FormData());
  const form = new URLSearchParams();
  const files: SentFile[] = [];
  for (const [field, value] of parsed) {
    if (typeof value === 'string') form.append(field, value);
    // A file field left empty arrives as a nameless file of no bytes.
    else if (value.name !== '' || value.size > 0)
      files.push({ field, name: value.name, type: value.type, bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  return { form: fieldsOf(form), files };
}
