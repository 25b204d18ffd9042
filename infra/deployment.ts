import * as z from 'zod';

export const sizes = ['small', 'standard'] as const;
export type Size = (typeof sizes)[number];

/**
 * What a deployment is told, as CDK context (`-c name=value`, or under `context` in a file of one's own).
 * Without any, synth proves both sizes with the example organisation.
 */
const deploymentSchema = z.object({
  /** The account to deploy into; the example account only ever synthesises. */
  account: z.string().regex(/^\d{12}$/, 'twelve digits'),
  /** Where records live. The certificate and the web ACL are always in us-east-1, because CloudFront asks for that. */
  region: z.string().default('eu-west-2'),
  /** The name people type, and the domain mail comes from. */
  domainName: z.string().min(1).default('governance.example.org'),
  /** The Route 53 zone that holds the name. Without one, the records to make are printed as outputs. */
  hostedZoneId: z.string().optional(),
  hostedZoneName: z.string().optional(),
  organisationName: z.string().min(1).default('Example Council'),
  /** Shown in every footer, and told of alarms and bounced mail. */
  contactEmail: z.email().default('governance@example.org'),
  /** Links and origin checks use this. `https://` and the domain name unless told otherwise. */
  publicAddress: z.url().optional(),
  firstAdministrator: z.email().default('governance@example.org'),
  /** The organisation's own OpenID Connect provider; Cognito when absent. */
  oidcIssuer: z.url().optional(),
  oidcClientId: z.string().optional(),
  /** Whether messages also go to Slack. */
  slack: z.enum(['on', 'off']).default('off'),
  /** The version of the origin secret that CloudFront sends. Naming it is what makes a rotation take effect. */
  originSecretVersion: z.string().optional(),
});

type Parameters = z.infer<typeof deploymentSchema>;
export type Deployment = Omit<Parameters, 'publicAddress'> & {
  readonly size: Size;
  readonly publicAddress: string;
};

/** Reads the deployment for one size; throws with the name of each parameter that is wrong. */
export function readDeployment(size: Size, context: (name: string) => unknown): Deployment {
  const given = Object.fromEntries(Object.keys(deploymentSchema.shape).map((name) => [name, context(name)]));
  const parsed = deploymentSchema.safeParse(given);
  if (!parsed.success) throw new Error(`Deployment parameters are wrong. ${z.prettifyError(parsed.error)}`);
  const { publicAddress = `https://${parsed.data.domainName}` } = parsed.data;
  return { ...parsed.data, size, publicAddress };
}

/** Which sizes to synthesise: the one named, or both when none is. */
export function readSizes(given: unknown): readonly Size[] {
  return given === undefined ? sizes : [z.enum(sizes).parse(given)];
}
