import type { Body } from '../../shared/domain/bodies/body.ts';
import type { Commitment } from '../../shared/domain/commitments/commitment.ts';
import type { Actor } from '../../shared/domain/history/history-entry.ts';
import type { Meeting } from '../../shared/domain/meetings/meeting.ts';

/** The secretary of the demonstration, acting for herself. */
export const maya: Actor = { sort: 'person', personId: 'maya-lapwing', onBehalfOf: null };

/** A scrutiny board with overrides. */
export function aBody(overrides: Partial<Body> = {}): Body {
  return {
    id: 'hosb',
    name: 'Health Overview and Scrutiny Board',
    code: 'HOSB',
    shortName: 'Board',
    kind: 'scrutiny',
    parentId: null,
    secretaryId: 'maya-lapwing',
    firstDay: '2018-05-17',
    lastDay: null,
    successorId: null,
    published: true,
    ...overrides,
  };
}

/** A called meeting of the board with overrides. */
export function aMeeting(overrides: Partial<Meeting> = {}): Meeting {
  return {
    id: 'hosb-2019-10-09',
    bodyId: 'hosb',
    day: '2019-10-09',
    time: '14:00',
    venue: 'Committee Room 2',
    sort: 'ordinary',
    convenedOn: null,
    openTo: 'public',
    state: 'called',
    minutesStatus: null,
    published: false,
    accessClass: 'public',
    ...overrides,
  };
}

/** The Coventry promise as it stands once accepted, with overrides. */
export function aCommitment(overrides: Partial<Commitment> = {}): Commitment {
  return {
    id: 'promise-1',
    reference: 'HOSB/18/15',
    kind: 'report-back',
    subject: 'How the Out of Hospital model is working',
    asSaid:
      'A further report on how the Out of Hospital model is working be submitted to a future Board meeting in approximately 6 to 12 months.',
    bodyId: 'hosb',
    madeOn: '2018-10-17',
    source: { meetingId: null, itemId: null, minuteId: null, resolutionId: null, limb: '2' },
    owner: { role: 'programme manager', personId: 'owen-sandpiper', linkOfficerId: null, since: '2019-04-15' },
    due: { sort: 'window', from: '2019-04-17', to: '2019-10-17', asSaid: 'in approximately 6 to 12 months' },
    recurs: 'once',
    state: 'open',
    chasedFrom: '2019-04-15',
    acceptance: { state: 'not-asked', on: null },
    placedOn: null,
    doneOn: null,
    progress: [],
    extensions: [],
    reports: [],
    closure: null,
    cycle: 0,
    overdueSince: null,
    accessClass: 'public',
    ...overrides,
  };
}
