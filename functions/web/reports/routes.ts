import '../../../shared/pages/compiled/reports.gen.js';
import type { Route } from '../route.ts';
import { addPost, checkPage } from './add-report.ts';
import { removePost, reportFile } from './report-file.ts';
import { reportsPage } from './reports-page.ts';

/** The reports of agenda items: sent as PDF, looked at, kept, opened, taken away. */
export const reportRoutes: readonly Route[] = [
  { method: 'GET', path: '/agenda-items/{id}/reports', action: 'session.own', event: null, page: reportsPage },
  { method: 'GET', path: '/agenda-items/{id}/reports/check', action: 'register.record', event: null, page: checkPage },
  {
    method: 'POST',
    path: '/agenda-items/{id}/reports',
    action: 'register.record',
    event: 'report added',
    page: addPost,
  },
  { method: 'GET', path: '/agenda-items/{id}/reports/{report}', action: 'session.own', event: null, page: reportFile },
  {
    method: 'POST',
    path: '/agenda-items/{id}/reports/{report}/remove',
    action: 'register.record',
    event: 'report removed',
    page: removePost,
  },
];
