import { uuidv7 } from 'uuidv7';
import { buildServices } from '../../shared/lambda/services.ts';
import { openFiles } from '../../shared/store/files.ts';
import { areas } from './areas.ts';
import { webApp } from './web-app.ts';

const servicesOf = () => {
  const services = buildServices();
  return { ...services, files: openFiles(services.configuration.FILES_BUCKET), realNow: Date.now, newId: uuidv7 };
};

let app: ReturnType<typeof webApp> | undefined;

// called by the HTTP API
export const handler = (...args: Parameters<ReturnType<typeof webApp>>) => {
  // cold start only
  app ??= webApp(areas, servicesOf());
  return app(...args);
};
