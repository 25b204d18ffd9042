import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';
import { makeAlarms } from './resources/alarms.ts';
import { makeBackups } from './resources/backup.ts';
import type { BuiltAssets } from './resources/code.ts';
import { makeDistribution } from './resources/distribution.ts';
import { makeBuckets } from './resources/files.ts';
import { makeFunctions } from './resources/functions.ts';
import { hostedZone } from './resources/hosted-zone.ts';
import { makeHttpApi } from './resources/http-api.ts';
import { makeKey } from './resources/key.ts';
import { makeMail } from './resources/mail.ts';
import { feedFromOutbox } from './resources/outbox-stream.ts';
import { publishAssets } from './resources/published-assets.ts';
import { makeSchedules } from './resources/schedules.ts';
import { makeSecrets } from './resources/secrets.ts';
import { makeSignIn } from './resources/sign-in.ts';
import { makeTable } from './resources/table.ts';
import { makeWorkflows, workflowArns } from './resources/workflows.ts';

export type GovernanceStackProps = {
  readonly deployment: Deployment;
  readonly certificate: ICertificate;
  readonly webAclArn: string | undefined;
  readonly bundle: (name: string) => Code;
  readonly assets: BuiltAssets;
};

/** Everything but the edge, in the order in which things need each other. */
export class GovernanceStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    { deployment, certificate, webAclArn, bundle, assets }: GovernanceStackProps,
  ) {
    const { account, region, size } = deployment;
    super(scope, id, {
      stackName: 'quorate-governance',
      description: 'Quorate: records, functions, workflows and pages',
      env: { account, region },
      terminationProtection: true,
    });
    const key = makeKey(this, size);
    const zone = hostedZone(this, deployment);
    const table = makeTable(this, key);
    const buckets = makeBuckets(this, key);
    const mail = makeMail(this, { deployment, key, zone });
    const secrets = makeSecrets(this, deployment, key);
    const made = makeFunctions(this, {
      bundle,
      mail,
      secrets,
      records: { table, files: buckets.files, key },
      told: {
        deployment,
        tableName: table.tableName,
        filesBucket: buckets.files.bucketName,
        mailFrom: mail.from,
        slackToken: secrets.slackToken?.reference,
        originSecret: secrets.origin.reference,
        signIn: makeSignIn(this, deployment, key),
        workflowArns: workflowArns(this),
      },
    });
    const workflows = makeWorkflows(this, made, key);
    const outboxDeadLetters = feedFromOutbox(this, table, made);
    const scheduleDeadLetters = makeSchedules(this, made, workflows);
    const api = makeHttpApi(this, made, key);
    const distribution = makeDistribution(this, {
      deployment,
      api,
      assets: buckets.assets,
      originSecret: secrets.origin,
      certificate,
      webAclArn,
      zone,
    });
    publishAssets(this, buckets.assets, assets);
    makeBackups(this, size, { table, files: buckets.files, key });
    makeAlarms(this, {
      deployment,
      key,
      table,
      made,
      workflows,
      api,
      deadLetters: [outboxDeadLetters, scheduleDeadLetters],
    });
    new CfnOutput(this, 'DistributionName', {
      description: 'The name to point the domain at, where no hosted zone was given',
      value: distribution.distributionDomainName,
    });
  }
}
