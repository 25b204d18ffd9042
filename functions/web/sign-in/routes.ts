import '../../../shared/pages/compiled/sign-in.gen.js';
import type { Route } from '../route.ts';
import { beginSignIn } from './begin.ts';
import { completeSignIn } from './complete.ts';
import { signedOut, signOut } from './sign-out.ts';

export const signInRoutes: readonly Route[] = [
  { method: 'GET', path: '/sign-in', action: 'public.read', event: null, page: beginSignIn },
  { method: 'GET', path: '/signed-in', action: 'public.read', event: null, page: completeSignIn },
  { method: 'POST', path: '/sign-out', action: 'session.own', event: 'signed out', page: signOut },
  { method: 'GET', path: '/signed-out', action: 'public.read', event: null, page: signedOut },
];
