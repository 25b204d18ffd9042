import '../../../shared/pages/compiled/apologies.gen.js';
import type { Route } from '../route.ts';
import { apologiesFor, apologiesForPost, ownApologies, ownApologiesPost } from './apologies-form.ts';

/** Whether members come to a meeting: said by themselves, or by the secretary for them. */
export const apologiesRoutes: readonly Route[] = [
  { method: 'GET', path: '/apologies/{meetingId}', action: 'apology.give', event: null, page: ownApologies },
  {
    method: 'POST',
    path: '/apologies/{meetingId}',
    action: 'apology.give',
    event: 'attendance said',
    page: ownApologiesPost,
  },
  {
    method: 'GET',
    path: '/apologies/{meetingId}/{personId}',
    action: 'apology.enter',
    event: null,
    page: apologiesFor,
  },
  {
    method: 'POST',
    path: '/apologies/{meetingId}/{personId}',
    action: 'apology.enter',
    event: 'attendance entered for a member',
    page: apologiesForPost,
  },
];
