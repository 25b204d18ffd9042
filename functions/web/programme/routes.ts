import '../../../shared/pages/compiled/programme.gen.js';
import type { Route } from '../route.ts';
import { adoptedPage, adoptPost, previewPost, programmePage } from './programme-page.ts';

/** A year of meetings, put in at once. */
export const programmeRoutes: readonly Route[] = [
  { method: 'GET', path: '/programmes/{id}', action: 'plan.change', event: null, page: programmePage },
  { method: 'POST', path: '/programmes/{id}', action: 'plan.change', event: 'programme looked at', page: previewPost },
  {
    method: 'POST',
    path: '/programmes/{id}/adopt',
    action: 'plan.change',
    event: 'programme adopted',
    page: adoptPost,
  },
  { method: 'GET', path: '/programmes/{id}/adopted/{adoption}', action: 'plan.change', event: null, page: adoptedPage },
];
