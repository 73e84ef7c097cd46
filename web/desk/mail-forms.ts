/** The body of the form that lets an address have mail again. Reading never refuses and never repairs. */
export const liftBody = (posted: URLSearchParams): unknown => ({
  version: Number(posted.get('version')),
  reason: (posted.get('reason') ?? '').trim(),
});
