/** Bodies of the small forms on an opportunity's page. Reading never refuses and never repairs. */

const whole = (typed: string | null): number | string => {
  const text = (typed ?? '').trim();
  return /^-?\d{1,6}$/.test(text) ? Number(text) : text;
};

export const statusBody = (form: URLSearchParams): unknown => ({ status: form.get('status') ?? '', version: whole(form.get('version')) });
export const shiftBody = (form: URLSearchParams): unknown => ({
  days: whole(form.get('days')),
  minutes: whole(form.get('minutes')),
  version: whole(form.get('version')),
});
export const copyBody = (form: URLSearchParams): unknown => ({ days: whole(form.get('copy-days')) });
