import { Duration, SecretValue } from 'aws-cdk-lib';
import type { IHttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { AaaaRecord, ARecord, type IHostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { ORIGIN_HEADER } from '../../shared/lambda/origin-secret.ts';
import { acknowledge } from '../constructs/acknowledge.ts';
import type { GivenSecret } from '../constructs/given-secret.ts';
import type { Deployment } from '../deployment.ts';

export type DistributionProps = {
  readonly deployment: Deployment;
  readonly api: IHttpApi;
  readonly assets: IBucket;
  readonly originSecret: GivenSecret;
  readonly certificate: ICertificate;
  readonly webAclArn: string | undefined;
  readonly zone: IHostedZone | undefined;
};

/** The one way in: assets from their bucket, kept for as long as a browser likes; everything else from the API, kept by nobody. */
export function makeDistribution(scope: Construct, props: DistributionProps): Distribution {
  const { deployment, assets, certificate, webAclArn, zone } = props;
  const distribution = new Distribution(scope, 'Distribution', {
    comment: `Quorate for ${deployment.organisationName}`,
    domainNames: [deployment.domainName],
    certificate,
    webAclId: webAclArn,
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    httpVersion: HttpVersion.HTTP2_AND_3,
    priceClass: PriceClass.PRICE_CLASS_100,
    defaultBehavior: pages(props),
    additionalBehaviors: {
      '/assets/*': {
        origin: S3BucketOrigin.withOriginAccessControl(assets),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: ResponseHeadersPolicy.SECURITY_HEADERS,
      },
    },
  });
  acceptFindings(distribution, webAclArn);
  if (zone) {
    const target = RecordTarget.fromAlias(new CloudFrontTarget(distribution));
    new ARecord(scope, 'Name', { zone, recordName: `${deployment.domainName}.`, target });
    new AaaaRecord(scope, 'NameOver6', { zone, recordName: `${deployment.domainName}.`, target });
  }
  return distribution;
}

const pages = ({ api, deployment, originSecret }: DistributionProps): BehaviorOptions => ({
  origin: new HttpOrigin(`${api.apiId}.execute-api.${deployment.region}.amazonaws.com`, {
    protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
    readTimeout: Duration.seconds(30),
    customHeaders: {
      // CloudFormation fills the value in; the template holds only where it is. A named version makes it look again.
      [ORIGIN_HEADER]: SecretValue.secretsManager(originSecret.secretArn, {
        jsonField: 'current',
        versionId: deployment.originSecretVersion,
      }).unsafeUnwrap(),
    },
  }),
  viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
  allowedMethods: AllowedMethods.ALLOW_ALL,
  cachePolicy: CachePolicy.CACHING_DISABLED,
  originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
});

const acceptFindings = (distribution: Distribution, webAclArn: string | undefined): void => {
  acknowledge(
    distribution,
    'AwsSolutions-CFR1',
    'Councillors, officers and the public read from wherever they are; democracy has no borders to check.',
  );
  acknowledge(
    distribution,
    'AwsSolutions-CFR3',
    'Access logs hold addresses of people and whole queries; the API logs an allow-list of fields instead.',
  );
  if (!webAclArn)
    acknowledge(
      distribution,
      'AwsSolutions-CFR2',
      'The small size has no web ACL, to keep a parish’s bill down; the API is throttled. The standard size has one.',
    );
};
