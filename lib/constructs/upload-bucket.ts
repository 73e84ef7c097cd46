/** Where files are kept that people send us: private, over TLS only, and what was sent goes after a day. What we made of it stays. */

import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { EventSubscription } from './event-subscription.ts';
import type { OperationFunction } from './operation-function.ts';

/** What people send, and below the others what we drew of it, which everyone may see. */
export const PREFIXES = { incoming: 'incoming/', incomingPhotos: 'incoming-photos/', logos: 'logos/', photos: 'photos/' } as const;
const SENT = ['incoming', 'incomingPhotos'] as const;

const ACTIONS = { read: 's3:GetObject', write: 's3:PutObject', remove: 's3:DeleteObject' } as const;

export class UploadBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { keepsData }: { readonly keepsData: boolean }) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      lifecycleRules: SENT.map((below) => ({
        id: below,
        prefix: PREFIXES[below],
        expiration: Duration.days(1),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      })),
      removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    // the construct's own switch for this brings a function with wide rights along; the property needs none
    (this.bucket.node.defaultChild as CfnBucket).notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'Every file is reached through our functions or by a form they signed, and those have logs.',
    });
  }

  /** Tells `target` of each file that arrives below one prefix. */
  tell(scope: Construct, id: string, below: (typeof SENT)[number], target: OperationFunction): void {
    const defaultBus = Stack.of(scope).formatArn({ service: 'events', resource: 'event-bus', resourceName: 'default' });
    new EventSubscription(scope, id, {
      bus: EventBus.fromEventBusArn(scope, `${id}Bus`, defaultBus),
      pattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [this.bucket.bucketName] }, object: { key: [{ prefix: PREFIXES[below] }] } },
      },
      target,
    });
  }

  /** Lets `fn` read, write or remove files below one prefix, and tells it the bucket's name. */
  grant(fn: OperationFunction, access: keyof typeof ACTIONS, below: keyof typeof PREFIXES): void {
    const files = `${PREFIXES[below]}*`;
    fn.allow([ACTIONS[access]], this.bucket.arnForObjects(files));
    fn.set('UPLOADS_BUCKET', this.bucket.bucketName);
    const bucketId = Stack.of(this).getLogicalId(this.bucket.node.defaultChild as CfnBucket);
    Validations.of(fn.node.findChild('Role')).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${bucketId}.Arn>/${files}]`,
      reason: `Files have no list of names that could stand here; what is allowed is one action on what lies below ${PREFIXES[below]}.`,
    });
  }
}
