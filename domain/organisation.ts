/** Who issues papers, from the district's settings. */
import type { District } from '#contracts/district.ts';
import type { Organisation } from '#contracts/resources/documents.ts';

export function organisationOf({ name, languages, contact, organisation }: District): Organisation {
  const { transfer, ...payment } = organisation.payment;
  return {
    ...organisation,
    payment: { ...payment, ...(transfer && { transfer }) },
    name,
    languages,
    contact: { email: contact.email, ...(contact.phone !== undefined && { phone: contact.phone }) },
  };
}
