/** Forms of the district's office: the body each posted form makes for its operation. Reading never refuses and never repairs. */

type Read = (posted: URLSearchParams) => unknown;

const typed = (posted: URLSearchParams, name: string): string => (posted.get(name) ?? '').trim();

const member = (posted: URLSearchParams) => ({
  email: typed(posted, 'email'),
  name: typed(posted, 'name'),
  role: typed(posted, 'role'),
  schools: posted.getAll('schools'),
});

const BODIES: Readonly<Record<string, Read>> = {
  inviteStaff: (posted) => ({ ...member(posted), ...(posted.has('language') && { language: typed(posted, 'language') }) }),
  saveStaff: (posted) => ({ ...member(posted), active: posted.get('active') === 'yes', version: Number(posted.get('version')) }),
};

export const officeBody = (operationId: string, posted: URLSearchParams): unknown => BODIES[operationId]?.(posted) ?? {};
