import * as z from 'zod';

// One schema serves many fields: each costs something at every cold start.
const optionalText = z.string().default('');
const neededText = z.string().min(1);

/**
 * Where things are. Functions are told, they never ask which host they are on. Endpoints of AWS services come from the
 * SDK's own variables (AWS_ENDPOINT_URL_DYNAMODB, AWS_ENDPOINT_URL_SFN, AWS_ENDPOINT_URL_S3), absent on AWS.
 */
const configurationSchema = z.object({
  TABLE_NAME: neededText,
  FILES_BUCKET: optionalText,
  /** Links and origin checks use this, never the Host header. No slash at the end. */
  PUBLIC_ADDRESS: z.url().transform((address) => address.replace(/\/$/, '')),
  ORGANISATION_NAME: neededText,
  /** Who to ask, shown in every footer. */
  CONTACT_EMAIL: optionalText,
  /** `ses:` or `smtp://host:port`. */
  MAIL_URL: z.string().default('ses:'),
  MAIL_FROM: z.string().default('no-reply@localhost'),
  SLACK_API_URL: z.string().default('https://slack.com/api/'),
  SLACK_TOKEN: optionalText,
  OIDC_ISSUER: optionalText,
  OIDC_CLIENT_ID: optionalText,
  OIDC_CLIENT_SECRET: optionalText,
  /** Where the provider's own pages are, when not on our origin: signing out is a form that ends there. */
  IDENTITY_ORIGIN: optionalText,
  SIGN_OUT_STYLE: z.enum(['standard', 'cognito']).default('standard'),
  /** JSON object of workflow name -> state machine ARN. */
  WORKFLOWS: z
    .string()
    .default('{}')
    .transform((text) => z.record(z.string(), z.string()).parse(JSON.parse(text))),
  /** A file with the business time; absent = the real time. See business-clock.ts. */
  CLOCK_FILE: optionalText,
  /** Text of the banner on every page; absent outside a demonstration. */
  DEMONSTRATION: optionalText,
  /** Address of the page that moves time, linked from the banner. */
  MOVE_TIME_ADDRESS: optionalText,
  /** Address of the demonstration's tour, linked from the public first page. */
  TOUR_ADDRESS: optionalText,
  /** Real seconds after which a message claimed and not settled is in doubt; longer than any sender's timeout. */
  MESSAGE_LEASE_SECONDS: z.coerce.number().int().min(1).default(90),
  /** The first administrator's email, bound once on first sign-in. */
  FIRST_ADMINISTRATOR: optionalText,
});
export type Configuration = z.infer<typeof configurationSchema>;

/** Reads the configuration; throws with the names of what is missing (never their values). */
export function readConfiguration(environment: Record<string, string | undefined>): Configuration {
  const parsed = configurationSchema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const names = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new Error(`Configuration is missing or wrong: ${names}`);
}
