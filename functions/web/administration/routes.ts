import '../../../shared/pages/compiled/administration.gen.js';
import type { Route } from '../route.ts';
import { administrationPage } from './administration-page.ts';
import { bodiesPage, bodyPage, changeBody } from './body-pages.ts';
import { calendarChangePage } from './calendar-change-page.ts';
import { addClosure, addProclaimed, calendarPage, removeDay } from './calendar-page.ts';
import { changeProcedure, procedurePage } from './procedure-pages.ts';
import { changeChasing, remindersPage, saveReminders } from './reminders-page.ts';
import { changeStandingItems, standingItemsPage } from './standing-items-page.ts';

const [rules, days, policy] = ['procedure.manage', 'calendar.manage', 'policy.manage'] as const;
const bodyPath = '/administration/bodies/{id}';
const calendar = '/administration/calendar';
const reminders = '/administration/reminders';

/** Bodies, procedure, calendar and reminder policy. */
export const administrationRoutes: readonly Route[] = [
  { method: 'GET', path: '/administration', action: rules, event: null, page: administrationPage },
  { method: 'GET', path: '/administration/bodies', action: rules, event: null, page: bodiesPage },
  {
    method: 'GET',
    path: '/administration/bodies/new',
    action: rules,
    event: null,
    page: (request) => bodyPage(request),
  },
  { method: 'POST', path: '/administration/bodies/new', action: rules, event: 'body entered', page: changeBody },
  { method: 'GET', path: bodyPath, action: rules, event: null, page: (request) => bodyPage(request) },
  { method: 'POST', path: bodyPath, action: rules, event: 'body changed', page: changeBody },
  {
    method: 'GET',
    path: `${bodyPath}/procedure`,
    action: rules,
    event: null,
    page: (request) => procedurePage(request),
  },
  { method: 'POST', path: `${bodyPath}/procedure`, action: rules, event: 'procedure begun', page: changeProcedure },
  { method: 'GET', path: `${bodyPath}/standing-items`, action: rules, event: null, page: standingItemsPage },
  {
    method: 'POST',
    path: `${bodyPath}/standing-items`,
    action: rules,
    event: 'standing items changed',
    page: changeStandingItems,
  },
  { method: 'GET', path: calendar, action: days, event: null, page: (request) => calendarPage(request) },
  { method: 'POST', path: `${calendar}/closures`, action: days, event: 'closure added', page: addClosure },
  { method: 'POST', path: `${calendar}/proclaimed`, action: days, event: 'bank holiday changed', page: addProclaimed },
  { method: 'POST', path: `${calendar}/remove`, action: days, event: 'day taken out', page: removeDay },
  { method: 'GET', path: `${calendar}/changes/{version}`, action: days, event: null, page: calendarChangePage },
  { method: 'GET', path: reminders, action: policy, event: null, page: (request) => remindersPage(request) },
  { method: 'POST', path: reminders, action: policy, event: 'reminder policy changed', page: saveReminders },
  {
    method: 'GET',
    path: `${reminders}/{bodyId}`,
    action: policy,
    event: null,
    page: (request) => remindersPage(request),
  },
  {
    method: 'POST',
    path: `${reminders}/{bodyId}`,
    action: policy,
    event: 'reminder policy changed',
    page: saveReminders,
  },
  {
    method: 'POST',
    path: `${reminders}/{bodyId}/chasing`,
    action: policy,
    event: 'chasing switched',
    page: changeChasing,
  },
];
