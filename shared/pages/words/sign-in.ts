import { addWords } from '../words-at-hand.ts';
import type { Catalogue } from './catalogue.ts';

export const signInWords = {
  en: {
    refusedTitle: 'You could not be signed in',
    notKnown:
      'Nobody here has the address you signed in with, or they have left. Ask the committee secretary or the administrator to invite you.',
    notCompleted:
      'The sign-in was not completed: it took longer than ten minutes, was begun in another browser, or was refused.',
    again: 'Sign in',
    signedOutTitle: 'You are signed out',
    signedOut: 'Nobody who comes to this browser after you can act in your name.',
    committees: 'See the committees and their published meetings',
  },
} satisfies Catalogue;

addWords({ signIn: signInWords });
