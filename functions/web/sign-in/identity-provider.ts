import * as client from 'openid-client';
import type { Configuration } from '../../../shared/lambda/configuration.ts';
import { revealSecret } from '../../../shared/lambda/secret.ts';

let discovered: Promise<client.Configuration> | undefined;

/** The organisation's identity provider, discovered on the first sign-in and kept; a failed discovery is tried again. */
export function identityProvider(configuration: Configuration): Promise<client.Configuration> {
  const issuer = new URL(configuration.OIDC_ISSUER);
  // A provider on this machine's own loopback has no TLS; anything else must.
  const execute = issuer.protocol === 'http:' && issuer.hostname === 'localhost' ? [client.allowInsecureRequests] : [];
  discovered ??= revealSecret(configuration.OIDC_CLIENT_SECRET)
    .then((secret) =>
      client.discovery(issuer, configuration.OIDC_CLIENT_ID, secret, undefined, { execute, timeout: 10 }),
    )
    .catch((fault: unknown) => {
      discovered = undefined;
      throw fault;
    });
  return discovered;
}
