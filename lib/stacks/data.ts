/** What must never be lost: the tables, the files and the district's key. */
import { RemovalPolicy, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { CapabilityTable } from '../constructs/capability-table.ts';
import { StaffIdentity } from '../constructs/staff-identity.ts';
import { UploadBucket } from '../constructs/upload-bucket.ts';
import type { Stage } from '../stages.ts';

export class DataStack extends Stack {
  readonly volunteering: CapabilityTable;
  readonly fundraising: CapabilityTable;
  readonly messaging: CapabilityTable;
  readonly desk: CapabilityTable;
  readonly staff: StaffIdentity;
  readonly uploads: UploadBucket;
  readonly districtSecret: Secret;
  readonly deskSecret: Secret;

  constructor(scope: Construct, id: string, { stage, ...props }: StackProps & { readonly stage: Stage }) {
    super(scope, id, { ...props, terminationProtection: stage.keepsData });
    const { keepsData } = stage;
    this.volunteering = new CapabilityTable(this, 'Volunteering', { capability: 'volunteering', keepsData });
    this.fundraising = new CapabilityTable(this, 'Fundraising', { capability: 'fundraising', keepsData });
    this.messaging = new CapabilityTable(this, 'Messaging', { capability: 'messaging', keepsData });
    this.desk = new CapabilityTable(this, 'Desk', { capability: 'desk', keepsData });
    this.uploads = new UploadBucket(this, 'Uploads', { keepsData });
    // 64 letters and digits are more than 380 bits; the key is used as text
    this.districtSecret = new Secret(this, 'DistrictSecret', {
      description: 'Keys the hash that stands for a person. Never change it: everybody would become a stranger.',
      generateSecretString: { secretStringTemplate: '{}', generateStringKey: 'personKey', passwordLength: 64, excludePunctuation: true },
      removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    Validations.of(this.districtSecret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'A new key would make every person a stranger to their own sign-ups; it is made once and read by two functions.',
    });
    this.deskSecret = new Secret(this, 'DeskSecret', {
      description: 'Seals the sessions of staff. A new one signs everybody out, and nothing else.',
      generateSecretString: { secretStringTemplate: '{}', generateStringKey: 'sessionKey', passwordLength: 64, excludePunctuation: true },
      removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    Validations.of(this.deskSecret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'Sessions last 12 hours at most; a new key would end them all at once, so it is made by hand when it is needed.',
    });
    this.staff = new StaffIdentity(this, 'Staff', { stage, directory: this.desk, deskSecret: this.deskSecret });
  }
}
