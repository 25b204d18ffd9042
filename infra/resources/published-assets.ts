import { Stack } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct } from 'constructs';
import { acknowledge, managedPolicy, objectsOf } from '../constructs/acknowledge.ts';
import { KeptLog } from '../constructs/kept-log.ts';
import type { BuiltAssets } from './code.ts';

/** The path under which CDK keeps the one function that copies files at deployment. */
const COPIER = 'Custom::CDKBucketDeployment';

/** Puts what browsers load under the address of its version. Older versions stay, for pages that are still open. */
export function publishAssets(scope: Construct, bucket: IBucket, { source, version }: BuiltAssets): void {
  new BucketDeployment(scope, 'AssetsDeployment', {
    sources: [source],
    destinationBucket: bucket,
    destinationKeyPrefix: `assets/${version}`,
    cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
    prune: false,
    retainOnDelete: true,
    logGroup: new KeptLog(scope, 'AssetsDeploymentLog', { key: undefined }).logGroup,
  });
  const copier = Stack.of(scope).node.children.find(({ node }) => node.id.startsWith(COPIER));
  if (!copier) throw new Error('CDK made no function to copy the assets');
  acknowledge(copier, 'AwsSolutions-L1', 'CDK chooses the runtime of its own copying function and moves it on.');
  const { account, region } = Stack.of(scope);
  const findings = [
    managedPolicy('service-role/AWSLambdaBasicExecutionRole'),
    ...['GetObject*', 'GetBucket*', 'List*', 'DeleteObject*', 'Abort*'].map(
      (a) => `AwsSolutions-IAM5[Action::s3:${a}]`,
    ),
    `AwsSolutions-IAM5[Resource::arn:aws:s3:::cdk-hnb659fds-assets-${account}-${region}/*]`,
    objectsOf(bucket, '*'),
  ];
  for (const finding of findings)
    acknowledge(
      copier,
      finding,
      'CDK’s own copying function: it runs only in a deployment and reaches the assets, which anyone may read.',
    );
}
