import { SecretValue } from 'aws-cdk-lib';
import {
  CfnManagedLoginBranding,
  CfnUserPoolClient,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  StandardThreatProtectionMode,
  UserPool,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { acknowledge } from '../constructs/acknowledge.ts';
import { GivenSecret } from '../constructs/given-secret.ts';
import type { Deployment } from '../deployment.ts';

/** What the web function is told of the OpenID Connect provider. */
export type SignIn = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: GivenSecret;
  /** Where the provider's own pages are. */
  readonly origin: string;
  readonly signOutStyle: 'standard' | 'cognito';
};

/** Where the provider sends people back to, after signing in and after signing out; the web function answers there. */
const SIGNED_IN = '/signed-in';
const SIGNED_OUT = '/signed-out';

const secretName = 'quorate/sign-in';

/** The organisation's own provider when there is one, else a Cognito user pool. */
export function makeSignIn(scope: Construct, deployment: Deployment, key: IKey | undefined): SignIn {
  const { oidcIssuer, oidcClientId } = deployment;
  if (!oidcIssuer || !oidcClientId) return makeCognito(scope, deployment, key);
  const clientSecret = new GivenSecret(scope, 'SignInSecret', {
    name: secretName,
    key,
    description: 'The client secret that the organisation’s provider gave us; put in by hand',
    rotation: 'The provider issues the secret; docs/operate.md says how to put in a new one.',
  });
  const { origin } = new URL(oidcIssuer);
  return { issuer: oidcIssuer, clientId: oidcClientId, clientSecret, origin, signOutStyle: 'standard' };
}

const makePool = (scope: Construct, { size }: Deployment): UserPool => {
  const pool = new UserPool(scope, 'People', {
    // People are invited by an administrator; nobody makes an account for themselves.
    selfSignUpEnabled: false,
    signInAliases: { email: true },
    signInCaseSensitive: false,
    mfa: Mfa.REQUIRED,
    mfaSecondFactor: { sms: false, otp: true },
    passwordPolicy: {
      minLength: 14,
      requireLowercase: true,
      requireUppercase: true,
      requireDigits: true,
      requireSymbols: true,
    },
    featurePlan: size === 'small' ? FeaturePlan.ESSENTIALS : FeaturePlan.PLUS,
    standardThreatProtectionMode: size === 'small' ? undefined : StandardThreatProtectionMode.FULL_FUNCTION,
    deletionProtection: true,
  });
  if (size === 'small')
    acknowledge(
      pool,
      'AwsSolutions-COG8',
      'The plus plan is charged per person; a second factor is required of everyone, and the standard size has it.',
    );
  return pool;
};

const makeDomain = (scope: Construct, pool: UserPool, client: UserPoolClient, { domainName, account }: Deployment) => {
  // Prefixes are shared by everyone in the region and may not hold the provider's own names.
  const readable = domainName.replace(/[^a-z0-9]+/g, '-').replace(/aws|amazon|cognito/g, 'x');
  const domain = pool.addDomain('Domain', {
    cognitoDomain: { domainPrefix: `${readable}-${account.slice(-4)}`.slice(-63).replace(/^-/, '') },
    managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
  });
  new CfnManagedLoginBranding(scope, 'SignInPage', {
    userPoolId: pool.userPoolId,
    clientId: client.userPoolClientId,
    useCognitoProvidedValues: true,
  });
  return domain.baseUrl();
};

const makeCognito = (scope: Construct, deployment: Deployment, key: IKey | undefined): SignIn => {
  const pool = makePool(scope, deployment);
  const client = pool.addClient('Web', {
    generateSecret: true,
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    oAuth: {
      // The code flow only; the web function adds PKCE to it.
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
      callbackUrls: [`${deployment.publicAddress}${SIGNED_IN}`],
      logoutUrls: [`${deployment.publicAddress}${SIGNED_OUT}`],
    },
  });
  const origin = makeDomain(scope, pool, client, deployment);
  const made = client.node.defaultChild;
  if (!(made instanceof CfnUserPoolClient)) throw new Error('A user pool client without its resource');
  const clientSecret = new GivenSecret(scope, 'SignInSecret', {
    name: secretName,
    key,
    description: 'The client secret of the user pool',
    secretStringValue: SecretValue.resourceAttribute(made.attrClientSecret),
    rotation: 'Cognito makes the secret with the client; docs/operate.md says how to replace the client.',
  });
  return {
    issuer: pool.userPoolProviderUrl,
    clientId: client.userPoolClientId,
    clientSecret,
    origin,
    signOutStyle: 'cognito',
  };
};
