import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { readBody } from './gateway/request-body.ts';

const FORM_BYTES = 16 * 1024;

/** Protects the host's own forms: they are taken from the host's own pages only. */
export type FormGuard = ReturnType<typeof formGuard>;

const isOurs = (request: IncomingMessage, publicAddress: string): boolean => {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  const { origin } = request.headers;
  return origin === undefined ? site === 'same-origin' : origin === publicAddress;
};

/** A guard for forms posted to the host: the browser must say that they come from here, and they carry a token of their purpose. */
export function formGuard(publicAddress: string, key: string) {
  const token = (purpose: string): string => createHmac('sha256', key).update(purpose).digest('base64url');
  const same = (a: string, b: string): boolean => {
    const [left, right] = [Buffer.from(a), Buffer.from(b)];
    return left.length === right.length && timingSafeEqual(left, right);
  };
  /** The fields of a form, or undefined when it did not come from a page of ours. */
  const fields = async (request: IncomingMessage, purpose: string): Promise<URLSearchParams | undefined> => {
    const body = await readBody(request, FORM_BYTES);
    if (!Buffer.isBuffer(body) || !isOurs(request, publicAddress)) return undefined;
    const posted = new URLSearchParams(body.toString('utf8'));
    return same(posted.get('token') ?? '', token(purpose)) ? posted : undefined;
  };
  return { token, fields };
}
