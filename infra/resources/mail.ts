import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CnameRecord, type IHostedZone, MxRecord, TxtRecord } from 'aws-cdk-lib/aws-route53';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
} from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { GovernanceFunction } from '../constructs/governance-function.ts';
import type { Deployment } from '../deployment.ts';

export type Mail = { readonly from: string; readonly identityArn: string; readonly configurationSetArn: string };

export type MailProps = {
  readonly deployment: Deployment;
  readonly key: IKey | undefined;
  readonly zone: IHostedZone | undefined;
};

/** The domain that mail comes from, and a notice to the contact address when a message bounces or is complained about. */
export function makeMail(scope: Construct, { deployment, key, zone }: MailProps): Mail {
  const configurationSet = new ConfigurationSet(scope, 'MailConfiguration', {
    tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
    reputationMetrics: true,
  });
  const trouble = new Topic(scope, 'MailTrouble', { enforceSSL: true, masterKey: key });
  trouble.addSubscription(new EmailSubscription(deployment.contactEmail));
  const destination = configurationSet.addEventDestination('Trouble', {
    destination: EventDestination.snsTopic(trouble),
    events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.REJECT],
  });
  // SES tries whether it may publish when the destination is made.
  destination.node.addDependency(trouble);
  const identity = new EmailIdentity(scope, 'MailIdentity', {
    identity: Identity.domain(deployment.domainName),
    configurationSet,
    mailFromDomain: `bounce.${deployment.domainName}`,
  });
  nameServerRecords(scope, identity, deployment, zone);
  return {
    from: `no-reply@${deployment.domainName}`,
    identityArn: identity.emailIdentityArn,
    configurationSetArn: Stack.of(scope).formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: configurationSet.configurationSetName,
    }),
  };
}

const nameServerRecords = (
  scope: Construct,
  identity: EmailIdentity,
  { domainName, region }: Deployment,
  zone: IHostedZone | undefined,
): void => {
  if (!zone) {
    for (const [at, { name, value }] of identity.dkimRecords.entries())
      new CfnOutput(scope, `MailRecord${at + 1}`, { description: 'CNAME to make', value: `${name} ${value}` });
    return;
  }
  for (const [at, { name, value }] of identity.dkimRecords.entries())
    new CnameRecord(scope, `MailKey${at + 1}`, { zone, recordName: `${name}.`, domainName: value });
  const recordName = `bounce.${domainName}.`;
  const hostName = `feedback-smtp.${region}.amazonses.com`;
  new MxRecord(scope, 'MailReturn', { zone, recordName, values: [{ hostName, priority: 10 }] });
  new TxtRecord(scope, 'MailPolicy', { zone, recordName, values: ['v=spf1 include:amazonses.com ~all'] });
};

/** Lets a function send from our address and no other. */
export function grantMail(sender: GovernanceFunction, { from, identityArn, configurationSetArn }: Mail): void {
  sender.allow(['ses:SendEmail', 'ses:SendRawEmail'], [identityArn, configurationSetArn], {
    StringEquals: { 'ses:FromAddress': from },
  });
}
