import '../../../shared/pages/compiled/print.gen.js';
import type { Route } from '../route.ts';
import { printPage } from './print-page.ts';

/** Documents as pages that print clean. The same as PDF are made by a function of their own: functions/documents. */
export const printRoutes: readonly Route[] = [
  { method: 'GET', path: '/print/{name}/{id}', action: 'session.own', event: null, page: printPage },
];
