import type { Day } from '../../shared/domain/calendar/day.ts';
import { machineArn } from './engine/names.ts';
import type { Secrets } from './secrets.ts';

export const TABLE_NAME = 'quorate';
export const BUCKET = 'quorate-files';
export const CLIENT_ID = 'quorate';
/** The access key of every function but the public one, and that of the public one. */
export const ACCESS_KEY = 'local-functions';
export const PUBLIC_ACCESS_KEY = 'local-public';
/** The prefix of the files that the public function may read. */
export const PUBLISHED_FILES = 'published/';
export const REGION = 'eu-west-2';

/** Where the host's servers are. */
export type Places = {
  readonly publicAddress: string;
  readonly table: string;
  readonly publishedTable: string;
  readonly workflows: string;
  readonly files: string;
  readonly smtpPort: number;
  readonly clockFile: string;
};

export type Organisation = {
  readonly name: string;
  readonly contactEmail: string;
  readonly firstAdministrator: string;
};

type Wanted = {
  readonly places: Places;
  readonly secrets: Secrets;
  readonly organisation: Organisation;
  readonly workflowNames: readonly string[];
  readonly signOutStyle: 'standard' | 'cognito';
};

const common = ({ places, organisation }: Wanted): Record<string, string> => ({
  TZ: 'Europe/London',
  NODE_ENV: 'production',
  AWS_REGION: REGION,
  AWS_EC2_METADATA_DISABLED: 'true',
  TABLE_NAME,
  FILES_BUCKET: BUCKET,
  PUBLIC_ADDRESS: places.publicAddress,
  ORGANISATION_NAME: organisation.name,
  CONTACT_EMAIL: organisation.contactEmail,
  CLOCK_FILE: places.clockFile,
  DEMONSTRATION: 'Demonstration. Fictional people and places.',
  MOVE_TIME_ADDRESS: `${places.publicAddress}/local/time`,
  TOUR_ADDRESS: `${places.publicAddress}/local/tour`,
  AWS_ENDPOINT_URL_S3: places.files,
});

/** What the functions are told, by the names of shared/lambda/configuration.ts and of the SDK. */
export function functionEnvironment(wanted: Wanted): Record<string, string> {
  const { places, secrets, organisation, workflowNames, signOutStyle } = wanted;
  return {
    ...common(wanted),
    AWS_ACCESS_KEY_ID: ACCESS_KEY,
    AWS_SECRET_ACCESS_KEY: secrets.filesSecret,
    AWS_ENDPOINT_URL_DYNAMODB: places.table,
    AWS_ENDPOINT_URL_SFN: places.workflows,
    WORKFLOWS: JSON.stringify(Object.fromEntries(workflowNames.map((name) => [name, machineArn(name)]))),
    MAIL_URL: `smtp://127.0.0.1:${places.smtpPort}`,
    MAIL_FROM: organisation.contactEmail,
    SLACK_API_URL: `${places.publicAddress}/local/slack/api/`,
    SLACK_TOKEN: secrets.slackToken,
    OIDC_ISSUER: `${places.publicAddress}/identity`,
    OIDC_CLIENT_ID: CLIENT_ID,
    OIDC_CLIENT_SECRET: secrets.clientSecret,
    SIGN_OUT_STYLE: signOutStyle,
    FIRST_ADMINISTRATOR: organisation.firstAdministrator,
  };
}

/** What the public function is told: the guarded table, files it may read, no secret of anybody else. */
export function publishedEnvironment(wanted: Wanted): Record<string, string> {
  return {
    ...common(wanted),
    AWS_ACCESS_KEY_ID: PUBLIC_ACCESS_KEY,
    AWS_SECRET_ACCESS_KEY: wanted.secrets.publicFilesSecret,
    AWS_ENDPOINT_URL_DYNAMODB: wanted.places.publishedTable,
  };
}

/** The demonstration's first day: Monday 15 April 2019, unless `--today` says otherwise. */
export const FIRST_DAY: Day = '2019-04-15';
