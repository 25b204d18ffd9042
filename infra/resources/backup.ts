import { Duration, RemovalPolicy, TimeZone } from 'aws-cdk-lib';
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge, managedPolicy } from '../constructs/acknowledge.ts';
import type { Size } from '../deployment.ts';

export type Kept = { readonly table: TableV2; readonly files: IBucket; readonly key: IKey | undefined };

/**
 * Nightly copies for five weeks and monthly ones for seven years, in a vault of their own. The small size relies on
 * point-in-time recovery of the table and on versions of the files, which cost next to nothing.
 */
export function makeBackups(scope: Construct, size: Size, { table, files, key }: Kept): void {
  if (size === 'small') return;
  const vault = new BackupVault(scope, 'Vault', { encryptionKey: key, removalPolicy: RemovalPolicy.RETAIN });
  const plan = new BackupPlan(scope, 'Backups', { backupVault: vault });
  const rule = (ruleName: string, day: string, deleteAfter: Duration) =>
    new BackupPlanRule({
      ruleName,
      deleteAfter,
      scheduleExpression: Schedule.cron({ minute: '30', hour: '2', day }),
      scheduleExpressionTimezone: TimeZone.EUROPE_LONDON,
    });
  plan.addRule(rule('nightly', '*', Duration.days(35)));
  plan.addRule(rule('monthly', '1', Duration.days(7 * 365)));
  plan.addSelection('Records', {
    resources: [BackupResource.fromDynamoDbTable(table), BackupResource.fromArn(files.bucketArn)],
    role: backupRole(scope),
  });
}

const BACKUP_POLICIES = [
  'service-role/AWSBackupServiceRolePolicyForBackup',
  'service-role/AWSBackupServiceRolePolicyForRestores',
  'AWSBackupServiceRolePolicyForS3Backup',
  'AWSBackupServiceRolePolicyForS3Restore',
];

const backupRole = (scope: Construct): Role => {
  const role = new Role(scope, 'BackupRole', {
    assumedBy: new ServicePrincipal('backup.amazonaws.com'),
    managedPolicies: BACKUP_POLICIES.map((name) => ManagedPolicy.fromAwsManagedPolicyName(name)),
  });
  for (const name of BACKUP_POLICIES)
    acknowledge(role, managedPolicy(name), 'AWS keeps this policy in step with what its backup service does.');
  return role;
};
