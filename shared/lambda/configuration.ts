import * as z from 'zod';

/**
 * Where things are. Functions are told, they never ask which host they are on. Endpoints of AWS services come from the
 * SDK's own variables (AWS_ENDPOINT_URL_DYNAMODB, AWS_ENDPOINT_URL_SFN, AWS_ENDPOINT_URL_S3), absent on AWS.
 */
const configurationSchema = z.object({
  TABLE_NAME: z.string().min(1),
  FILES_BUCKET: z.string().default(''),
  /** Links and origin checks use this, never the Host header. No slash at the end. */
  PUBLIC_ADDRESS: z.url().transform((address) => address.replace(/\/$/, '')),
  ORGANISATION_NAME: z.string().min(1),
  /** Who to ask, shown in every footer. */
  CONTACT_EMAIL: z.string().default(''),
  /** `ses:` or `smtp://host:port`. */
  MAIL_URL: z.string().default('ses:'),
  MAIL_FROM: z.string().default('no-reply@localhost'),
  SLACK_API_URL: z.string().default('https://slack.com/api/'),
  SLACK_TOKEN: z.string().default(''),
  OIDC_ISSUER: z.string().default(''),
  OIDC_CLIENT_ID: z.string().default(''),
  OIDC_CLIENT_SECRET: z.string().default(''),
  /** Where the provider's own pages are, when not on our origin: signing out is a form that ends there. */
  IDENTITY_ORIGIN: z.string().default(''),
  SIGN_OUT_STYLE: z.enum(['standard', 'cognito']).default('standard'),
  /** JSON object of workflow name -> state machine ARN. */
  WORKFLOWS: z
    .string()
    .default('{}')
    .transform((text) => z.record(z.string(), z.string()).parse(JSON.parse(text))),
  /** A file with the business time; absent = the real time. See business-clock.ts. */
  CLOCK_FILE: z.string().default(''),
  /** Text of the banner on every page; absent outside a demonstration. */
  DEMONSTRATION: z.string().default(''),
  /** Address of the page that moves time, linked from the banner. */
  MOVE_TIME_ADDRESS: z.string().default(''),
  /** Address of the demonstration's tour, linked from the public first page. */
  TOUR_ADDRESS: z.string().default(''),
  /** Real seconds after which a message claimed and not settled is in doubt; longer than any sender's timeout. */
  MESSAGE_LEASE_SECONDS: z.coerce.number().int().min(1).default(90),
  /** The first administrator's email, bound once on first sign-in. */
  FIRST_ADMINISTRATOR: z.string().default(''),
});
export type Configuration = z.infer<typeof configurationSchema>;

/** Reads the configuration; throws with the names of what is missing (never their values). */
export function readConfiguration(environment: Record<string, string | undefined>): Configuration {
  const parsed = configurationSchema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const names = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new Error(`Configuration is missing or wrong: ${names}`);
}
