import { uuidv7 } from 'uuidv7';
import { buildServices } from '../../shared/lambda/services.ts';
import { openFiles } from '../../shared/store/files.ts';
import { apiApp } from './api-app.ts';

const servicesOf = () => {
  const services = buildServices();
  return { ...services, files: openFiles(services.configuration.FILES_BUCKET), realNow: Date.now, newId: uuidv7 };
};

let app: ReturnType<typeof apiApp> | undefined;

// called by the HTTP API
export const handler = (...args: Parameters<ReturnType<typeof apiApp>>) => {
  // cold start only
  app ??= apiApp(servicesOf());
  return app(...args);
};
