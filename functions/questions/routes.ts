import '../../shared/pages/compiled/ask.gen.js';
import { askForm, askPost } from './ask-form.ts';
import type { AskPage } from './ask-page.ts';
import { bodiesPage } from './bodies-page.ts';
import { linkPage, linkPost } from './link-page.ts';
import { sentPage } from './sent-page.ts';

/** What the public may write, and the pages it takes. No account; nothing counts until its address is confirmed. */
export const askRoutes: readonly { readonly method: 'GET' | 'POST'; readonly path: string; readonly page: AskPage }[] =
  [
    { method: 'GET', path: '/ask', page: bodiesPage },
    { method: 'GET', path: '/ask/{bodyId}', page: askForm },
    { method: 'POST', path: '/ask/{bodyId}', page: askPost },
    { method: 'GET', path: '/ask/sent/{bodyId}', page: sentPage },
    // Opening a link changes nothing: its page has a button.
    { method: 'GET', path: '/ask/link/{token}', page: linkPage },
    { method: 'POST', path: '/ask/link/{token}', page: linkPost },
  ];
