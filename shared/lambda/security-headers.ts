import httpSecurityHeaders from '@middy/http-security-headers';

const contentSecurityPolicy = (identityOrigin: string): string =>
  [
    "default-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    // Signing out is a form whose answer leads to the identity provider.
    `form-action 'self' ${identityOrigin}`.trim(),
  ].join('; ');

/**
 * The headers of every page: only our own scripts, styles and pictures, no framing, no sniffing. The policy for content
 * is written here: the middleware's own would put every page into a sandbox without forms.
 */
export function securityHeaders(identityOrigin = '') {
  const others = httpSecurityHeaders({
    contentSecurityPolicy: false,
    // Its list names features that browsers no longer know, and each is a warning in the console.
    permissionsPolicy: false,
    reportTo: false,
    reportingEndpoints: false,
    referrerPolicy: { policy: 'same-origin' },
  });
  return { others, page: { 'content-security-policy': contentSecurityPolicy(identityOrigin) } };
}
