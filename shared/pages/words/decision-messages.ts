import { addWords } from '../words-at-hand.ts';
import type { Catalogue } from './catalogue.ts';

/** What notices about decisions and call-in say; sentences run on after the reader's name and a comma. */
export const decisionMessagesWords = {
  en: {
    openDecision: 'Open the decision',
    openRequest: 'Open the request',
    rowDecidedBy: 'Decided by',
    rowDecidedOn: 'Decided on',
    rowCloses: 'Call-in closes',
    rowFrom: 'May take effect from',
    dayAndTime: '{{day}}, {{time}}',

    openSubject: 'Can be called in until {{day}}: {{title}}',
    openStatus: 'Call-in closes on {{day}}',
    openSentence: 'a decision of the {{body}} has been published. It can be called in until {{day}}.',
    whyScrutiny: 'You get this because you chair or serve the committee that hears call-ins.',

    askedSubject: 'A call-in is asked for: {{title}}',
    askedSentence: 'a member asks for this decision to be called in. Others who are named still have to sign.',
    wholeSubject: 'To be judged: call-in of {{title}}',
    wholeSentence: 'the request now has the signatures that the procedure asks for. Please judge whether it is valid.',
    dueSubject: 'Last day to judge: call-in of {{title}}',
    dueSentence:
      'the request is to be judged today. It had its signatures in time; if nobody judges it today it counts as valid and the decision is suspended.',
    signatures: { one: '{{count}} signature so far', other: '{{count}} signatures so far' },
    whyJudge: 'You get this because you judge call-ins.',

    signSubject: 'Your signature is asked for: call-in of {{title}}',
    signStatus: 'Counts only when you sign it',
    signSentence:
      'you are named on a request that this decision be called in. Your name counts when you sign it yourself.',
    whyNamed: 'You get this because a member named you.',

    refusedSubject: 'Your call-in is not valid: {{title}}',
    refusedStatus: 'Not valid',
    refusedSentence: 'your request that this decision be called in was judged not valid on {{day}}.',
    refusedSource: 'The reason given',
    lapsedSubject: 'Your call-in has lapsed: {{title}}',
    lapsedStatus: 'Lapsed',
    lapsedSentence: 'your request that this decision be called in ended on {{day}} without a judgement.',
    lapsedSource: 'Why it ended',
    whyAsked: 'You get this because you made the request.',

    calledInSubject: 'Called in: {{title}}',
    calledInStatus: 'Suspended: it may not be carried out',
    calledInSentence: 'this decision has been called in. It may not be carried out until scrutiny has considered it.',
    groundsSource: 'The grounds given',
    whyCalledIn: 'You get this because you made the decision, advise on it, or serve a committee that deals with it.',

    outcomeSubject: '{{what}}: {{title}}',
    outcomeSentence: 'on {{day}} this was recorded of the decision that was called in: {{what}}.',
    reasonsSource: 'The reasons recorded',
    'outcome-uphold': 'scrutiny upheld it',
    'outcome-refer-back': 'scrutiny referred it back',
    'outcome-refer-to-council': 'scrutiny referred it to the council',
    'outcome-confirm': 'it was confirmed, finally',
    'outcome-amend': 'it was amended, finally',
    'outcome-no-objection': 'the council has no objection',
    'outcome-objection': 'the council objected, and it goes back to whoever decided',
    'outcome-implement': 'it was carried out',

    effectSubject: 'May take effect: {{title}}',
    effectStatus: 'May take effect today',
    effectSentence: 'this decision may be carried out from today.',
    effectAfterCallIn: 'this decision was called in and may now be carried out. It cannot be called in again.',
    whyDecides: 'You get this because you made the decision or serve the body.',
  },
} satisfies Catalogue;

addWords({ decisionMessages: decisionMessagesWords });
