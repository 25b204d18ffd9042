import '../../../shared/pages/compiled/messages.gen.js';
import { paths } from '../paths.ts';
import type { Route } from '../route.ts';
import { messagePage, messagesPage } from './message-pages.ts';
import { myRemindersPage, saveMyReminders } from './my-reminders.ts';

/** The message log, and everyone's own rhythm. */
export const messagesRoutes: readonly Route[] = [
  { method: 'GET', path: '/messages', action: 'messages.see', event: null, page: messagesPage },
  { method: 'GET', path: '/messages/{id}', action: 'messages.see', event: null, page: messagePage },
  {
    method: 'GET',
    path: '/my/reminders',
    action: 'session.own',
    event: null,
    page: (request) => myRemindersPage(request),
  },
  { method: 'POST', path: '/my/reminders', action: 'session.own', event: 'own rhythm changed', page: saveMyReminders },
  {
    // The address that messages already sent carry.
    method: 'GET',
    path: '/my-messages',
    action: 'session.own',
    event: null,
    page: async () => ({ redirect: paths.myReminders() }),
  },
];
