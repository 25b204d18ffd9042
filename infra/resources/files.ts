import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { QUARANTINE_PREFIX } from '../../shared/store/table-definition.ts';
import { acknowledge } from '../constructs/acknowledge.ts';
import { PrivateBucket } from '../constructs/private-bucket.ts';

export type Buckets = { readonly files: IBucket; readonly assets: IBucket };

/** Papers and long texts, what browsers load, and the log of requests to both. */
export function makeBuckets(scope: Construct, key: IKey | undefined): Buckets {
  const logs = new PrivateBucket(scope, 'BucketLogs', { lifecycleRules: [{ expiration: Duration.days(90) }] });
  acknowledge(logs, 'AwsSolutions-S1', 'This bucket holds the access logs; logging it into itself would never end.');
  const files = new PrivateBucket(scope, 'Files', {
    logs,
    encryptionKey: key,
    versioned: true,
    lifecycleRules: [
      // A day: whoever has sent a file adds it to an item within minutes.
      { prefix: QUARANTINE_PREFIX, expiration: Duration.days(1), noncurrentVersionExpiration: Duration.days(1) },
      { abortIncompleteMultipartUploadAfter: Duration.days(2), noncurrentVersionExpiration: Duration.days(35) },
    ],
  });
  return { files, assets: new PrivateBucket(scope, 'Assets', { logs }) };
}
