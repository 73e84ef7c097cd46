/** What browsers are told on every answer, whether a function gave it or something in front of the functions did. */

/** Nothing from elsewhere, nothing inline, no frames, forms only to ourselves. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
];
const CONTENT_SECURITY_POLICY = [...POLICY, "frame-ancestors 'none'"].join('; ');
/** For a page with a form that is sent to where files are kept. */
export const policyWithFormsTo = (origin: string): string =>
  CONTENT_SECURITY_POLICY.replace("form-action 'self'", `form-action 'self' ${origin}`);
/** For what is made to stand in a frame on other sites. */
export const EMBEDDABLE_POLICY = [...POLICY, 'frame-ancestors *'].join('; ');

/** Seconds for which a browser that was here once asks over TLS only. */
export const TLS_ONLY_SECONDS = 2 * 365 * 86_400;

/** By name, lower case. */
export const SECURITY_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'strict-transport-security': `max-age=${TLS_ONLY_SECONDS}; includeSubDomains`,
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
} as const;
