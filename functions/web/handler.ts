import { uuidv7 } from 'uuidv7';
import { buildServices } from '../../shared/lambda/services.ts';
import { areas } from './areas.ts';
import { webApp } from './web-app.ts';

let app: ReturnType<typeof webApp> | undefined;

// called by the HTTP API
export const handler = (...args: Parameters<ReturnType<typeof webApp>>) => {
  // cold start only
  app ??= webApp(areas, { ...buildServices(), realNow: Date.now, newId: uuidv7 });
  return app(...args);
};
