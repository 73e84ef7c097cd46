/**
 * What the public talks to: CloudFront with the firewall, in front of the HTTP API.
 *
 * CloudFront takes firewall and certificate from us-east-1 only, so this whole stack is there, wherever the district is.
 */
import { CfnOutput, CrossStackReferences, Duration, Fn, ReferenceStrength, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Construct } from 'constructs';
import { CALENDAR_PAGES } from '#contracts/calendar-pages.ts';
import { LANGUAGE_COOKIE, LANGUAGE_PARAMETER, PICTURE_PREFIXES, STATIC_PREFIX } from '#contracts/pages.ts';
import { SECURITY_HEADERS, TLS_ONLY_SECONDS } from '#contracts/security-headers.ts';
import { Firewall } from '../constructs/firewall.ts';
import type { Stage } from '../stages.ts';
import type { ServiceStack } from './service.ts';

export const EDGE_REGION = 'us-east-1';

export interface EdgeProps extends StackProps {
  readonly stage: Stage;
  readonly service: ServiceStack;
}

export class EdgeStack extends Stack {
  readonly distribution: cloudfront.Distribution;

  constructor(scope: Construct, id: string, { stage, service, ...props }: EdgeProps) {
    super(scope, id, { ...props, env: { ...props.env, region: EDGE_REGION } });
    // read from the other region's stack at deploy; needs no custom resource, and holds nothing back
    CrossStackReferences.of(this).consume(ReferenceStrength.WEAK);
    const { site } = stage;
    const origin = new HttpOrigin(Fn.select(2, Fn.split('/', service.http.api.apiEndpoint)), {
      protocolPolicy: cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [cloudfront.OriginSslPolicy.TLS_V1_2],
    });
    const inLanguages = this.#inLanguages();
    const common = {
      origin,
      compress: true,
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy: this.#securityHeaders(),
    };
    this.distribution = new cloudfront.Distribution(this, 'Site', {
      comment: `Crosswalk ${stage.name}`,
      webAclId: new Firewall(this, 'Firewall').arn,
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      priceClass: cloudfront.PriceClass.PRICE_CLASS_100,
      ...(site && {
        domainNames: [site.domainName],
        minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
        certificate: Certificate.fromCertificateArn(this, 'Certificate', site.certificateArn),
      }),
      defaultBehavior: {
        ...common,
        allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
        cachePolicy: this.#passThrough(),
        originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      },
      additionalBehaviors: {
        // as long as the function's Cache-Control says, up to a year; neither cookies nor queries matter to them
        [`${STATIC_PREFIX}*`]: { ...common, cachePolicy: cloudfront.CachePolicy.CACHING_OPTIMIZED },
        ...Object.fromEntries(
          PICTURE_PREFIXES.map((prefix) => [`${prefix}*`, { ...common, cachePolicy: cloudfront.CachePolicy.CACHING_OPTIMIZED }]),
        ),
        '*/card.png': { ...common, cachePolicy: inLanguages },
        [CALENDAR_PAGES.schoolCalendar.path.replace('{slug}', '*')]: { ...common, cachePolicy: inLanguages },
      },
    });
    this.#explain(site !== undefined);
    new CfnOutput(this, 'Domain', {
      value: this.distribution.distributionDomainName,
      description: 'Where the site’s name must point to (CNAME)',
    });
  }

  #explain(ownName: boolean): void {
    Validations.of(this.distribution).acknowledge(
      { id: 'AwsSolutions-CFR1', reason: 'A parent abroad may look after their sign-ups, and a school near a border may have neighbours.' },
      {
        id: 'AwsSolutions-CFR3',
        reason: 'The log would hold whole paths, and with them the tokens of manage links; the API has a log without them.',
      },
    );
    if (ownName) return;
    Validations.of(this.distribution).acknowledge({
      id: 'AwsSolutions-CFR4',
      reason: 'CloudFront’s own certificate allows no other setting; a stage with a site of its own has TLS 1.2 and later.',
    });
  }

  /** For answers that no function gave: the API's own refusals. A function's headers stand, because a page may say more. */
  #securityHeaders(): cloudfront.ResponseHeadersPolicy {
    const {
      'content-security-policy': contentSecurityPolicy,
      'strict-transport-security': _,
      'x-content-type-options': __,
      ...others
    } = SECURITY_HEADERS;
    const override = false;
    return new cloudfront.ResponseHeadersPolicy(this, 'SecurityHeaders', {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy, override },
        strictTransportSecurity: { accessControlMaxAge: Duration.seconds(TLS_ONLY_SECONDS), includeSubdomains: true, override },
        contentTypeOptions: { override: true },
      },
      customHeadersBehavior: { customHeaders: Object.entries(others).map(([header, value]) => ({ header, value, override })) },
    });
  }

  /** Share cards and calendars of schools, in each language, as long as their answer says. */
  #inLanguages(): cloudfront.CachePolicy {
    return new cloudfront.CachePolicy(this, 'InLanguages', {
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.hours(1),
      enableAcceptEncodingGzip: true,
      enableAcceptEncodingBrotli: true,
      queryStringBehavior: cloudfront.CacheQueryStringBehavior.allowList(LANGUAGE_PARAMETER),
    });
  }

  /**
   * Keeps nothing, because every other answer says `private` or `no-store`. The managed policy for that would also switch compression off, and
   * compressed pages are a seventh of their size. What an answer depends on is named all the same, in case one ever forgets to say so.
   */
  #passThrough(): cloudfront.CachePolicy {
    return new cloudfront.CachePolicy(this, 'PassThrough', {
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.seconds(1),
      enableAcceptEncodingGzip: true,
      enableAcceptEncodingBrotli: true,
      queryStringBehavior: cloudfront.CacheQueryStringBehavior.all(),
      cookieBehavior: cloudfront.CacheCookieBehavior.allowList(LANGUAGE_COOKIE),
      headerBehavior: cloudfront.CacheHeaderBehavior.allowList('Accept-Language', 'Authorization', 'Origin', 'Sec-Fetch-Site'),
    });
  }
}
