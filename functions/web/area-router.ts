import httpRouterHandler from '@middy/http-router';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { Area, Route } from './route.ts';

type Event = APIGatewayProxyEventV2;
type Result = APIGatewayProxyStructuredResultV2;
type Router = (event: Event, context: Context) => Promise<unknown>;

/** `people` of /people/{id}; '' of /. */
export function firstPartOf(path: string): string {
  return path.split('/')[1] ?? '';
}

const isResult = (value: unknown): value is Result =>
  typeof value === 'object' && value !== null && 'statusCode' in value;

/**
 * Finds the route of an event, in the areas whose addresses begin as its path does; what `serve` makes of that route
 * answers. Answers undefined where there is no such page. An area is loaded and put together once, when first asked for.
 */
export function areaRouter(areas: readonly Area[], serve: (route: Route) => (event: Event) => Promise<Result>) {
  const routers = new Map<string, Promise<Router>>();
  const build = async (sharing: readonly Area[]): Promise<Router> => {
    const lists = await Promise.all(sharing.map(({ load }) => load()));
    return httpRouterHandler<Event, Result>({
      routes: lists.flat().map((route) => ({ method: route.method, path: route.path, handler: serve(route) })),
      notFoundResponse: () => undefined,
    });
  };
  return async (event: Event, context: Context): Promise<Result | undefined> => {
    const firstPart = firstPartOf(event.rawPath);
    const sharing = areas.filter(({ firstParts }) => firstParts.includes(firstPart));
    if (sharing.length === 0) return undefined;
    const router = routers.get(firstPart) ?? build(sharing);
    routers.set(firstPart, router);
    const found = await (await router)(event, context);
    return isResult(found) ? found : undefined;
  };
}
