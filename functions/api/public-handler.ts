import { businessClock } from '../../shared/lambda/business-clock.ts';
import { readConfiguration } from '../../shared/lambda/configuration.ts';
import { openTable } from '../../shared/store/table.ts';
import { type PublicApiServices, publicApiApp } from './public-app.ts';

function buildServices(): PublicApiServices {
  const configuration = readConfiguration(process.env);
  return {
    publicAddress: configuration.PUBLIC_ADDRESS,
    organisationName: configuration.ORGANISATION_NAME,
    demonstration: configuration.DEMONSTRATION === '' ? null : { moveTimeHref: configuration.MOVE_TIME_ADDRESS },
    table: openTable(configuration.TABLE_NAME),
    today: businessClock(configuration.CLOCK_FILE).today,
  };
}

let app: ReturnType<typeof publicApiApp> | undefined;

// called by the HTTP API
export const handler = (...args: Parameters<ReturnType<typeof publicApiApp>>) => {
  // cold start only
  app ??= publicApiApp(buildServices());
  return app(...args);
};
