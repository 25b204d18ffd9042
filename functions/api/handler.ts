import { uuidv7 } from 'uuidv7';
import { buildServices } from '../../shared/lambda/services.ts';
import { apiApp } from './api-app.ts';

let app: ReturnType<typeof apiApp> | undefined;

// called by the HTTP API
export const handler = (...args: Parameters<ReturnType<typeof apiApp>>) => {
  // cold start only
  app ??= apiApp({ ...buildServices(), realNow: Date.now, newId: uuidv7 });
  return app(...args);
};
