import type { Examples } from './example.ts';

const bodies: Readonly<Record<string, unknown>> = {
  recordPromise: {
    bodyId: 'hosb',
    kind: 'report-back',
    subject: 'Waiting times at Ironside',
    asSaid: 'The Director to report back in June on waiting times.',
    madeOn: '2019-03-13',
    meetingId: 'meeting-hosb-2019-03-13',
    owner: { role: 'Director of operations', personId: null, linkOfficerId: null },
    due: { sort: 'day', day: '2019-06-12', asSaid: 'in June' },
    chase: true,
  },
  handOverPromise: { personId: 'leena-plover', reason: 'She has the figures' },
  keepPromiseAsHistory: { reason: 'It was done before it was entered' },
  refusePromise: { reason: 'It is for the trust' },
  askMoreTime: { wanted: { sort: 'day', day: '2019-12-04', asSaid: 'by December' }, reason: 'Figures come late' },
  sayPromiseDone: { evidence: 'The report is on the agenda of 12 June' },
  addProgress: { text: 'A draft is with the director' },
  placePromise: { meetingId: 'meeting-hosb-2019-06-12' },
  givePromiseDate: { due: { sort: 'day', day: '2019-07-01', asSaid: '' }, reason: 'The Board asked for July' },
  reassignPromise: { role: null, personId: 'leena-plover', linkOfficerId: null, reason: 'It is hers' },
  recordPromiseConsidered: { meetingId: 'meeting-hosb-2019-03-13', minuteReference: '12', said: 'Noted.' },
  withdrawPromise: { meetingId: 'meeting-hosb-2019-03-13', minuteReference: '12', reason: 'Done elsewhere' },
  closePromise: { meetingId: 'meeting-hosb-2019-03-13', minuteReference: '12' },
  reopenPromise: { due: { sort: 'day', day: '2019-07-01', asSaid: '' }, reason: 'More is wanted' },
  answerMoreTime: { answer: 'agreed', reason: 'The trust asked' },
  answerWrittenResolution: { answer: 'approve', comment: null },
};

const maya = 'maya-lapwing';
const whose: Readonly<Record<string, string>> = {
  recordPromise: maya,
  chasePromise: maya,
  keepPromiseAsHistory: maya,
  answerMoreTime: maya,
  givePromiseDate: maya,
  reassignPromise: maya,
  recordPromiseConsidered: maya,
  closePromise: maya,
  reopenPromise: maya,
  withdrawPromise: maya,
  placePromise: maya,
  listWrittenResolutions: 'grace-siskin',
  readWrittenResolution: 'grace-siskin',
  listAnswers: 'grace-siskin',
  answerWrittenResolution: 'harjit-dunlin',
  readDecision: 'tom-dunnock',
};
const places: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  listWrittenResolutions: { bodyId: 'governing-body' },
  readPublishedDecision: { decisionId: 'decision-parking-mill-lane' },
};

const names = [...new Set([...Object.keys(bodies), ...Object.keys(whose), ...Object.keys(places)])];

/** Promises, decisions by one person, and decisions in writing. */
export const promiseExamples: Examples = {
  readPublishBy: { query: '?meetingDay=2019-04-25' },
  listPromises: { query: '?bodyId=hosb' },
  ...Object.fromEntries(
    names.map((name) => [
      name,
      {
        ...(bodies[name] === undefined ? {} : { body: bodies[name] }),
        ...(whose[name] === undefined ? {} : { who: whose[name] }),
        ...(places[name] === undefined ? {} : { at: places[name] }),
      },
    ]),
  ),
};
