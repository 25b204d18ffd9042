import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalPart } from './gateway.ts';

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  map: 'application/json',
};

/**
 * Serves the files made by `npm run assets` as CloudFront does: `/assets/HASH/NAME`, kept for ever, since the hash
 * changes with the content. Only plain names of known types are looked for, so nothing outside the folder can be named.
 */
export function assetsPart(folder: string): LocalPart {
  return {
    prefix: '/assets/',
    handle: async (request, response, url) => {
      const [, name = '', extension = ''] = /^\/assets\/[\w-]+\/([\w-]+\.(\w+))$/.exec(url.pathname) ?? [];
      const type = TYPES[extension];
      const content = type && (await readFile(join(folder, name)).catch(() => undefined));
      if (!content || (request.method !== 'GET' && request.method !== 'HEAD'))
        return void response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
      response.writeHead(200, {
        'content-type': type,
        'content-length': content.length,
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
      });
      response.end(request.method === 'HEAD' ? undefined : content);
    },
  };
}
