/** What all that shows staff a school's suggestion box shares. */
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { suggestions } from '#adapters/dynamo/suggestions.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { transactionsOn } from '#adapters/dynamo/transactions.ts';
import type { School } from '#contracts/resources/school.ts';
import { SchoolId } from '#contracts/values.ts';
import type { Schools } from '#domain/volunteering/ports.ts';
import type { Suggestions } from '#domain/volunteering/suggestions.ts';
import type { HttpRequest } from '../_http/request.ts';

export interface BoxPorts {
  readonly schools: Pick<Schools, 'find'>;
}

/** The school in the address; what people write may name others, so it is for who may know people, and to others the school is not there. */
export const ofBox = ({ schools }: BoxPorts) =>
  ({
    subject: async (request: HttpRequest): Promise<School | undefined> => {
      const schoolId = SchoolId.safeParse(request.params.schoolId);
      return schoolId.success ? schools.find(schoolId.data) : undefined;
    },
    action: 'people.read',
    seenBy: 'people.read',
    notFound: 'school.not-found',
  }) as const;

export function suggestionsIn(table: string): Suggestions {
  const client = dynamoClient();
  return suggestions(tableOn(client, table), transactionsOn(client, table));
}
