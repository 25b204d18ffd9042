import '../../../shared/pages/compiled/bodies.gen.js';
import '../../../shared/pages/compiled/plan.gen.js';
import { readBodyContext } from '../../../shared/store/body-context.ts';
import { owedTo } from '../../../shared/store/commitments.ts';
import { everybody } from '../../../shared/store/people.ts';
import type { Route } from '../route.ts';
import { actionLogFile, actionLogPage } from './action-log-page.ts';
import { bodyPage } from './body-page.ts';
import { choosePlanPage } from './choose-plan-page.ts';
import { planPage } from './plan-page.ts';

const ofBody: NonNullable<Route['ahead']> = (register, { id = '' }) => [
  readBodyContext(register, id),
  owedTo(register, id),
  everybody(register),
];

/** What is coming to which meeting, and a body's open promises. */
export const planRoutes: readonly Route[] = [
  { method: 'GET', path: '/plan', action: 'plan.see', event: null, page: choosePlanPage },
  { method: 'GET', path: '/bodies/{id}', action: 'plan.see', event: null, page: bodyPage, ahead: ofBody },
  { method: 'GET', path: '/bodies/{id}/plan', action: 'plan.see', event: null, page: planPage, ahead: ofBody },
  { method: 'GET', path: '/bodies/{id}/action-log', action: 'commitment.see', event: null, page: actionLogPage },
  { method: 'GET', path: '/bodies/{id}/action-log.csv', action: 'commitment.see', event: null, page: actionLogFile },
];
