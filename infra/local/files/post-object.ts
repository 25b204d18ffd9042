import { rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import type { FileUser } from './access.ts';
import type { ObjectFiles } from './object-files.ts';
import type { FileAnswer } from './object-operations.ts';
import { type CheckedPost, checkPost } from './post-policy.ts';
import { S3Refusal } from './s3-error.ts';
import { spoolForm } from './spool-form.ts';

type Posted = {
  readonly files: ObjectFiles;
  readonly bucket: string;
  readonly users: readonly FileUser[];
  readonly now: number;
  readonly address: string;
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

/** Takes a presigned POST form: works in a browser without a script. What it brings may be larger than memory. */
export async function postObject(posted: Posted, request: IncomingMessage): Promise<FileAnswer> {
  const { files } = posted;
  let checked: CheckedPost | undefined;
  const { fields, fileName, file } = await spoolForm(request, files.spool, async (head) => {
    checked = await checkPost(head.fields, posted);
  });
  try {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: S3's own placeholder for the name of the file.
    const key = (fields.get('key') ?? '').replaceAll('${filename}', fileName);
    if (key === '' || !checked?.user.allows('write', key)) throw new S3Refusal(403, 'AccessDenied');
    checked.checkSize(file.size);
    const type = fields.get('content-type');
    const { etag } = files.putFile(key, file, type === undefined ? {} : { 'content-type': type });
    return after(fields, posted, { key, etag });
  } finally {
    rmSync(file.path, { force: true });
  }
}
