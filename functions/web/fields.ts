import type { Fields } from './route.ts';

/** Fields of a query or a form post, over URLSearchParams. Missing ones read as empty text. */
export function fieldsOf(encoded: string | URLSearchParams): Fields {
  const found = typeof encoded === 'string' ? new URLSearchParams(encoded) : encoded;
  return {
    // Browsers send CRLF in text areas; texts are kept with plain line feeds.
    get: (name) => (found.get(name) ?? '').replaceAll('\r\n', '\n'),
    all: (name) => found.getAll(name).map((value) => value.replaceAll('\r\n', '\n')),
    has: (name) => found.has(name),
    names: () => [...new Set(found.keys())],
  };
}
