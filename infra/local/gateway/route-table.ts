import type { FunctionEntry } from '../../../functions/index.ts';

/** One route of the HTTP API: `METHOD /path/{name}/{rest+}`, `ANY /path` or `$default`. */
type Route = {
  readonly routeKey: string;
  readonly method: string;
  readonly segments: readonly string[] | undefined;
  readonly entry: FunctionEntry;
};

export type RouteHit = {
  readonly entry: FunctionEntry;
  readonly routeKey: string;
  readonly pathParameters: Record<string, string> | undefined;
};

const isGreedy = (segment: string) => /^\{[\w.-]+\+\}$/.test(segment);
const isVariable = (segment: string) => /^\{[\w.-]+\}$/.test(segment);
const nameOf = (segment: string) => segment.slice(1).replace(/\+?\}$/, '');

const toRoute = (routeKey: string, entry: FunctionEntry): Route => {
  if (routeKey === '$default') return { routeKey, method: 'ANY', segments: undefined, entry };
  const [method = 'ANY', path = '/'] = routeKey.split(' ');
  return { routeKey, method, segments: path.split('/').slice(1), entry };
};

// The order in which API Gateway prefers routes: full match, then variables, then a greedy end, then `$default`.
const weight = ({ segments }: Route): number => {
  if (segments === undefined) return 3;
  if (segments.some(isGreedy)) return 2;
  return segments.some(isVariable) ? 1 : 0;
};

const literals = ({ segments = [] }: Route): number => segments.filter((s) => !isGreedy(s) && !isVariable(s)).length;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

// What one segment of a route takes of a path: undefined if it does not fit, else the parameter it names.
const takeSegment = (segment: string, at: number, path: readonly string[]): Record<string, string> | undefined => {
  const here = path[at];
  if (here === undefined) return undefined;
  if (isGreedy(segment)) return here === '' ? undefined : { [nameOf(segment)]: decoded(path.slice(at).join('/')) };
  if (isVariable(segment)) return here === '' ? undefined : { [nameOf(segment)]: decoded(here) };
  return segment === here ? {} : undefined;
};

const match = (route: Route, method: string, path: readonly string[]): Record<string, string> | undefined => {
  if (route.segments === undefined) return {};
  if (route.method !== 'ANY' && route.method !== method) return undefined;
  const greedy = route.segments.some(isGreedy);
  if (greedy ? path.length < route.segments.length : path.length !== route.segments.length) return undefined;
  const found: Record<string, string> = {};
  for (const [at, segment] of route.segments.entries()) {
    const taken = takeSegment(segment, at, path);
    if (!taken) return undefined;
    Object.assign(found, taken);
  }
  return found;
};

/** Finds the function for a request as an HTTP API does: the most specific route first, `$default` last. */
export function routeTable(
  functions: readonly FunctionEntry[],
): (method: string, path: string) => RouteHit | undefined {
  const routes = functions
    .flatMap((entry) =>
      entry.events.flatMap((event) => (event.sort === 'http' ? event.paths.map((path) => toRoute(path, entry)) : [])),
    )
    .sort(
      (a, b) =>
        weight(a) - weight(b) || literals(b) - literals(a) || Number(a.method === 'ANY') - Number(b.method === 'ANY'),
    );
  return (method, path) => {
    const segments = path.split('/').slice(1);
    for (const route of routes) {
      const found = match(route, method, segments);
      if (!found) continue;
      const pathParameters = Object.keys(found).length > 0 ? found : undefined;
      return { entry: route.entry, routeKey: route.routeKey, pathParameters };
    }
    return undefined;
  };
}
