/** Staff, all in one partition: a district has some hundreds. */
import { StaffMember } from '#contracts/resources/staff.ts';
import type { StaffDirectory } from '#domain/desk/ports.ts';
import { type Key, saveVersion, type Table } from './table.ts';

const key = (email: string): Key => ({ pk: 'STAFF', sk: `EMAIL#${email}` });

export function staffDirectory(table: Table): StaffDirectory {
  return {
    async find(email) {
      const item = await table.get(key(email));
      return item && StaffMember.parse(item.member);
    },
    save: (member) => saveVersion(table, { ...key(member.email), member, version: member.version }),
  };
}
