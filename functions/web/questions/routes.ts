import '../../../shared/pages/compiled/questions.gen.js';
import type { Route } from '../route.ts';
import { admitPost, refusePost, replyPost, withdrawPost } from './decide.ts';
import { listPage } from './list-page.ts';
import { questionPage } from './question-page.ts';
import { rulesPage, rulesPost } from './rules-page.ts';

const decide = 'question.decide';

/** What the public has put to the committees, for those who decide on it. */
export const questionRoutes: readonly Route[] = [
  { method: 'GET', path: '/questions', action: 'question.see', event: null, page: listPage },
  { method: 'GET', path: '/questions/rules/{bodyId}', action: 'procedure.manage', event: null, page: rulesPage },
  {
    method: 'POST',
    path: '/questions/rules/{bodyId}',
    action: 'procedure.manage',
    event: 'rules for public questions begun',
    page: rulesPost,
  },
  { method: 'GET', path: '/questions/{id}', action: 'question.see', event: null, page: questionPage },
  { method: 'POST', path: '/questions/{id}/admit', action: decide, event: 'question admitted', page: admitPost },
  { method: 'POST', path: '/questions/{id}/refuse', action: decide, event: 'question refused', page: refusePost },
  { method: 'POST', path: '/questions/{id}/reply', action: decide, event: 'reply recorded', page: replyPost },
  {
    method: 'POST',
    path: '/questions/{id}/withdraw',
    action: decide,
    event: 'question taken back',
    page: withdrawPost,
  },
];
