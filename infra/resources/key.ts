import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Size } from '../deployment.ts';

/** The customer's own key, in the standard size; the small size uses the keys that AWS keeps, which cost nothing. */
export function makeKey(scope: Construct, size: Size): Key | undefined {
  if (size === 'small') return undefined;
  const key = new Key(scope, 'Key', {
    description: 'Records, files, secrets, logs and backups of Quorate',
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  const { region, account, partition } = Stack.of(scope);
  key.grantEncryptDecrypt(
    new ServicePrincipal('logs.amazonaws.com', { region }).withConditions({
      ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:log-group:*` },
    }),
  );
  // Alarms are granted the key with their topic; notices of bounced mail are not.
  key.grantEncryptDecrypt(
    new ServicePrincipal('ses.amazonaws.com').withConditions({ StringEquals: { 'aws:SourceAccount': account } }),
  );
  return key;
}
