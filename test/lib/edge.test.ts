/** The public side: what is kept, what is passed on, what is turned away. */
import { describe, expect, it } from 'vitest';
import { SECURITY_HEADERS } from '#contracts/security-headers.ts';
import { type Stage, stageNamed } from '#lib/stages.ts';
import { isRecord, listed, stageSynthesised, synthesised } from './synthesised.ts';

const prod = stageSynthesised('prod');
const site: Stage = {
  ...stageNamed('prod'),
  site: { domainName: 'volunteer.riverbend.example', certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/a' },
};
const configOf = (templates: typeof prod) => {
  const config = templates.ofType('AWS::CloudFront::Distribution')[0]?.properties.DistributionConfig;
  if (!isRecord(config)) throw new Error('there is no distribution');
  return config;
};
const rules = prod.ofType('AWS::WAFv2::WebACL').flatMap(({ properties }) => listed(properties.Rules).filter(isRecord));

describe('CloudFront', () => {
  // ids of AWS's own policies, the same in every account
  const ALL_VIEWER_EXCEPT_HOST = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';
  const CACHING_OPTIMIZED = '658327ea-f89d-4fab-a63d-7e88639e58f6';

  it('passes everything on to the API, with all methods, over TLS', () => {
    const config = configOf(prod);
    expect(config.DefaultCacheBehavior).toMatchObject({
      OriginRequestPolicyId: ALL_VIEWER_EXCEPT_HOST,
      ViewerProtocolPolicy: 'redirect-to-https',
      AllowedMethods: expect.arrayContaining(['GET', 'POST']),
      Compress: true,
    });
    expect(JSON.stringify(config.Origins)).toContain('Fn::GetStackOutput');
    expect(config.Origins).toMatchObject([{ CustomOriginConfig: { OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] } }]);
  });

  it('keeps static files and pictures for everyone, and nothing else', () => {
    expect(configOf(prod).CacheBehaviors).toMatchObject([
      { PathPattern: '/static/*', CachePolicyId: CACHING_OPTIMIZED },
      { PathPattern: '/logos/*', CachePolicyId: CACHING_OPTIMIZED },
      { PathPattern: '/photos/*', CachePolicyId: CACHING_OPTIMIZED },
      { PathPattern: '*/card.png' },
      { PathPattern: '/schools/*/calendar.ics' },
    ]);
    const policy = prod.ofType('AWS::CloudFront::CachePolicy').find(({ path }) => path.endsWith('PassThrough'));
    expect(policy?.properties.CachePolicyConfig).toMatchObject({ MinTTL: 0, DefaultTTL: 0, MaxTTL: 1 });
  });

  it('never gives one person the answer of another, should an answer forget to forbid keeping it', () => {
    const policy = prod.ofType('AWS::CloudFront::CachePolicy').find(({ path }) => path.endsWith('PassThrough'));
    expect(policy?.properties.CachePolicyConfig).toMatchObject({
      ParametersInCacheKeyAndForwardedToOrigin: {
        QueryStringsConfig: { QueryStringBehavior: 'all' },
        CookiesConfig: { Cookies: ['lang'] },
        HeadersConfig: { Headers: expect.arrayContaining(['Accept-Language', 'Authorization']) },
      },
    });
  });

  it('gives the headers that guard browsers to every answer without its own', () => {
    const [policy] = prod.ofType('AWS::CloudFront::ResponseHeadersPolicy');
    if (!policy) throw new Error('there is no policy of headers');
    expect(policy.properties.ResponseHeadersPolicyConfig).toMatchObject({
      SecurityHeadersConfig: {
        ContentSecurityPolicy: { ContentSecurityPolicy: SECURITY_HEADERS['content-security-policy'], Override: false },
        StrictTransportSecurity: { AccessControlMaxAgeSec: 63_072_000, IncludeSubdomains: true, Override: false },
        ContentTypeOptions: { Override: true },
      },
      CustomHeadersConfig: {
        Items: [
          { Header: 'cross-origin-opener-policy', Value: 'same-origin', Override: false },
          { Header: 'permissions-policy', Override: false },
        ],
      },
    });
    const { DefaultCacheBehavior: all, CacheBehaviors: some } = configOf(prod);
    for (const behavior of [all, ...listed(some)].filter(isRecord)) expect(prod.led(behavior.ResponseHeadersPolicyId, policy)).toBe(policy);
  });

  it('has the firewall and stands in us-east-1', () => {
    const [distribution] = prod.ofType('AWS::CloudFront::Distribution');
    if (!distribution) throw new Error('there is no distribution');
    expect(prod.led(configOf(prod).WebACLId, distribution)?.type).toBe('AWS::WAFv2::WebACL');
  });

  it("serves the site's own name with its certificate when the stage has them, with TLS 1.2 at least", () => {
    expect(configOf(synthesised(site))).toMatchObject({
      Aliases: ['volunteer.riverbend.example'],
      ViewerCertificate: { AcmCertificateArn: site.site?.certificateArn, MinimumProtocolVersion: 'TLSv1.2_2021' },
    });
  });

  it('is not there on one machine', () => {
    expect(stageSynthesised('local').resources.map(({ stack }) => stack)).not.toContain('Crosswalk-local-Edge');
    expect(stageSynthesised('local').ofType('AWS::CloudWatch::Alarm')).toEqual([]);
  });
});

describe('the firewall', () => {
  it('lets three hundred people behind one address sign up, and stops ten times as many requests', () => {
    const limits = rules
      .flatMap(({ Statement: statement }) => (isRecord(statement) ? [statement.RateBasedStatement] : []))
      .filter(isRecord);
    expect(limits).toMatchObject([{ AggregateKeyType: 'IP', EvaluationWindowSec: 300 }]);
    const [limit] = limits;
    // page, two files, form, page after it, manage page and its two
    expect(Number(limit?.Limit)).toBeGreaterThan(300 * 8);
    expect(Number(limit?.Limit)).toBeLessThan(300 * 8 * 10);
  });

  it('knows the attacks that AWS knows, and lets long answers pass', () => {
    expect(rules.map(({ Name: name }) => name)).toEqual(
      expect.arrayContaining(['AWSManagedRulesCommonRuleSet', 'AWSManagedRulesKnownBadInputsRuleSet']),
    );
    const overrides = rules.map((rule) => JSON.stringify(rule)).filter((rule) => rule.includes('RuleActionOverrides":[{'));
    expect(overrides).toHaveLength(1);
    expect(overrides[0]).toContain('"RuleActionOverrides":[{"ActionToUse":{"Count":{}},"Name":"SizeRestrictions_BODY"}]');
  });

  it('lets mail programs unsubscribe that name no program, and looks at every other path', () => {
    const statements = rules.map((rule) => JSON.stringify(rule)).filter((rule) => rule.includes('ScopeDownStatement'));
    expect(statements).toHaveLength(1);
    const [{ ManagedRuleGroupStatement: group }] = statements.map((rule) => JSON.parse(rule).Statement);
    expect([group.Name, group.ScopeDownStatement.NotStatement.Statement.ByteMatchStatement]).toMatchObject([
      'AWSManagedRulesCommonRuleSet',
      { SearchString: '/mails/unsubscribe', PositionalConstraint: 'ENDS_WITH', FieldToMatch: { UriPath: {} } },
    ]);
    const routes = prod.ofType('AWS::ApiGatewayV2::Route').map(({ properties }) => String(properties.RouteKey));
    expect(routes.filter((key) => key.endsWith('/mails/unsubscribe'))).toHaveLength(2);
  });

  it('keeps no samples, because paths have tokens', () => {
    expect(JSON.stringify(prod.ofType('AWS::WAFv2::WebACL'))).not.toContain('"SampledRequestsEnabled":true');
  });
});

describe('contradicting settings are refused:', () => {
  it('a site at another address than the mails link to', () => {
    expect(() => synthesised({ ...site, district: { ...site.district, siteUrl: 'https://other.example' } })).toThrow(/mails would link to/);
  });

  it('a certificate of another region', () => {
    const certificateArn = 'arn:aws:acm:us-east-2:123456789012:certificate/a';
    expect(() => synthesised({ ...site, site: { domainName: 'volunteer.riverbend.example', certificateArn } })).toThrow(/us-east-1 only/);
  });

  it('a stage for AWS without a region', () => {
    const { env: _, ...without } = site;
    expect(() => synthesised(without)).toThrow(/no region/);
  });
});
