import { change, commit } from '../../../shared/store/commit.ts';
import { submissions } from '../../../shared/store/submissions.ts';
import { maya as secretary } from '../builders.ts';
import type { Examples, Making } from './example.ts';

const maya = 'maya-lapwing';
const sol = 'sol-administrator';
const idOf = ({ outcome }: Record<string, unknown>): string => (outcome as { id: string }).id;

const somebody = {
  name: 'Ada Pipit',
  email: null,
  emailConfirmed: false,
  slackUserId: null,
  channel: 'email',
  jobTitle: 'Committee officer',
  directorate: null,
  organisation: null,
  lineManagerId: null,
  accountless: false,
  absence: null,
  lastDay: null,
};
const held = { bodyId: 'hosb', role: 'officer', votes: 'none', group: null, from: '2019-04-15', to: null };
const ended = { votes: 'none', group: null, from: '2019-04-15', to: '2020-01-31' };
const entered = async ({ send }: Making) => idOf(await send(sol, '/people', somebody));
const aMember = async (making: Making) => {
  const personId = await entered(making);
  return { personId, membershipId: idOf(await making.send(sol, `/people/${personId}/memberships`, held)) };
};

const committee = (code: string) => ({
  name: `Committee ${code}`,
  code,
  shortName: 'Committee',
  kind: 'committee',
  parentId: null,
  secretaryId: null,
  firstDay: '2019-05-01',
  lastDay: null,
  successorId: null,
  published: false,
});
const closure = { sort: 'closure', day: '2019-08-30', title: 'The office moves' };

const programme = { text: 'Day,Time,Venue\n16/10/2019,14:00,Committee Room 2\n', state: 'planned', open: 'public' };
const table = (day: string) => ({ ...programme, text: `Day,Time,Venue\n${day},14:00,Committee Room 2\n` });

/** A question that was put to the Board, as it stands when it has been received. */
const question = (name: string, state: 'received' | 'admitted' | 'refused' | 'withdrawn' = 'received') => ({
  who: maya,
  at: { questionId: `question-${name}` },
  prepare: async ({ register }: Making) => {
    const at = '2019-04-10T09:00:00.000Z';
    const record = {
      id: `question-${name}`,
      sort: 'question' as const,
      bodyId: 'hosb',
      meetingId: 'meeting-hosb-2019-06-12',
      signatures: null,
      meetingDay: '2019-06-12',
      sentAt: at,
      confirmedAt: at,
      countsFrom: at,
      words: 12,
      saidDigest: 'a'.repeat(64),
      publishName: false,
      state,
      decision: null,
      reply: null,
      forgetOn: '2019-12-12',
      forgotten: false,
    };
    const changes = [change(submissions, { was: null, record, event: 'received from the public' })];
    await commit(register, { commandId: `put-${name}`, actor: secretary, at, outcome: {}, changes });
    return undefined;
  },
});

/** People, bodies, the calendar, programmes, and questions from the public. */
export const administrationExamples: Examples = {
  enterPerson: { who: sol, body: somebody },
  changePerson: {
    who: sol,
    body: { jobTitle: 'Secretary' },
    prepare: async (making) => ({ at: { personId: await entered(making) } }),
  },
  beginMembership: {
    who: sol,
    body: held,
    prepare: async (making) => ({ at: { personId: await entered(making) } }),
    refused: { 'membership-overlaps': { prepare: async (making) => ({ at: await aMember(making) }) } },
  },
  changeMembership: {
    who: sol,
    body: { votes: 'none', group: null, from: '2019-04-15', to: '2019-12-31' },
    prepare: async (making) => ({ at: await aMember(making) }),
    refused: {
      'membership-overlaps': {
        prepare: async (making) => {
          const at = await aMember(making);
          const later = { ...held, from: '2020-02-01' };
          await making.send(sol, `/people/${at.personId}/memberships/${at.membershipId}`, ended, 1);
          const second = idOf(await making.send(sol, `/people/${at.personId}/memberships`, later));
          return { at: { ...at, membershipId: second } };
        },
      },
    },
  },
  enterBody: { who: sol, body: committee('ZZA') },
  changeBody: {
    who: sol,
    body: { shortName: 'Panel' },
    prepare: async ({ send }) => ({ at: { bodyId: idOf(await send(sol, '/bodies', committee('ZZB'))) } }),
  },
  listProcedures: { who: sol, at: { bodyId: 'hosb' } },
  switchChasing: { who: sol, at: { bodyId: 'audit' }, body: { chasing: false } },
  readCalendar: { who: sol, mayNot: maya },
  changeCalendar: {
    who: sol,
    body: closure,
    prepare: async ({ api }) => {
      const { headers } = await api.get('/api/v1/calendar', { token: await api.tokenFor(sol) });
      return { version: Number(/\d+/.exec(headers['etag'] ?? '')?.[0] ?? 0) };
    },
    refused: { 'calendar-as-it-is': { body: { sort: 'undo-closure', day: '2019-08-29' } } },
  },
  adoptProgramme: {
    who: maya,
    at: { bodyId: 'hosb' },
    body: programme,
    refused: {
      'programme-not-sound': { body: table('nowhen') },
      'programme-doubtful': { body: table('25/12/2019') },
    },
  },
  readProgramme: {
    who: maya,
    prepare: async ({ send }) => ({
      at: { bodyId: 'hosb', programmeId: idOf(await send(maya, '/bodies/hosb/programmes', table('20/11/2019'))) },
    }),
  },
  listQuestions: { ...question('listed'), at: { bodyId: 'hosb' } },
  readQuestion: question('read'),
  admitQuestion: { ...question('admit'), refused: { 'question-over': question('gone', 'withdrawn') } },
  refuseQuestion: {
    ...question('refuse'),
    body: { reason: 'too-late', why: 'It came after the day' },
    refused: { 'question-over': question('gone-too', 'withdrawn') },
  },
  replyToQuestion: {
    ...question('reply', 'admitted'),
    body: { text: 'It opens in June.' },
    refused: { 'question-over': question('refused', 'refused') },
  },
  withdrawQuestion: {
    ...question('withdraw'),
    body: { how: 'By telephone' },
    refused: { 'question-over': question('gone-already', 'withdrawn') },
  },
};
