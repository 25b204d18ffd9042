import { RemovalPolicy } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

export type PrivateBucketProps = Pick<BucketProps, 'encryptionKey' | 'lifecycleRules' | 'versioned'> & {
  /** Where requests to the bucket are logged; absent only for the bucket of logs itself. */
  readonly logs?: IBucket;
};

/** A bucket that nobody reaches but through what is granted, encrypted, over TLS only, and kept when the stack goes. */
export class PrivateBucket extends Bucket {
  constructor(scope: Construct, id: string, { logs, ...rest }: PrivateBucketProps) {
    super(scope, id, {
      ...rest,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: rest.encryptionKey ? BucketEncryption.KMS : BucketEncryption.S3_MANAGED,
      bucketKeyEnabled: rest.encryptionKey ? true : undefined,
      removalPolicy: RemovalPolicy.RETAIN,
      ...(logs ? { serverAccessLogsBucket: logs, serverAccessLogsPrefix: `${id.toLowerCase()}/` } : {}),
    });
  }
}
