import '../../../shared/pages/compiled/api-tokens.gen.js';
import type { Route } from '../route.ts';
import { everyTokenPage, revokeAny } from './every-token-page.ts';
import { makeToken, ownTokensPage, revokeOwn } from './own-tokens-page.ts';

/** Tokens with which programs act for somebody: one's own, and for administrators everybody's. */
export const apiTokenRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/my/api-tokens',
    action: 'api-tokens.own',
    event: null,
    page: (request) => ownTokensPage(request),
  },
  { method: 'POST', path: '/my/api-tokens', action: 'api-tokens.own', event: 'token made', page: makeToken },
  {
    method: 'POST',
    path: '/my/api-tokens/{id}/revoke',
    action: 'api-tokens.own',
    event: 'token revoked',
    page: revokeOwn,
  },
  {
    method: 'GET',
    path: '/administration/api-tokens',
    action: 'api-tokens.manage',
    event: null,
    page: everyTokenPage,
  },
  {
    method: 'POST',
    path: '/administration/api-tokens/{id}/revoke',
    action: 'api-tokens.manage',
    event: 'token revoked',
    page: revokeAny,
  },
];
