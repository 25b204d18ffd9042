import { addWords } from '../words-at-hand.ts';
import type { Catalogue } from './catalogue.ts';

export const errorsWords = {
  en: {
    notFoundTitle: 'Page not found',
    notFound: 'There is no page at this address that you may see.',
    notFoundCheck: 'If you typed the address, check it. If you followed a link, the page may have moved or closed.',
    notAllowedTitle: 'You cannot open this page',
    notAllowed: 'Your role today does not let you see this page or do this.',
    notAllowedWho: 'If you should be able to, {{contact}} can look into it.',
    help: '{{contact}} can help.',
    back: 'Go to your home page',
    tooLargeTitle: 'That is too large',
    tooLarge: 'What you sent is {{size}}. The most that can be taken here is {{limit}}. Nothing was saved.',
    tooLargeNoSize: 'What you sent is larger than {{limit}}, the most that can be taken here. Nothing was saved.',
    tooLargeWhatNow: 'Paste a part of it at a time, or send it as a file if the page offers that.',
    backToForm: 'Go back to the form',
    goneWrongTitle: 'Something went wrong here',
    goneWrong:
      'This is our fault, not yours. If you were saving something, it may not have been saved: open the page again and look.',
    goneWrongReference: 'If it happens again, give {{contact}} this reference: {{reference}}.',
    goneWrongReferenceOnly: 'If it happens again, give this reference: {{reference}}.',
    conflictTitle: 'Someone was faster',
    conflictWho: '{{who}} changed {{what}} {{when}}, while you were writing',
    conflictKept: 'Nothing is lost. What you typed is kept. Choose for each difference, then save.',
    conflictCaption: { one: '{{count}} difference in {{what}}', other: '{{count}} differences in {{what}}' },
    conflictSame: 'What was saved is the same as what you typed. There is nothing to choose.',
    conflictSave: 'Save these choices',
    conflictLeave: 'Leave it as {{who}} saved it',
    changedTitle: 'It has changed since you looked',
    changed:
      'Somebody else has acted on it in the meantime, so nothing of yours was saved. Look at it as it is now, then decide again.',
    changedLook: 'See it as it is now',
    signedOutTitle: 'You were signed out',
    signedOut: 'Your session ended before this could be saved. Nothing has changed yet, and what you typed is below.',
    signedOutPlain: 'Your session ended. Sign in to carry on.',
    signedOutSteps: 'Sign in (it opens in a new tab), then come back here and send it again.',
    signInNewTab: 'Sign in (opens in a new tab)',
    sendAgain: 'Send it again',
    confirmTitle: 'Check before this is sent',
    confirm:
      'This page was out of date, so nothing has been saved yet. If this is what you meant to send, send it now.',
    send: 'Send it',
    typed: 'What you typed',
  },
} satisfies Catalogue;

addWords({ errors: errorsWords });
