import { Stack } from 'aws-cdk-lib';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import type { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';
import { hostedZone } from './resources/hosted-zone.ts';
import { makeWebAcl } from './resources/web-acl.ts';

/** What CloudFront asks to have in us-east-1: the certificate and, in the standard size, the web ACL. */
export class EdgeStack extends Stack {
  readonly certificate: Certificate;
  readonly webAclArn: string | undefined;

  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id, {
      stackName: 'quorate-edge',
      description: 'Quorate: certificate and web ACL',
      env: { account: deployment.account, region: 'us-east-1' },
    });
    this.certificate = new Certificate(this, 'Certificate', {
      domainName: deployment.domainName,
      validation: CertificateValidation.fromDns(hostedZone(this, deployment)),
    });
    this.webAclArn = makeWebAcl(this, deployment.size);
  }
}
