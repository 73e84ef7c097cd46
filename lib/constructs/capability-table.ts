/** One table for one capability: state, ledger and outbox. Keys and indexes are those of `contracts/tables.ts`. */
import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { PARTITION_KEY, SORT_KEY, TABLES, type TableDefinition, type TableName, TTL_ATTRIBUTE } from '#contracts/tables.ts';
import type { OperationFunction } from './operation-function.ts';

/** What a function may do with the table, in the calls that `adapters/dynamo/table.ts` makes. */
export type Access = 'get' | 'getMany' | 'query' | 'put' | 'update' | 'transact' | 'remove';

const ACTIONS = {
  get: ['dynamodb:GetItem'],
  getMany: ['dynamodb:BatchGetItem'],
  query: ['dynamodb:Query'],
  put: ['dynamodb:PutItem'],
  update: ['dynamodb:UpdateItem'],
  // a transaction needs the actions of what is in it; ours only put and update
  transact: ['dynamodb:PutItem', 'dynamodb:UpdateItem'],
  remove: ['dynamodb:DeleteItem'],
} as const satisfies Record<Access, readonly string[]>;

export interface CapabilityTableProps {
  readonly capability: TableName;
  /** Whether it outlives the stack and is protected from deletion. */
  readonly keepsData: boolean;
}

export class CapabilityTable extends Construct {
  readonly table: Table;
  readonly #variable: string;

  constructor(scope: Construct, id: string, { capability, keepsData }: CapabilityTableProps) {
    super(scope, id);
    this.#variable = `${capability.toUpperCase()}_TABLE`;
    this.table = new Table(this, 'Table', {
      partitionKey: { name: PARTITION_KEY, type: AttributeType.STRING },
      sortKey: { name: SORT_KEY, type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.AWS_MANAGED,
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      timeToLiveAttribute: TTL_ATTRIBUTE,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: keepsData,
      removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const { indexes }: TableDefinition = TABLES[capability];
    for (const [indexName, { partitionKey, sortKey, carries }] of Object.entries(indexes)) {
      this.table.addGlobalSecondaryIndex({
        indexName,
        partitionKey: { name: partitionKey, type: AttributeType.STRING },
        sortKey: { name: sortKey, type: AttributeType.STRING },
        ...(typeof carries === 'string'
          ? { projectionType: carries === 'all' ? ProjectionType.ALL : ProjectionType.KEYS_ONLY }
          : { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...carries] }),
      });
    }
  }

  /** Lets `fn` make just these calls, and tells it the table's name. */
  grant(fn: OperationFunction, ...accesses: readonly Access[]): void {
    fn.allow(
      accesses.flatMap((access) => [...ACTIONS[access]]),
      this.table.tableArn,
    );
    fn.set(this.#variable, this.table.tableName);
  }

  /** Lets `fn` query these indexes; never all that may come. */
  grantIndexes(fn: OperationFunction, ...indexes: readonly string[]): void {
    for (const index of indexes) fn.allow([...ACTIONS.query], `${this.table.tableArn}/index/${index}`);
    fn.set(this.#variable, this.table.tableName);
  }

  /** Lets `fn` read the stream: what an event source mapping asks of its function. */
  grantStream(fn: OperationFunction): void {
    fn.allow(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], this.streamArn);
    // the one action without resources: listing tells names of streams, nothing in them
    fn.lambda.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: ['*'] }));
    Validations.of(fn.node.findChild('Role')).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'dynamodb:ListStreams exists without resources only.',
    });
  }

  get streamArn(): string {
    const { tableStreamArn } = this.table;
    if (tableStreamArn === undefined) throw new Error('a capability table has a stream');
    return tableStreamArn;
  }
}
