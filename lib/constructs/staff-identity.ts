/**
 * Where staff sign in: in AWS a Cognito user pool, to which the district's own provider is federated; on one machine the runtime's provider.
 * Functions get the issuer's address and our name there, and check tokens themselves.
 */
import { Aws, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AccountRecovery, Mfa, OAuthScope, UserPool } from 'aws-cdk-lib/aws-cognito';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { deskPaths } from '#contracts/desk-pages.ts';
import type { Stage } from '../stages.ts';
import type { CapabilityTable } from './capability-table.ts';
import type { OperationFunction } from './operation-function.ts';

/** Our name at the local provider. */
const LOCAL_CLIENT = 'crosswalk-desk';
/** The local provider's port, counted from the site's. */
const LOCAL_PORT_OFFSET = 2;

export interface StaffIdentityProps {
  readonly stage: Stage;
  /** Who staff are and what they may do. */
  readonly directory: CapabilityTable;
  /** Seals their sessions at the desk. */
  readonly deskSecret: Secret;
}

export class StaffIdentity extends Construct {
  readonly #issuer: string;
  readonly #client: string;
  readonly #directory: CapabilityTable;
  readonly #deskSecret: Secret;

  constructor(scope: Construct, id: string, { stage, directory, deskSecret }: StaffIdentityProps) {
    super(scope, id);
    this.#directory = directory;
    this.#deskSecret = deskSecret;
    if (stage.name === 'local') {
      const { hostname, port } = new URL(stage.district.siteUrl);
      this.#issuer = `http://${hostname}:${Number(port) + LOCAL_PORT_OFFSET}`;
      this.#client = LOCAL_CLIENT;
      return;
    }
    const pool = this.#pool(stage.keepsData);
    // the pool's sign-in page; the name must be free in the region, and an account's number makes it so
    pool.addDomain('Domain', { cognitoDomain: { domainPrefix: `crosswalk-${stage.name}-${stage.env?.account ?? Aws.ACCOUNT_ID}` } });
    this.#issuer = pool.userPoolProviderUrl;
    this.#client = pool.addClient('Desk', {
      generateSecret: false,
      preventUserExistenceErrors: true,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
        callbackUrls: [stage.district.siteUrl + deskPaths.signedIn],
        logoutUrls: [stage.district.siteUrl + deskPaths.signedOut],
      },
    }).userPoolClientId;
  }

  #pool(keepsData: boolean): UserPool {
    const pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: { minLength: 14, requireDigits: true, requireLowercase: true, requireUppercase: true, requireSymbols: true },
      deletionProtection: keepsData,
      removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    Validations.of(pool).acknowledge(
      {
        id: 'AwsSolutions-COG2',
        reason: 'Staff come through the district’s provider, which asks for the second factor; local users may add one.',
      },
      { id: 'AwsSolutions-COG8', reason: 'The paid tier is for pools in which anyone signs up; here nobody can.' },
      {
        id: 'AwsSolutions-COG3',
        reason: 'Threat protection is a paid tier; sign-in is the district’s provider’s, and nobody can sign up.',
      },
    );
    return pool;
  }

  /** Lets `fn` know who is signed in to the desk, by their session. */
  grantSessions(fn: OperationFunction): void {
    this.#directory.grant(fn, 'get');
    fn.allow(['secretsmanager:GetSecretValue'], this.#deskSecret.secretArn);
    fn.set('DESK_SECRET', this.#deskSecret.secretArn);
  }

  /** Lets `fn` know staff by their tokens and look them up; nothing else of the directory. */
  grant(fn: OperationFunction): void {
    this.#directory.grant(fn, 'get');
    fn.set('STAFF_ISSUER', this.#issuer);
    fn.set('STAFF_CLIENT', this.#client);
  }
}
