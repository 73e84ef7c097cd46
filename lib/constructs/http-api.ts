/** The HTTP API: every route of the contracts to its function. A route without a function fails the synthesis. */
import { CfnOutput, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { HttpApi as Api, CfnStage, HttpMethod, HttpRouteKey, HttpRoute as Route } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { OperationFunction } from './operation-function.ts';

/** `POST /api/sign-ups`, as API Gateway names routes. */
export interface HttpRoute {
  readonly method: 'GET' | 'HEAD' | 'POST';
  readonly path: string;
  readonly target: OperationFunction;
}

/** No path: tokens of manage links are in paths. */
const ACCESS_LOG = JSON.stringify({
  at: '$context.requestTimeEpoch',
  requestId: '$context.requestId',
  route: '$context.routeKey',
  status: '$context.status',
  latencyMs: '$context.responseLatency',
  bytes: '$context.responseLength',
  integrationError: '$context.integrationErrorMessage',
});

export class HttpApi extends Construct {
  readonly api: Api;

  constructor(
    scope: Construct,
    id: string,
    { routes, logRetentionDays }: { readonly routes: readonly HttpRoute[]; readonly logRetentionDays: RetentionDays },
  ) {
    super(scope, id);
    this.api = new Api(this, 'Api', { description: 'Pages, forms and the JSON API', createDefaultStage: true });
    const integrations = new Map<OperationFunction, HttpLambdaIntegration>();
    for (const { method, path, target } of routes) {
      // one permission for each function and not for each route: a stack holds 500 resources
      const integration =
        integrations.get(target) ??
        new HttpLambdaIntegration(`${target.node.id}Integration`, target.lambda, { scopePermissionToRoute: false });
      integrations.set(target, integration);
      // in the stack of its function: this one then needs nothing of that one
      const where = Stack.of(target) === Stack.of(this) ? this : routesIn(Stack.of(target));
      const route = new Route(where, `${method}${path}`, {
        httpApi: this.api,
        routeKey: HttpRouteKey.with(path, HttpMethod[method]),
        integration,
      });
      Validations.of(route).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason: 'Parents have no accounts: the route is public, or the function checks the manage link or who of the staff asks.',
      });
    }
    this.#configureStage(logRetentionDays);
    new CfnOutput(this, 'Url', { value: this.api.apiEndpoint, description: 'Where the API answers; the site is at CloudFront’s address' });
  }

  #configureStage(retention: RetentionDays): void {
    const stage = this.api.defaultStage?.node.defaultChild;
    if (!(stage instanceof CfnStage)) throw new Error('the HTTP API has a default stage');
    const log = new LogGroup(this, 'AccessLog', { retention, removalPolicy: RemovalPolicy.DESTROY });
    stage.accessLogSettings = { destinationArn: log.logGroupArn, format: ACCESS_LOG };
    // a sign-up day's rush passes, a flood does not
    stage.defaultRouteSettings = { throttlingBurstLimit: 2_000, throttlingRateLimit: 1_000 };
  }
}

const ROUTES = 'Routes';
const routesIn = (stack: Stack): Construct => {
  const there = stack.node.tryFindChild(ROUTES);
  return there instanceof Construct ? there : new Construct(stack, ROUTES);
};
