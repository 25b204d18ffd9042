import '../../../shared/pages/compiled/publication.gen.js';
import type { Route } from '../route.ts';
import { cancelPages } from './cancel-form.ts';
import { checkPage, lookAgainPost, publishPost } from './check-page.ts';
import { movePages } from './move-form.ts';
import { postedPages } from './posted-form.ts';
import { previewPage } from './preview-page.ts';
import { printListPage } from './print-list-page.ts';
import { supplementPages } from './supplement-form.ts';
import { withdrawPages } from './withdraw-form.ts';

const action = 'register.record';

/** Publishing an agenda, and everything that may have to be published after it. */
export const publicationRoutes: readonly Route[] = [
  { method: 'GET', path: '/meetings/{id}/publish', action, event: null, page: checkPage },
  { method: 'POST', path: '/meetings/{id}/publish/agenda', action, event: 'agenda published', page: publishPost },
  { method: 'POST', path: '/meetings/{id}/publish/look-again', action, event: 'looked for again', page: lookAgainPost },
  { method: 'GET', path: '/meetings/{id}/publish/preview', action, event: null, page: previewPage },
  { method: 'GET', path: '/meetings/{id}/publish/print-list', action, event: null, page: printListPage },
  { method: 'GET', path: '/meetings/{id}/publish/posted', action, event: null, page: postedPages.show },
  { method: 'POST', path: '/meetings/{id}/publish/posted', action, event: 'notice posted', page: postedPages.send },
  { method: 'GET', path: '/meetings/{id}/publish/supplement', action, event: null, page: supplementPages.show },
  {
    method: 'POST',
    path: '/meetings/{id}/publish/supplement',
    action,
    event: 'supplement published',
    page: supplementPages.send,
  },
  { method: 'GET', path: '/meetings/{id}/withdraw', action, event: null, page: withdrawPages.show },
  {
    method: 'POST',
    path: '/meetings/{id}/withdraw',
    action,
    event: 'withdrawn from publication',
    page: withdrawPages.send,
  },
  { method: 'GET', path: '/meetings/{id}/cancel', action, event: null, page: cancelPages.show },
  { method: 'POST', path: '/meetings/{id}/cancel', action, event: 'meeting cancelled', page: cancelPages.send },
  { method: 'GET', path: '/meetings/{id}/move', action, event: null, page: movePages.show },
  { method: 'POST', path: '/meetings/{id}/move', action, event: 'meeting moved', page: movePages.send },
];
