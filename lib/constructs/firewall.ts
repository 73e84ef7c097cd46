/** What never gets to the API: known attacks, and one address asking more than a whole school would. */
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { UNSUBSCRIBE_ENDING } from '#contracts/mail-preference-pages.ts';

/**
 * Requests of one address in five minutes. A school is one address for all inside it: 300 people who open a page with its files and sign up
 * in five minutes make about 2,400.
 */
const REQUESTS_PER_FIVE_MINUTES = 3_000;

export class Firewall extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const acl = new CfnWebACL(this, 'WebAcl', {
      scope: 'CLOUDFRONT',
      description: 'In front of the site',
      defaultAction: { allow: {} },
      visibilityConfig: visibility('All'),
      rules: [
        {
          name: 'OneAddressTooOften',
          priority: 0,
          action: { block: { customResponse: { responseCode: 429 } } },
          statement: { rateBasedStatement: { aggregateKeyType: 'IP', limit: REQUESTS_PER_FIVE_MINUTES, evaluationWindowSec: 300 } },
          visibilityConfig: visibility('OneAddressTooOften'),
        },
        managed(1, 'AWSManagedRulesKnownBadInputsRuleSet'),
        // a sign-up with long answers is more than the 8 KB this rule allows; the functions have their own limit. The rules turn away who names no
        // program (User-Agent), and nobody promises one where mail programs unsubscribe (RFC 8058)
        managed(2, 'AWSManagedRulesCommonRuleSet', ['SizeRestrictions_BODY'], UNSUBSCRIBE_ENDING),
      ],
    });
    this.arn = acl.attrArn;
  }
}

/** A rule set of AWS; the rules in `counted` only count. It does not look at paths that end with `except`. */
function managed(priority: number, name: string, counted: readonly string[] = [], except?: string): CfnWebACL.RuleProperty {
  return {
    name,
    priority,
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name,
        ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
        ...(except !== undefined && { scopeDownStatement: { notStatement: { statement: pathEndsWith(except) } } }),
      },
    },
    visibilityConfig: visibility(name),
  };
}

const pathEndsWith = (ending: string): CfnWebACL.StatementProperty => ({
  byteMatchStatement: {
    searchString: ending,
    fieldToMatch: { uriPath: {} },
    positionalConstraint: 'ENDS_WITH',
    textTransformations: [{ priority: 0, type: 'NONE' }],
  },
});

/** Figures, but no samples: they show whole paths, and manage links have their token in the path. */
const visibility = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
});
