import { addWords } from '../words-at-hand.ts';
import type { Catalogue } from './catalogue.ts';

export const meetingsWords = {
  en: {
    title: 'Meeting of {{body}}',
    'state-planned': 'Planned',
    'state-called': 'Called',
    'state-published': 'Called and published',
    'state-held': 'Held',
    'state-cancelled': 'Cancelled',
    'minutes-draft': 'Draft minutes',
    'minutes-confirmed': 'Minutes confirmed',
    'minutes-not-known': 'Not known whether the minutes are confirmed',
    private: 'Not open to the public',
    published: 'Published',
    notPublished: 'Not published',
    toPlan: 'The plan of this body',
    readMinutes: 'Read minutes',
    reportOf: 'Report of',
    report: 'Report',
    'report-attached': 'Attached',
    'report-not-attached': 'Not attached',
    'report-to-follow': 'To follow',
    'report-oral': 'Oral',
    attendedFor: 'Attended for the item',
    matters: 'Matters raised',
    itemDeferred: 'Deferred',
    itemProposed: 'Proposed',
    toFollow: 'Answer to follow',
    resolved: 'Resolved',
    promises: 'Promises made here',
    headReference: 'Reference',
    headPromise: 'Promise',
    headDue: 'Due',
    minute: 'The minute in full',
    noItems: 'Nothing is recorded of this meeting yet.',
    noItemsNext: 'Once it is held, read its minutes to put its business in the register.',
    cancelledNext: 'It was cancelled. Business that still waits can be put on another meeting.',
    publishTitle: 'Publish',
    publishWords:
      'Anybody can then see the day, the items, the minutes with their status, and what was resolved. Nothing private is shown, and no promise.',
    publishAgainWords:
      'The public sees the meeting as it was when it was last published. Publish again to show it as it is now.',
    publish: 'Publish this meeting',
    publishAgain: 'Publish again as it is now',
    nowPublished: 'Published. Anybody can see it now.',
    notPublic: 'The body or the meeting is not public: nothing was published.',
  },
} satisfies Catalogue;

addWords({ meetings: meetingsWords });
