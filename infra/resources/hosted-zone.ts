import { HostedZone, type IHostedZone } from 'aws-cdk-lib/aws-route53';
import type { Construct } from 'constructs';
import type { Deployment } from '../deployment.ts';

/** The zone that holds the organisation's name, told by its id so that nothing has to be looked up. */
export function hostedZone(scope: Construct, deployment: Deployment): IHostedZone | undefined {
  const { hostedZoneId, hostedZoneName: zoneName = deployment.domainName } = deployment;
  return hostedZoneId ? HostedZone.fromHostedZoneAttributes(scope, 'Zone', { hostedZoneId, zoneName }) : undefined;
}
