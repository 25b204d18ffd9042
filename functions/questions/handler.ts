import { uuidv7 } from 'uuidv7';
import { businessClock } from '../../shared/lambda/business-clock.ts';
import { readConfiguration } from '../../shared/lambda/configuration.ts';
import { openTable } from '../../shared/store/table.ts';
import { askApp } from './ask-app.ts';
import type { AskServices } from './ask-page.ts';

/** What it writes is short: it has no files, and may have none. */
const noLongTexts = {
  put: () => Promise.reject(new Error('The public forms keep no long texts')),
  get: () => Promise.reject(new Error('The public forms keep no long texts')),
};

function buildServices(): AskServices {
  const configuration = readConfiguration(process.env);
  const clock = businessClock(configuration.CLOCK_FILE);
  return {
    organisationName: configuration.ORGANISATION_NAME,
    contactEmail: configuration.CONTACT_EMAIL,
    publicAddress: configuration.PUBLIC_ADDRESS,
    moveTimeHref: configuration.DEMONSTRATION === '' ? null : configuration.MOVE_TIME_ADDRESS,
    register: { table: openTable(configuration.TABLE_NAME), blobs: noLongTexts },
    now: clock.now,
    today: clock.today,
    realNow: Date.now,
    newId: uuidv7,
  };
}

let app: ReturnType<typeof askApp> | undefined;

// called by the HTTP API
export const handler = (...args: Parameters<ReturnType<typeof askApp>>) => {
  // cold start only
  app ??= askApp(buildServices());
  return app(...args);
};
