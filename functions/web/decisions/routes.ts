import '../../../shared/pages/compiled/decisions.gen.js';
import type { Route } from '../route.ts';
import { callInPage, callInPost } from './call-in-form.ts';
import { beginDecision, changeDecision, changeDecisionPage, newDecisionPage } from './decision-form.ts';
import { decisionPage, moveDecisionPost, publishDecisionPost } from './decision-page.ts';
import { itemNoticesPage, itemNoticesPost } from './item-notices-page.ts';
import { listPage } from './list-page.ts';
import { needsRecordPage } from './needs-record-page.ts';
import { beginNotice, changeNotice, changeNoticePage, newNoticePage } from './notice-form.ts';
import { noticePage } from './notice-page.ts';
import { furtherNoticePost, publishNoticePost, withdrawNoticePost } from './notice-posts.ts';
import { outcomePage, outcomePost } from './outcome-form.ts';
import { requestPage } from './request-page.ts';
import { judgePost, paperPost, signPost, withdrawPost } from './request-posts.ts';
import { specialUrgencyPage } from './special-urgency-page.ts';

const read = (path: string, action: Route['action'], page: Route['page']): Route => ({
  method: 'GET',
  path,
  action,
  event: null,
  page,
});

const act = (path: string, action: Route['action'], [event, page]: [string, Route['page']]): Route => ({
  method: 'POST',
  path,
  action,
  event,
  page,
});

/** Decisions by one person and executive decisions, their call-in, and the notices of key decisions. */
export const decisionRoutes: readonly Route[] = [
  read('/decision-records', 'decision.see', listPage),
  read('/decision-records/special-urgency', 'decision.publish', specialUrgencyPage),
  read('/decision-records/needs-record', 'session.own', needsRecordPage),
  read('/decision-records/new', 'decision.record', newDecisionPage),
  act('/decision-records/new', 'decision.record', ['decision record begun', beginDecision]),
  read('/decision-records/{id}', 'decision.see', decisionPage),
  read('/decision-records/{id}/change', 'decision.record', (request) => changeDecisionPage(request)),
  act('/decision-records/{id}/change', 'decision.record', ['decision record written', changeDecision]),
  act('/decision-records/{id}/publish', 'decision.publish', ['decision published', publishDecisionPost]),
  act('/decision-records/{id}/move', 'decision.record', ['decision moved', moveDecisionPost]),
  read('/decision-records/{id}/call-in', 'call-in.request', (request) => callInPage(request)),
  act('/decision-records/{id}/call-in', 'call-in.request', ['call-in asked for', callInPost]),
  read('/decision-records/{id}/outcome', 'decision.publish', (request) => outcomePage(request)),
  act('/decision-records/{id}/outcome', 'decision.publish', ['outcome recorded', outcomePost]),
  read('/call-ins/{id}', 'decision.see', (request) => requestPage(request)),
  act('/call-ins/{id}/sign', 'call-in.request', ['call-in signed', signPost]),
  act('/call-ins/{id}/paper', 'call-in.judge', ['signature on paper recorded', paperPost]),
  act('/call-ins/{id}/judge', 'call-in.judge', ['call-in judged', judgePost]),
  act('/call-ins/{id}/withdraw', 'call-in.request', ['call-in withdrawn', withdrawPost]),
  read('/key-decisions/new', 'decision.publish', newNoticePage),
  act('/key-decisions/new', 'decision.publish', ['notice begun', beginNotice]),
  read('/key-decisions/on-agenda/{id}/{item}', 'agenda.build', itemNoticesPage),
  act('/key-decisions/on-agenda/{id}/{item}', 'agenda.build', ['lawful way recorded', itemNoticesPost]),
  read('/key-decisions/{id}', 'decision.see', (request) => noticePage(request)),
  read('/key-decisions/{id}/change', 'decision.publish', changeNoticePage),
  act('/key-decisions/{id}/change', 'decision.publish', ['notice written', changeNotice]),
  act('/key-decisions/{id}/publish', 'decision.publish', ['notice published', publishNoticePost]),
  act('/key-decisions/{id}/further', 'decision.publish', ['further notice published', furtherNoticePost]),
  act('/key-decisions/{id}/withdraw', 'decision.publish', ['notice withdrawn', withdrawNoticePost]),
];
