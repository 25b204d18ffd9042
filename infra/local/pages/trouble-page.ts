import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { render } from '../../../shared/pages/render.ts';
import type { GatewayTrouble } from '../gateway/gateway.ts';
import { type LocalSite, localFrame } from './local-page.ts';

const LIMIT = '6 MB';

const titles: Record<GatewayTrouble, { title: string; template: string; message: string }> = {
  'not found': { title: 'Page not found', template: 'errors/not-found.njk', message: 'Not Found' },
  'head too large': {
    title: 'That is too large',
    template: 'errors/too-large.njk',
    message: 'Request line and headers are larger than 10240 bytes',
  },
  'body too large': {
    title: 'That is too large',
    template: 'errors/too-large.njk',
    message: `Request body is larger than ${LIMIT}`,
  },
  'too slow': { title: 'Something went wrong here', template: 'errors/gone-wrong.njk', message: 'Service Unavailable' },
  'gone wrong': {
    title: 'Something went wrong here',
    template: 'errors/gone-wrong.njk',
    message: 'Internal Server Error',
  },
  'wrong host': { title: 'Page not found', template: 'errors/not-found.njk', message: 'Misdirected Request' },
};

const megabytes = (request: IncomingMessage): string | undefined => {
  const bytes = Number(request.headers['content-length']);
  return bytes > 0 ? `${(bytes / (1024 * 1024)).toFixed(1)} MB` : undefined;
};

// Only a page of our own, and only its path: the header comes from outside.
const backTo = (request: IncomingMessage, publicAddress: string): string | undefined => {
  const referer = request.headers.referer ?? '';
  return referer.startsWith(`${publicAddress}/`) ? referer.slice(publicAddress.length) : undefined;
};

/** What the gateway says where no function can: a page in plain words, or JSON below /api. */
export function troublePages(site: LocalSite, publicAddress: string) {
  return (trouble: GatewayTrouble, request: IncomingMessage): { contentType: string; body: string } => {
    const { title, template, message } = titles[trouble];
    if (request.url?.startsWith('/api')) return { contentType: 'application/json', body: JSON.stringify({ message }) };
    const size = trouble === 'body too large' ? megabytes(request) : undefined;
    const limit = trouble === 'head too large' ? '10,240 bytes of address and headers' : LIMIT;
    const backHref = backTo(request, publicAddress);
    const page = { frame: localFrame(site, title), limit, size, backHref, reference: randomUUID().slice(0, 8) };
    return { contentType: 'text/html; charset=utf-8', body: render(template, page) };
  };
}
