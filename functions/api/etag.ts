import { createHash } from 'node:crypto';
import { Refused } from './problems.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 16);

/** The ETag of an answer: the record's version, where it is of one, and what was said, which depends on who asks and when. */
export function etagOf(text: string, version?: number): string {
  return `"${version === undefined ? '' : `${version}.`}${digest(text)}"`;
}

/** The ETag of a version of which nothing was read. */
export function etagOfVersion(version: number): string {
  return `"${version}"`;
}

/** Has the asker got what this ETag stands for? */
export function isHeld(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const held = ifNoneMatch.split(',').map((one) => one.trim().replace(/^W\//, ''));
  return held.includes(etag) || held.includes('*');
}

/** The version that an If-Match names. Throws `Refused` when there is none, or when it is none of ours. */
export function versionAsked(ifMatch: string | undefined): number {
  if (ifMatch === undefined) throw new Refused('version-needed');
  const [, version] = /^\s*"(\d{1,9})(?:\.[\w-]{1,64})?"\s*$/.exec(ifMatch) ?? [];
  if (version === undefined) throw new Refused('wrong-header', { detail: 'If-Match is not an ETag of a record' });
  return Number(version);
}
