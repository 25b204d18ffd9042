import '../../../shared/pages/compiled/written.gen.js';
import type { Route } from '../route.ts';
import { changePage, changePost, newPage, newPost } from './draft-form.ts';
import { listPage } from './list-page.ts';
import { votePage, votePost } from './vote-form.ts';
import { putPost, withdrawPage, withdrawPost, writtenPage } from './written-page.ts';

const see = 'written-resolution.see';
const put = 'written-resolution.put';
const vote = 'written-resolution.answer';

/** Decisions in writing: the list, the draft, how it stands, the member's form. */
export const writtenRoutes: readonly Route[] = [
  { method: 'GET', path: '/written-resolutions', action: see, event: null, page: listPage },
  { method: 'GET', path: '/written-resolutions/new', action: put, event: null, page: newPage },
  {
    method: 'POST',
    path: '/written-resolutions/new',
    action: put,
    event: 'decision in writing drafted',
    page: newPost,
  },
  { method: 'GET', path: '/written-resolutions/{id}', action: see, event: null, page: writtenPage },
  { method: 'GET', path: '/written-resolutions/{id}/change', action: put, event: null, page: changePage },
  { method: 'POST', path: '/written-resolutions/{id}/change', action: put, event: 'draft changed', page: changePost },
  { method: 'POST', path: '/written-resolutions/{id}/put', action: put, event: 'put to the members', page: putPost },
  { method: 'GET', path: '/written-resolutions/{id}/vote', action: vote, event: null, page: votePage },
  { method: 'POST', path: '/written-resolutions/{id}/vote', action: vote, event: 'answer given', page: votePost },
  { method: 'GET', path: '/written-resolutions/{id}/withdraw', action: put, event: null, page: withdrawPage },
  { method: 'POST', path: '/written-resolutions/{id}/withdraw', action: put, event: 'withdrawn', page: withdrawPost },
];
