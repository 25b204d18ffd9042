import type { Notice, OwnMessage, PromiseFacts, Sender } from '../../shared/messages/message-facts.ts';
import type { PlainNotice } from '../../shared/messages/plain-notice.ts';

/** The fictional city of the demonstration as a sender. */
export const brackenford: Sender = {
  organisation: 'Brackenford City Council',
  contactEmail: 'governance@brackenford.example',
  publicAddress: 'https://quorate.brackenford.example',
  language: 'en',
};

/** The Coventry promise as facts on the day after its window closed, with overrides. */
export function promiseFacts(overrides: Partial<PromiseFacts> = {}): PromiseFacts {
  return {
    id: 'promise-1',
    reference: 'HOSB/18/15',
    subject: 'How the Out of Hospital model is working',
    asSaid:
      'A further report on how the Out of Hospital model is working be submitted to a future Board meeting in approximately 6 to 12 months.',
    source: 'Resolution (2), minute 27',
    madeOn: '2018-10-17',
    due: { sort: 'window', from: '2019-04-17', to: '2019-10-17', asSaid: 'in approximately 6 to 12 months' },
    accessClass: 'public',
    itemNumber: '6',
    paper: 'report',
    bodyName: 'Health Overview and Scrutiny Board',
    owner: 'Owen Sandpiper, programme manager',
    timesMoved: 0,
    workingDaysOverdue: 1,
    workingDaysLeft: null,
    nextMeeting: { day: '2019-11-27', publishBy: '2019-11-19' },
    meetingsInWindow: [],
    ...overrides,
  };
}

export function aNotice(overrides: Partial<Notice> = {}): Notice {
  return {
    what: 'overdue',
    as: 'chair',
    because: 'is-it',
    target: '2019-10-17',
    meetingDay: null,
    promise: promiseFacts(),
    ...overrides,
  };
}

/** A message to the chair, or with overrides to somebody else. */
export function ownMessage(notice: Partial<Notice> = {}, rest: Partial<OwnMessage> = {}): OwnMessage {
  return {
    notice: aNotice(notice),
    reader: { addressedAs: 'Councillor Kestrel', answersTo: null },
    sender: brackenford,
    today: '2019-10-18',
    ...rest,
  };
}

/** A notice that is not about a promise, with overrides. */
export function aPlainNotice(overrides: Partial<PlainNotice> = {}): PlainNotice {
  return {
    accessClass: 'internal',
    bodyName: 'Governing Body',
    day: '2019-04-18',
    subject: 'Your vote is asked for: Extended access',
    status: 'Closes on Thursday 18 April',
    tone: 'soon',
    title: 'Extended access',
    sentence: 'the chair has asked for this to be decided in writing.',
    quotation: null,
    rows: [{ name: 'Closes', value: 'Thursday 18 April' }],
    link: { label: 'Vote', path: '/written-resolutions/wr-1' },
    why: 'You get this because you are a member of the Governing Body.',
    ...overrides,
  };
}
