import { minutesRoutes } from './minutes/routes.ts';
import type { Route } from './route.ts';
import { signInRoutes } from './sign-in/routes.ts';

/** Every page there is, one list an area; the first match wins. */
export const routes: readonly Route[] = [...minutesRoutes, ...signInRoutes];
