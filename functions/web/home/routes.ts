import '../../../shared/pages/compiled/home.gen.js';
import { everybody } from '../../../shared/store/people.ts';
import type { Route } from '../route.ts';
import { frontPage, homePage } from './home-page.ts';

/** Where everybody begins. */
export const homeRoutes: readonly Route[] = [
  { method: 'GET', path: '/', action: 'public.read', event: null, page: frontPage },
  {
    method: 'GET',
    path: '/home',
    action: 'home.see',
    event: null,
    page: homePage,
    ahead: (register) => [everybody(register)],
  },
];
