import type { FileUser } from './access.ts';
import type { ObjectFiles } from './object-files.ts';
import type { FileAnswer } from './object-operations.ts';
import { checkPost, type PostForm } from './post-policy.ts';
import { S3Refusal } from './s3-error.ts';

type Posted = {
  readonly files: ObjectFiles;
  readonly bucket: string;
  readonly users: readonly FileUser[];
  readonly now: number;
  readonly address: string;
};

const readForm = async (contentType: string, body: Buffer): Promise<PostForm> => {
  const parsed = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => undefined);
  if (!parsed) throw new S3Refusal(400, 'MalformedPOSTRequest');
  const fields = new Map<string, string>();
  for (const [name, value] of parsed) {
    // As in S3, what comes after the file is not looked at.
    if (typeof value !== 'string')
      return { fields, file: { bytes: Buffer.from(await value.arrayBuffer()), name: value.name } };
    fields.set(name.toLowerCase(), value);
  }
  throw new S3Refusal(400, 'InvalidArgument', 'POST requires exactly one file upload per request.');
};

const after = (
  fields: ReadonlyMap<string, string>,
  { bucket, address }: Posted,
  stored: { key: string; etag: string },
): FileAnswer => {
  const headers = { etag: `"${stored.etag}"`, location: `${address}/${bucket}/${encodeURIComponent(stored.key)}` };
  const redirect = fields.get('success_action_redirect');
  if (redirect !== undefined && URL.canParse(redirect)) {
    const location = new URL(redirect);
    for (const [name, value] of Object.entries({ bucket, ...stored, etag: `"${stored.etag}"` }))
      location.searchParams.set(name, value);
    return { status: 303, headers: { location: location.href } };
  }
  const status = Number(fields.get('success_action_status'));
  return { status: status === 200 || status === 201 ? status : 204, headers };
};

/** Takes a presigned POST form: works in a browser without a script. */
export async function postObject(posted: Posted, contentType: string, body: Buffer): Promise<FileAnswer> {
  const form = await readForm(contentType, body);
  const { fields, file } = form;
  const user = await checkPost(form, posted.bucket, posted.users, posted.now);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: S3's own placeholder for the name of the file.
  const key = (fields.get('key') ?? '').replaceAll('${filename}', file.name);
  if (key === '' || !user.allows('write', key)) throw new S3Refusal(403, 'AccessDenied');
  const type = fields.get('content-type');
  const { etag } = posted.files.put(key, file.bytes, type === undefined ? {} : { 'content-type': type });
  return after(fields, posted, { key, etag });
}
