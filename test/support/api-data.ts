import { loadDemonstration } from '../../infra/local/demonstration/load.ts';
import { unarranged } from '../../shared/domain/agenda-items/agenda-item.ts';
import { agendas } from '../../shared/store/agendas.ts';
import { agendaItems, minutes, resolutions } from '../../shared/store/business.ts';
import { change, commit } from '../../shared/store/commit.ts';
import { commitments } from '../../shared/store/commitments.ts';
import { decisions } from '../../shared/store/decisions.ts';
import { meetings } from '../../shared/store/meetings.ts';
import type { Register } from '../../shared/store/record-kind.ts';
import { aCommitment, aMeeting, maya } from './builders.ts';
import { aDecision } from './decisions.ts';

const AT = '2019-04-15T08:00:00.000Z';

export const openMeeting = aMeeting({ id: 'api-meeting', day: '2019-03-14', time: '09:15', state: 'held' });
export const secretMeeting = aMeeting({
  id: 'api-secret-meeting',
  day: '2019-05-14',
  venue: 'Chamber of secrets',
  openTo: 'private',
  accessClass: 'private',
});

const item = {
  ...unarranged,
  id: 'api-item',
  bodyId: 'hosb',
  meetingId: openMeeting.id,
  number: '1',
  title: 'Winter pressures',
  purpose: 'discussion' as const,
  reportOf: 'Director of Public Health',
  report: 'attached' as const,
  attendedFor: [],
  mattersRaised: [],
  commitmentId: null,
  state: 'considered' as const,
  published: false,
  accessClass: 'public' as const,
};
const secretItem = {
  ...item,
  id: 'api-secret-item',
  number: '2',
  title: 'Settlement of the claim',
  accessClass: 'private' as const,
};
const minute = {
  id: 'api-minute',
  bodyId: 'hosb',
  meetingId: openMeeting.id,
  itemId: item.id,
  number: '1',
  text: 'The Board noted the winter pressures.',
  status: 'draft' as const,
  recordedOn: '2019-03-15',
  source: 'typed' as const,
  published: false,
  accessClass: 'public' as const,
};
const secretMinute = {
  ...minute,
  id: 'api-secret-minute',
  itemId: secretItem.id,
  text: 'Settlement of the claim for a sum.',
  accessClass: 'private' as const,
};
const resolution = {
  id: 'api-resolution',
  bodyId: 'hosb',
  meetingId: openMeeting.id,
  itemId: item.id,
  minuteId: minute.id,
  resolvedOn: '2019-03-14',
  limbs: [{ number: '1', text: 'That the report be noted.', outcome: 'noted' as const }],
  writtenResolutionId: null,
  votes: [],
  published: false,
  accessClass: 'public' as const,
};
const secretResolution = {
  ...resolution,
  id: 'api-secret-resolution',
  itemId: secretItem.id,
  minuteId: secretMinute.id,
  limbs: [{ number: '1', text: 'That the settlement of the claim be approved.', outcome: 'approved' as const }],
  accessClass: 'private' as const,
};
type Placed = { id: string; number: string; title: string; accessClass: 'public' | 'private' };
const placeOf = ({ id, number, title, accessClass }: Placed) => ({
  itemId: id,
  number,
  title,
  accessClass,
  standing: null,
  publishedOn: '2019-03-06',
  route: null,
  withdrawn: null,
});
const agenda = {
  id: openMeeting.id,
  bodyId: 'hosb',
  numbering: 'plain' as const,
  firstNumber: 1,
  series: '19',
  slots: [placeOf(item), placeOf(secretItem)],
  chairsAgreement: { askedOn: null, answer: null, said: null, on: null },
  posted: [],
  publications: [
    {
      id: 'agenda-1',
      sort: 'agenda' as const,
      number: 1,
      at: '2019-03-06T10:00:00.000Z',
      day: '2019-03-06',
      by: 'maya-lapwing',
      said: null,
      itemIds: [item.id, secretItem.id],
      reportIds: [],
      withdrawnReportIds: [],
      movedFrom: null,
      snapshot: 'api-meeting-1',
      state: 'verified' as const,
      verifiedAt: '2019-03-06T10:00:05.000Z',
      proof: 'a'.repeat(64),
      documents: { state: 'none' as const, made: [] },
      found: [],
    },
  ],
  accessClass: 'public' as const,
};
const secretPromise = aCommitment({
  id: 'api-secret-promise',
  reference: 'HOSB/19/91',
  accessClass: 'private',
  subject: 'Settlement of the claim',
  asSaid: 'Terms of the settlement be reported.',
  owner: { role: null, personId: 'marcus-ruff', linkOfficerId: null, since: '2019-04-15' },
});

const secretDecision = aDecision({
  id: 'api-secret-decision',
  title: 'Settlement of the claim',
  text: 'That the settlement of the claim be paid.',
  privateReason: {
    scheme: 'schedule-12A',
    paragraphs: [3],
    contractTerms: true,
    publicInterest: 'Negotiations go on.',
  },
  publicWords: 'A payment was approved.',
  published: { at: '2019-04-11T09:00:00.000Z', by: 'tom-dunnock' },
  state: 'call-in-open',
  accessClass: 'private',
});

/** Those of which agendas that are not out are wanted: one for each act, so that none spoils another's. */
const ownAgendas = [
  '1',
  '2',
  '3',
  '4',
  '5',
  'begun',
  'add',
  'edit',
  'move-item',
  'move-item-out',
  'other-part',
  'take-off',
  'take-off-out',
  'put-off',
  'put-off-out',
  'offered',
  'late',
  'ask-chair',
  'chair',
  'soon',
  'preview',
  'publish',
  'publish-out',
  'additions',
  'supplement',
  'cabinet',
  'nothing-new',
  'withdraw',
  'withdrawn',
  'posted',
  'look-again',
  'cancel',
  'cancelled',
  'move',
  'later',
  'reports',
  'replace',
  'report-out',
  'upload',
  'not-taken',
  'remove',
  'shown',
];

/** An agenda of its own that is not out, with two items; 'soon' is before its notice, 'later' after all others. */
const anAgenda = (name: string, at: number) => {
  const id = `api-agenda-${name}`;
  const soon = name === 'soon' ? '2019-04-17' : null;
  const day = soon ?? (name === 'later' ? '2019-10-09' : '2019-09-04');
  const state = name === 'cancelled' ? ('cancelled' as const) : ('called' as const);
  const time = `${String(8 + Math.floor(at / 6)).padStart(2, '0')}:${(at % 6) * 10 + 5}`.replace(/:5$/, ':05');
  const bodyId = name === 'cabinet' ? 'cabinet' : 'hosb';
  const own = aMeeting({ id, bodyId, day, time, state });
  const [first, second] = [1, 2].map((number) => ({
    ...item,
    bodyId,
    id: `${id}-item-${number}`,
    meetingId: id,
    number: String(number),
    title: `Business ${number}`,
    state: 'on-agenda' as const,
  }));
  const placed = [first, second].flatMap((one) => (one ? [{ ...placeOf(one), publishedOn: null }] : []));
  return [
    change(meetings, { was: null, record: own, event: 'called' }),
    change(agendas, {
      was: null,
      record: { ...agenda, id, bodyId, slots: placed, publications: [] },
      event: 'agenda begun',
    }),
    ...[first, second].flatMap((one) =>
      one ? [change(agendaItems, { was: null, record: one, event: 'put on' })] : [],
    ),
  ];
};

/** The promise of the tests, under as many ids as acts are to be tried on. */
export const apiPromise = (id: string, number: number) =>
  aCommitment({
    id,
    reference: `HOSB/19/${100 + number}`,
    state: /close|reopen/.test(id) ? 'reported' : 'open',
  });

/** The demonstration, with one of everything in public and one in private beside it. */
export async function loadForApi(register: Register, promiseIds: readonly string[] = []): Promise<void> {
  await loadDemonstration(register);
  await commit(register, {
    commandId: 'for-the-api',
    actor: maya,
    at: AT,
    outcome: {},
    changes: [
      ...[openMeeting, secretMeeting].map((record) => change(meetings, { was: null, record, event: 'called' })),
      ...[item, secretItem].map((record) => change(agendaItems, { was: null, record, event: 'proposed' })),
      ...[minute, secretMinute].map((record) => change(minutes, { was: null, record, event: 'minuted' })),
      ...[resolution, secretResolution].map((record) => change(resolutions, { was: null, record, event: 'resolved' })),
      change(agendas, { was: null, record: agenda, event: 'published' }),
      change(commitments, { was: null, record: secretPromise, event: 'recorded' }),
    ],
  });
  const more = [
    ...ownAgendas.flatMap(anAgenda),
    change(decisions, { was: null, record: secretDecision, event: 'decision published' }),
    ...['api-decision', 'api-decision-to-publish'].map((id) =>
      change(decisions, { was: null, record: aDecision({ id }), event: 'decision record begun' }),
    ),
  ];
  for (let at = 0; at < more.length; at += 15)
    await commit(register, {
      commandId: `more-for-the-api-${at}`,
      actor: maya,
      at: AT,
      outcome: {},
      changes: more.slice(at, at + 15),
    });
  for (const [at, id] of promiseIds.entries())
    await commit(register, {
      commandId: `for-the-api-${id}`,
      actor: maya,
      at: AT,
      outcome: {},
      changes: [change(commitments, { was: null, record: apiPromise(id, at), event: 'recorded' })],
    });
}
