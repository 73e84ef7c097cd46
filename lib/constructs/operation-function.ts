/** One Lambda function of ours: its file, its bundle, its role with exactly what it is granted, its log. */
import { fileURLToPath } from 'node:url';
import { type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat, SourceMapMode } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface OperationFunctionProps {
  /** Below `functions/`, without its ending: `volunteering/sign-up`. */
  readonly file: string;
  readonly description: string;
  readonly timeout: Duration;
  readonly memoryMegabytes: number;
  readonly logRetentionDays: RetentionDays;
}

/** What a bundle needs that came from CommonJS. */
const REQUIRE = "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);";

export class OperationFunction extends Construct {
  readonly lambda: NodejsFunction;
  readonly file: string;

  constructor(scope: Construct, id: string, props: OperationFunctionProps) {
    super(scope, id);
    this.file = props.file;
    const logGroup = new LogGroup(this, 'Log', { retention: props.logRetentionDays, removalPolicy: RemovalPolicy.DESTROY });
    // a role of ours, because the managed one may write every log in the account
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com'), description: props.description });
    role.addToPolicy(new PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logGroup.logGroupArn] }));
    this.lambda = new NodejsFunction(this, 'Function', {
      entry: `${ROOT}functions/${props.file}.ts`,
      handler: 'handler',
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memoryMegabytes,
      timeout: props.timeout,
      logGroup,
      role,
      projectRoot: ROOT,
      depsLockFilePath: `${ROOT}package-lock.json`,
      environment: { NODE_OPTIONS: '--enable-source-maps' },
      // the setting exists for SDK v2; it would only add a variable
      awsSdkConnectionReuse: false,
      bundling: {
        format: OutputFormat.ESM,
        target: 'node24',
        minify: true,
        sourceMap: true,
        sourceMapMode: SourceMapMode.DEFAULT,
        sourcesContent: false,
        mainFields: ['module', 'main'],
        // nothing of the runtime's own SDK: what was tested is what runs
        externalModules: [],
        banner: REQUIRE,
        tsconfig: `${ROOT}tsconfig.json`,
        esbuildArgs: { '--alias:@aws-sdk/credential-provider-node': `${ROOT}lib/bundling/environment-credentials.ts` },
        // the same on every machine, so that an unchanged function is an unchanged asset
        metafile: false,
      },
    });
  }

  /** Adds exact actions on exact ARNs. */
  allow(actions: readonly string[], ...resources: readonly string[]): void {
    this.lambda.addToRolePolicy(new PolicyStatement({ effect: Effect.ALLOW, actions: [...actions], resources: [...resources] }));
  }

  /** Sets an environment variable. Two grants may name the same one with the same value. */
  set(name: string, value: string): void {
    this.lambda.addEnvironment(name, value);
  }
}
