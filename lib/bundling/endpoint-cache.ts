/**
 * Stands in for `@aws-sdk/endpoint-cache` in every bundle: the DynamoDB client makes one, and asks it something only where it discovers its endpoints, which ours
 * don't. The library behind it is left out with it (decision 0009).
 */
export class EndpointCache {}
