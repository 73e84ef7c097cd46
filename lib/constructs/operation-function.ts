/** One Lambda function of ours: its file, its bundle, its role with exactly what it is granted, its log. */
import { join } from 'node:path';
import { AssetHashType, DockerImage, type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { putBundle, ROOT } from '../bundling/bundles.ts';

export interface OperationFunctionProps {
  /** Below `functions/`, without its ending: `volunteering/sign-up`. */
  readonly file: string;
  readonly description: string;
  readonly timeout: Duration;
  readonly memoryMegabytes: number;
  readonly logRetentionDays: RetentionDays;
}

/** The asset of one function: its bundle, named by what is in it. */
const bundleOf = (file: string): Code =>
  Code.fromAsset(join(ROOT, 'functions'), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // never asked for: there is no container in which this could not be done here
      image: DockerImage.fromRegistry('none'),
      // tells assets of one folder apart
      command: [file],
      local: {
        tryBundle(folder) {
          putBundle(file, folder);
          return true;
        },
      },
    },
  });

export class OperationFunction extends Construct {
  readonly lambda: LambdaFunction;
  readonly file: string;

  constructor(scope: Construct, id: string, props: OperationFunctionProps) {
    super(scope, id);
    this.file = props.file;
    const logGroup = new LogGroup(this, 'Log', { retention: props.logRetentionDays, removalPolicy: RemovalPolicy.DESTROY });
    // a role of ours, because the managed one may write every log in the account
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      // IAM takes Latin-1 alone
      description: props.description.replaceAll('’', "'"),
    });
    role.addToPolicy(new PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logGroup.logGroupArn] }));
    this.lambda = new LambdaFunction(this, 'Function', {
      code: bundleOf(props.file),
      handler: 'index.handler',
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memoryMegabytes,
      timeout: props.timeout,
      logGroup,
      role,
      environment: { NODE_OPTIONS: '--enable-source-maps' },
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
