/** Who may do what with what: the roles' policies as rows, and the table of them that is committed in `generated/iam.md`. */
import { isRecord, listed, type Synthesised } from './synthesised.ts';

export interface Grant {
  readonly role: string;
  readonly action: string;
  readonly resource: string;
}

/** Actions that exist for `*` only, each with the reason why it is needed. */
export const WITHOUT_RESOURCES: Readonly<Record<string, string>> = {
  'dynamodb:ListStreams': 'an event source mapping asks for it; it tells names of streams, nothing in them',
};

/** Wildcards at the end of a resource, each with the reason why it is needed. */
export const BELOW: Readonly<Record<string, string>> = {
  'Uploads/Bucket/incoming/*': 'what people send lies below it, under names made for each',
  'Uploads/Bucket/incoming-photos/*': 'photos that staff send lie below it, under names made for each',
  'Uploads/Bucket/logos/*': 'logos drawn anew lie below it',
  'Uploads/Bucket/photos/*': 'photos drawn anew lie below it',
};

export function grantsOf(synthesised: Synthesised): readonly Grant[] {
  const grants = synthesised.resources.flatMap((policy) => {
    if (policy.type !== 'AWS::IAM::Policy') return [];
    const roles = listed(policy.properties.Roles).map((role) => synthesised.told(role, policy).replace(/\/Role$/, ''));
    const document = policy.properties.PolicyDocument;
    const statements = isRecord(document) ? listed(document.Statement).filter(isRecord) : [];
    return statements.flatMap((statement) =>
      listed(statement.Action).flatMap((action) =>
        listed(statement.Resource).flatMap((resource) =>
          roles.map((role) => ({ role, action: String(action), resource: synthesised.told(resource, policy) })),
        ),
      ),
    );
  });
  const line = (grant: Grant): string => [grant.role, grant.action, grant.resource].join(' ');
  return [...new Map(grants.map((grant) => [line(grant), grant])).values()].toSorted((a, b) => (line(a) < line(b) ? -1 : 1));
}

/** Grants of more than exact actions on exact resources. */
export const wildcardsOf = (grants: readonly Grant[]): readonly Grant[] =>
  grants.filter(
    ({ action, resource }) =>
      action.includes('*') || (resource.includes('*') && !(resource in BELOW) && !(resource === '*' && action in WITHOUT_RESOURCES)),
  );

/** Roles with policies that are not written out here: managed ones, or ones inside the role. */
export const borrowedPolicies = ({ resources }: Synthesised): readonly string[] =>
  resources
    .filter((role) => role.type === 'AWS::IAM::Role' && (role.properties.ManagedPolicyArns || role.properties.Policies))
    .map((role) => role.path);

export function iamTable(grants: readonly Grant[]): string {
  const rows = grants.map(({ role, action, resource }) => `| ${role} | ${action} | ${resource} |`);
  return [
    '# Who may do what',
    '',
    'Every permission of every role, from the templates. `UPDATE_GENERATED=1 npx vitest run test/lib/iam.test.ts` writes it anew;',
    'the same test fails as long as it differs from what would be deployed. Names are paths of constructs in `lib/`.',
    '',
    '| role | action | resource |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
