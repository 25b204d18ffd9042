import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { GivenSecret } from '../constructs/given-secret.ts';
import type { Deployment } from '../deployment.ts';

export type Secrets = { readonly origin: GivenSecret; readonly slackToken: GivenSecret | undefined };

/** What proves to the API that CloudFront is asking, and what Slack knows us by. */
export function makeSecrets(scope: Construct, deployment: Deployment, key: IKey | undefined): Secrets {
  const origin = new GivenSecret(scope, 'OriginSecret', {
    name: 'quorate/origin',
    key,
    description: 'The header that CloudFront sends to the API: the current value and the one before',
    // Both are accepted, so that a new value can be put in before CloudFront has it everywhere.
    generateSecretString: {
      secretStringTemplate: JSON.stringify({ previous: '' }),
      generateStringKey: 'current',
      passwordLength: 48,
      excludePunctuation: true,
    },
    rotation: 'Rotated by the steps in docs/operate.md, because CloudFront takes the new value from a deployment.',
  });
  const slackToken =
    deployment.slack === 'off'
      ? undefined
      : new GivenSecret(scope, 'SlackToken', {
          name: 'quorate/slack-token',
          key,
          description: 'The bot token of the Slack app; put in by hand after the first deployment',
          rotation: 'Slack issues the token to a person; docs/operate.md says how to put in a new one.',
        });
  return { origin, slackToken };
}
