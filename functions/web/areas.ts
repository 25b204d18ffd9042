import type { Area } from './route.ts';

/** Every page there is, one line an area: where its addresses begin, and its routes. The first match wins. */
export const areas: readonly Area[] = [
  { firstParts: ['', 'home'], load: async () => (await import('./home/routes.ts')).homeRoutes },
  { firstParts: ['minutes'], load: async () => (await import('./minutes/routes.ts')).minutesRoutes },
  { firstParts: ['meetings'], load: async () => (await import('./publication/routes.ts')).publicationRoutes },
  { firstParts: ['meetings'], load: async () => (await import('./meetings/routes.ts')).meetingRoutes },
  { firstParts: ['commitments'], load: async () => (await import('./commitments/routes.ts')).commitmentRoutes },
  { firstParts: ['plan', 'bodies'], load: async () => (await import('./plan/routes.ts')).planRoutes },
  { firstParts: ['agenda-items'], load: async () => (await import('./reports/routes.ts')).reportRoutes },
  { firstParts: ['programmes'], load: async () => (await import('./programme/routes.ts')).programmeRoutes },
  {
    firstParts: ['decision-records', 'call-ins', 'key-decisions'],
    load: async () => (await import('./decisions/routes.ts')).decisionRoutes,
  },
  { firstParts: ['print'], load: async () => (await import('./print/routes.ts')).printRoutes },
  {
    firstParts: ['written-resolutions'],
    load: async () => (await import('./written-resolutions/routes.ts')).writtenRoutes,
  },
  { firstParts: ['people'], load: async () => (await import('./people/routes.ts')).peopleRoutes },
  {
    firstParts: ['administration'],
    load: async () => (await import('./administration/routes.ts')).administrationRoutes,
  },
  { firstParts: ['apologies'], load: async () => (await import('./apologies/routes.ts')).apologiesRoutes },
  { firstParts: ['questions'], load: async () => (await import('./questions/routes.ts')).questionRoutes },
  {
    firstParts: ['my', 'administration'],
    load: async () => (await import('./api-tokens/routes.ts')).apiTokenRoutes,
  },
  {
    firstParts: ['messages', 'my', 'my-messages'],
    load: async () => (await import('./messages/routes.ts')).messagesRoutes,
  },
  {
    firstParts: ['sign-in', 'signed-in', 'sign-out', 'signed-out'],
    load: async () => (await import('./sign-in/routes.ts')).signInRoutes,
  },
];
