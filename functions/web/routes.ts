import { administrationRoutes } from './administration/routes.ts';
import { commitmentRoutes } from './commitments/routes.ts';
import { homeRoutes } from './home/routes.ts';
import { meetingRoutes } from './meetings/routes.ts';
import { messagesRoutes } from './messages/routes.ts';
import { minutesRoutes } from './minutes/routes.ts';
import { peopleRoutes } from './people/routes.ts';
import { planRoutes } from './plan/routes.ts';
import type { Route } from './route.ts';
import { signInRoutes } from './sign-in/routes.ts';

/** Every page there is, one list an area; the first match wins. */
export const routes: readonly Route[] = [
  ...minutesRoutes,
  ...meetingRoutes,
  ...signInRoutes,
  ...homeRoutes,
  ...commitmentRoutes,
  ...planRoutes,
  ...peopleRoutes,
  ...administrationRoutes,
  ...messagesRoutes,
];
