/** The form with which sponsors put their details right: how what was posted is read, and what body it makes for `PledgeCorrection`. */
import type { MyPledge } from '#contracts/resources/campaign-view.ts';
import { PLEDGE_FIELDS as F } from './pledge-form.ts';

export interface CorrectionFormValues {
  readonly name: string;
  readonly contactName: string;
  readonly phone: string;
  readonly address: string;
  readonly recognition: string;
}

export const correctionOf = ({ sponsor, recognition }: Pick<MyPledge, 'sponsor' | 'recognition'>): CorrectionFormValues => ({
  name: sponsor.name,
  contactName: sponsor.contactName,
  phone: sponsor.phone ?? '',
  address: sponsor.address ?? '',
  recognition,
});

export function readCorrectionForm(posted: URLSearchParams): CorrectionFormValues {
  const typed = (name: string): string => posted.get(name) ?? '';
  return {
    name: typed(F.name),
    contactName: typed(F.contactName),
    phone: typed(F.phone),
    address: typed(F.address),
    recognition: typed(F.recognition),
  };
}

/** The body for `PledgeCorrection.safeParse`. Spaces around what was typed are not part of it; blank optional fields are left out. */
export function correctionBody({ name, contactName, phone, address, recognition }: CorrectionFormValues): unknown {
  const optional = (field: string, value: string): Record<string, string> => (value.trim() === '' ? {} : { [field]: value.trim() });
  return {
    sponsor: { name: name.trim(), contactName: contactName.trim(), ...optional('phone', phone), ...optional('address', address) },
    recognition,
  };
}
