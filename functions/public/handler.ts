import { businessClock } from '../../shared/lambda/business-clock.ts';
import { readConfiguration } from '../../shared/lambda/configuration.ts';
import { openFiles } from '../../shared/store/files.ts';
import { openTable } from '../../shared/store/table.ts';
import { publicApp } from './public-app.ts';
import type { PublicServices } from './public-page.ts';

function buildServices(): PublicServices {
  const configuration = readConfiguration(process.env);
  return {
    organisationName: configuration.ORGANISATION_NAME,
    contactEmail: configuration.CONTACT_EMAIL,
    publicAddress: configuration.PUBLIC_ADDRESS,
    demonstration:
      configuration.DEMONSTRATION === ''
        ? null
        : { moveTimeHref: configuration.MOVE_TIME_ADDRESS, tourHref: configuration.TOUR_ADDRESS },
    table: openTable(configuration.TABLE_NAME),
    files: openFiles(configuration.FILES_BUCKET),
    today: businessClock(configuration.CLOCK_FILE).today,
  };
}

let app: ReturnType<typeof publicApp> | undefined;

// called by the HTTP API
export const handler = (...args: Parameters<ReturnType<typeof publicApp>>) => {
  // cold start only
  app ??= publicApp(buildServices());
  return app(...args);
};
