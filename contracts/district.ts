/** The district's settings as the running functions get them. The table of all stages is `lib/stages.ts`. */
import * as z from 'zod/mini';
import { Email, Language, line, TimeZone } from './values.ts';

export const District = z.strictObject({
  name: line(120),
  /** Origin of the public site, no slash at its end. */
  siteUrl: z.url(),
  zone: TimeZone,
  /** Offered languages; the first is what pages fall back to. */
  languages: z.array(Language).check(z.minLength(1)),
  /** Sender of all mail; must belong to the SES identity. */
  sender: z.strictObject({ name: line(100), email: Email }),
  /** Shown on every page and mail for help. */
  contact: z.strictObject({ email: Email, phone: z.optional(line(40)) }),
  /** Who signs letters, invoices and receipts, as the tax office knows it. */
  organisation: z.strictObject({
    /** Whose rules receipts follow. */
    country: z.literal('US'),
    legalName: line(120),
    /** Postal address, line by line, without the name. */
    address: z.array(line(80)).check(z.minLength(1), z.maxLength(5)),
    /** Employer Identification Number: `12-3456789`. */
    taxId: z.string().check(z.regex(/^\d{2}-\d{7}$/)),
    payment: z.strictObject({
      /** To whom a check is made out. */
      payee: line(120),
      /** Where a check is sent, line by line, without the payee. */
      address: z.array(line(80)).check(z.minLength(1), z.maxLength(5)),
      /** Bank and account, line by line; absent where the district takes no transfers. */
      transfer: z.optional(z.array(line(80)).check(z.minLength(1), z.maxLength(5))),
    }),
  }),
  /** Days personal data is kept after the last slot a person signed up for has ended. */
  retentionDays: z.int().check(z.gte(1), z.lte(3650)),
});
export type District = z.infer<typeof District>;
