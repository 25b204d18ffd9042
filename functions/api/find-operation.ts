import type { Line } from './operation.ts';
import { Refused } from './problems.ts';

/** What comes before every path of the API. */
export const BASE = '/api/v1';

function match(path: string, segments: readonly string[]): Record<string, string> | undefined {
  const wanted = path.split('/');
  if (wanted.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const here = segments[at] ?? '';
    if (!part.startsWith('{')) {
      if (part !== here) return undefined;
    } else if (/^[a-z0-9][a-z0-9-]{1,63}$/.test(here)) params[part.slice(1, -1)] = here;
    else return undefined;
  }
  return params;
}

/** The operation at an address. Throws `Refused`: not found, or found under other methods, which are named. */
export function findOperation<One extends Pick<Line, 'method' | 'path'>>(
  operations: readonly One[],
  method: string,
  address: string,
): { operation: One; params: Record<string, string> } {
  if (!address.startsWith(`${BASE}/`)) throw new Refused('not-found');
  const segments = address.slice(BASE.length).split('/');
  const here = operations.flatMap((operation) => {
    const params = match(operation.path, segments);
    return params ? [{ operation, params }] : [];
  });
  if (here.length === 0) throw new Refused('not-found');
  const wanted = method === 'HEAD' ? 'GET' : method;
  const found = here.find(({ operation }) => operation.method === wanted);
  if (found) return found;
  const allowed = here.flatMap(({ operation }) => (operation.method === 'GET' ? ['GET', 'HEAD'] : [operation.method]));
  throw new Refused('wrong-method', { headers: { allow: [...new Set(allowed)].join(', ') } });
}
