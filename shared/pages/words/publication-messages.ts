import { addWords } from '../words-at-hand.ts';
import type { Catalogue } from './catalogue.ts';

/** What people are told of a meeting: a sentence runs on after the reader's name. */
export const publicationMessagesWords = {
  en: {
    title: '{{body}}, {{day}}',
    subject: '{{what}}: {{body}}, {{day}}',
    agenda: 'the agenda of the {{body}} of {{day}} is published.',
    supplement: 'there is a supplement to the agenda of the {{body}} of {{day}}.',
    replacement: 'a report for the {{body}} of {{day}} has been replaced.',
    withdrawal: 'something published for the {{body}} of {{day}} has been withdrawn.',
    notice: 'notice is given of the {{body}} of {{day}}.',
    cancellation: 'the meeting of the {{body}} of {{day}} is cancelled.',
    move: 'the meeting of the {{body}} that was to be on {{was}} is moved to {{day}}.',
    calledSubject: 'Called: {{body}}, {{day}}',
    calledStatus: 'Called',
    called: 'a meeting of the {{body}} is called for {{day}}.',
    open: 'Open the meeting',
    why: 'You get this because the {{body}} expects you, or you are invited for an item.',
  },
} satisfies Catalogue;

addWords({ publicationMessages: publicationMessagesWords });
