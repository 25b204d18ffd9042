import { addWords } from '../words-at-hand.ts';
import type { Catalogue } from './catalogue.ts';

/** What is said of a promise wherever it is shown. */
export const promisesWords = {
  en: {
    'kind-action': 'Action',
    'kind-report-back': 'Report-back',
    'kind-response': 'Response',
    'kind-referral': 'Referral',
    'kind-delegated-decision': 'Delegated decision',
    'kind-eia-mitigation': 'Promise of an equality impact assessment',
    kindTo: '{{kind}} to {{body}}',

    dueWindow: 'between {{from}} and {{to}}',
    dueDay: 'by {{day}}',
    dueUndated: 'no date',
    dueUndatedSaid: 'no date: “{{said}}”',

    statusOverdue: { one: '{{count}} working day overdue', other: '{{count}} working days overdue' },
    statusLeft: { one: '{{count}} working day left', other: '{{count}} working days left' },
    statusToday: 'Due today',
    statusNoDate: 'No date',
    statusNotMine: 'Owner says “not mine”',
    statusProposed: 'Proposed, not yet live',
    statusDone: 'Done, awaiting the {{body}}',
    statusReported: 'Reported, not closed',
    statusClosed: 'Closed {{day}}',
    statusWithdrawn: 'No longer wanted',
    statusHistory: 'Kept as history',
    statusNotChased: 'Not chased',
    statusVacant: 'Nobody holds this role',
    statusLeaver: 'The owner has left',
    statusPlaced: 'Placed on {{day}}',
    statusMoreTime: 'More time asked for',
    statusNotAccepted: 'Not accepted yet',
    statusCameLate: { one: 'Came {{count}} working day late', other: 'Came {{count}} working days late' },
    statusMoved: { one: 'Moved once', other: 'Moved {{count}} times' },
    statusPrivate: 'Private',

    ownerRoleAndName: '{{role}} ({{name}})',
    ownerVacant: '{{role}}: nobody holds this role',
    ownerLeft: '{{name}}, {{role}}, left on {{day}}',
    ownerNobody: 'Nobody named',
    personAndJob: '{{name}}, {{job}}',

    heardAccepted: 'Accepted on {{day}}',
    heardRefused: 'Said not to be theirs on {{day}}',
    heardMoreTime: 'More time asked for on {{day}}: {{text}}',
    heardProgress: '{{text}} ({{day}})',
    heardConsidered: 'Considered on {{day}}: {{text}}',
    heardNothing: 'Nothing has been heard',
  },
} satisfies Catalogue;

addWords({ promises: promisesWords });
