import type { Route } from '../route.ts';
import { answerPages } from './answer-form.ts';
import { closePages } from './close-form.ts';
import { considerPages } from './consider-form.ts';
import { placePages } from './place-form.ts';
import { storyPage } from './story-page.ts';

const id = '/commitments/{id}';

/** Promises: their stories, the owners' answers and the secretary's acts. */
export const commitmentRoutes: readonly Route[] = [
  { method: 'GET', path: id, action: 'commitment.see', event: null, page: storyPage },
  { method: 'GET', path: `${id}/answer`, action: 'commitment.answer', event: null, page: answerPages.show },
  {
    method: 'POST',
    path: `${id}/answer`,
    action: 'commitment.answer',
    event: 'promise answered by its owner',
    page: answerPages.send,
  },
  { method: 'GET', path: `${id}/place`, action: 'commitment.place', event: null, page: placePages.show },
  { method: 'POST', path: `${id}/place`, action: 'commitment.place', event: 'promise placed', page: placePages.send },
  { method: 'GET', path: `${id}/consider`, action: 'commitment.close', event: null, page: considerPages.show },
  {
    method: 'POST',
    path: `${id}/consider`,
    action: 'commitment.close',
    event: 'report recorded as considered',
    page: considerPages.send,
  },
  { method: 'GET', path: `${id}/close`, action: 'commitment.close', event: null, page: closePages.show },
  {
    method: 'POST',
    path: `${id}/close`,
    action: 'commitment.close',
    event: 'promise closed or reopened',
    page: closePages.send,
  },
];
