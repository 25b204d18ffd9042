import '../../../shared/pages/compiled/commitments.gen.js';
import type { Action } from '../../../shared/domain/access/access.ts';
import { readPromiseAhead } from '../../../shared/store/promise-around.ts';
import type { Route } from '../route.ts';
import { answerPages } from './answer-form.ts';
import { closePages } from './close-form.ts';
import { considerPages } from './consider-form.ts';
import { datePages } from './date-form.ts';
import { latePages } from './late-form.ts';
import { listPage } from './list-page.ts';
import { moreTimePages } from './more-time-form.ts';
import { newCommitmentPage, recordCommitmentPost } from './new-page.ts';
import { placePages } from './place-form.ts';
import { reassignPages } from './reassign-form.ts';
import { sourcePage } from './source-page.ts';
import { storyPage } from './story-page.ts';

const promise = '/commitments/{id}';

type Pages = { show: Route['page']; send: Route['page'] };

/** A form on a promise: shown at its path, sent to the same. */
const form = (name: string, action: Action, event: string, { show, send }: Pages): Route[] => [
  { method: 'GET', path: `${promise}/${name}`, action, event: null, page: show },
  { method: 'POST', path: `${promise}/${name}`, action, event, page: send },
];

/** Promises: their stories, the owners' answers and the secretary's acts. */
export const commitmentRoutes: readonly Route[] = [
  { method: 'GET', path: '/commitments', action: 'commitment.see', event: null, page: listPage },
  { method: 'GET', path: '/commitments/new', action: 'register.record', event: null, page: newCommitmentPage },
  {
    method: 'POST',
    path: '/commitments/new',
    action: 'register.record',
    event: 'promise recorded by hand',
    page: recordCommitmentPost,
  },
  {
    method: 'GET',
    path: promise,
    action: 'commitment.see',
    event: null,
    page: storyPage,
    ahead: (register, { id = '' }) => readPromiseAhead(register, id),
  },
  { method: 'GET', path: `${promise}/source`, action: 'commitment.see', event: null, page: sourcePage },
  ...form('answer', 'commitment.answer', 'promise answered', answerPages),
  ...form('place', 'commitment.place', 'promise placed', placePages),
  ...form('more-time', 'commitment.place', 'request for more time answered', moreTimePages),
  ...form('date', 'commitment.place', 'promise given a date', datePages),
  ...form('late', 'commitment.place', 'late promise chased or kept as history', latePages),
  ...form('reassign', 'commitment.reassign', 'promise reassigned', reassignPages),
  ...form('consider', 'commitment.close', 'report recorded as considered', considerPages),
  ...form('close', 'commitment.close', 'promise closed, reopened or withdrawn', closePages),
];
