import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import type { Size } from '../deployment.ts';
import { PROSE } from './prose-paths.ts';

/** Rules on the body that prose breaks innocently, and the labels that they put on a request. */
const BODY_RULES = ['SizeRestrictions_BODY', 'CrossSiteScripting_BODY', 'GenericRFI_BODY', 'GenericLFI_BODY'] as const;
const labelOf = (rule: string): string => `awswaf:managed:aws:core-rule-set:${rule.replace('_BODY', '_Body')}`;

/** Requests from one address in five minutes; a whole council is often behind one address. */
const REQUESTS_PER_ADDRESS = 6000;

// Sampled requests would show cookies and queries to whoever may look at the console.
const visible = (metricName: string) => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
});

const managed = (name: string, priority: number, counted: readonly string[] = []): CfnWebACL.RuleProperty => ({
  name,
  priority,
  overrideAction: { none: {} },
  visibilityConfig: visible(name),
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name: `AWSManagedRules${name}`,
      ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
});

const bodiesElsewhere = (priority: number): CfnWebACL.RuleProperty => ({
  name: 'BodyRulesWhereNoProseIsPosted',
  priority,
  action: { block: {} },
  visibilityConfig: visible('BodyRulesWhereNoProseIsPosted'),
  statement: {
    andStatement: {
      statements: [
        {
          orStatement: {
            statements: BODY_RULES.map((rule) => ({ labelMatchStatement: { scope: 'LABEL', key: labelOf(rule) } })),
          },
        },
        {
          notStatement: {
            statement: {
              regexMatchStatement: {
                regexString: `^/(${PROSE.join('|')})(/|$)`,
                fieldToMatch: { uriPath: {} },
                textTransformations: [{ priority: 0, type: 'LOWERCASE' }],
              },
            },
          },
        },
      ],
    },
  },
});

const tooMany = (priority: number): CfnWebACL.RuleProperty => ({
  name: 'TooManyRequests',
  priority,
  action: { block: { customResponse: { responseCode: 429 } } },
  visibilityConfig: visible('TooManyRequests'),
  statement: { rateBasedStatement: { limit: REQUESTS_PER_ADDRESS, aggregateKeyType: 'IP', evaluationWindowSec: 300 } },
});

/**
 * The web ACL of the standard size. The core rules' checks of the body only count, and block afterwards wherever no
 * prose is posted: minutes pasted with their HTML must not be refused as an attack.
 */
export function makeWebAcl(scope: Construct, size: Size): string | undefined {
  if (size === 'small') return undefined;
  const webAcl = new CfnWebACL(scope, 'WebAcl', {
    scope: 'CLOUDFRONT',
    defaultAction: { allow: {} },
    visibilityConfig: visible('Quorate'),
    rules: [
      tooMany(0),
      managed('AmazonIpReputationList', 1),
      managed('KnownBadInputsRuleSet', 2),
      managed('CommonRuleSet', 3, BODY_RULES),
      bodiesElsewhere(4),
    ],
  });
  return webAcl.attrArn;
}
