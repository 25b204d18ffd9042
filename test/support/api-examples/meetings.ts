import { agendaItems } from '../../../shared/store/business.ts';
import { change, commit } from '../../../shared/store/commit.ts';
import { get } from '../../../shared/store/record-kind.ts';
import { maya as secretary } from '../builders.ts';
import type { Examples, Making } from './example.ts';

const maya = 'maya-lapwing';

/** Publishes one of the agendas of the tests, as its secretary does. */
async function published({ read, send }: Making, meetingId: string): Promise<void> {
  const path = `/meetings/${meetingId}/agenda/publication`;
  const { seen } = await read(maya, path);
  await send(maya, path, { seen }, 1);
}

const item = {
  title: 'Waiting times at Ironside',
  purpose: 'discussion',
  reportOf: 'Director of operations',
  presenter: null,
  report: 'to-follow',
  toFollowReason: 'The figures of March come on 3 June',
  contactOfficer: null,
  after: null,
};
const past = { at: { meetingId: 'api-meeting' } };
const pastItem = { at: { meetingId: 'api-meeting', itemId: 'api-item' }, version: 1 };
const on = (at: string) => ({ meetingId: `api-agenda-${at}`, itemId: `api-agenda-${at}-item-1` });
const out = (at: string) => ({
  at: on(at),
  version: 2,
  prepare: async (making: Making) => {
    await published(making, `api-agenda-${at}`);
    return undefined;
  },
});
const late = { reason: 'The figures came today' };

const report = (id: string, hash: string) => ({
  id,
  title: `Report ${id}`,
  hash: hash.repeat(64),
  bytes: 1000,
  pages: 2,
  accessClass: 'public' as const,
  addedOn: '2019-04-15',
});

/** Puts a report with the first item of an agenda, as if a file had come. */
async function withReport({ register }: Making, name: string, ...reports: ReturnType<typeof report>[]): Promise<void> {
  const was = await get(register, agendaItems, on(name).itemId);
  const record = { ...was.record, report: 'attached' as const, reports };
  const changes = [change(agendaItems, { was, record, event: 'report added' })];
  const at = '2019-04-15T08:00:00.000Z';
  await commit(register, { commandId: `${name}-${reports.length}`, actor: secretary, at, outcome: {}, changes });
}

const reported = (name: string, ...later: ReturnType<typeof report>[]) => ({
  at: { meetingId: `api-agenda-${name}`, reportId: 'report-one' },
  version: 2,
  prepare: async (making: Making) => {
    await withReport(making, name, report('report-one', 'a'));
    await published(making, `api-agenda-${name}`);
    if (later.length > 0) await withReport(making, name, report('report-one', 'a'), ...later);
    return undefined;
  },
});

/** Agendas and what is published of meetings. */
export const meetingExamples: Examples = {
  beginAgenda: {
    who: maya,
    at: { meetingId: 'meeting-hosb-2019-06-12' },
    refused: { 'agenda-begun': { at: on('begun') }, 'meeting-over': past },
  },
  addItem: { who: maya, at: on('add'), body: item, refused: { 'meeting-over': past } },
  editItem: {
    who: maya,
    at: on('edit'),
    body: {
      title: 'Settlement',
      privateReason: {
        scheme: 'schedule-12A',
        paragraphs: [3],
        contractTerms: true,
        publicInterest: 'Negotiations go on.',
      },
    },
    refused: { 'meeting-over': pastItem },
  },
  moveItem: {
    who: maya,
    at: on('move-item'),
    body: { to: 1 },
    refused: {
      'already-published': out('move-item-out'),
      'other-part': {
        at: on('other-part'),
        version: 2,
        prepare: async ({ send }) => {
          const why = { scheme: 'confidential', forbiddenBy: 'The Secretary of State' };
          const path = '/meetings/api-agenda-other-part/agenda/items';
          await send(maya, path, { ...item, report: 'oral', privateReason: why }, 1);
          return { body: { to: 3 } };
        },
      },
      'meeting-over': pastItem,
    },
  },
  takeItemOff: {
    who: maya,
    at: on('take-off'),
    body: { how: 'defer', reason: 'The trust cannot come' },
    refused: { 'already-published': out('take-off-out'), 'meeting-over': pastItem },
  },
  moveItemToMeeting: {
    who: maya,
    at: on('put-off'),
    body: { toMeetingId: 'api-agenda-later', reason: 'The trust cannot come' },
    refused: { 'already-published': out('put-off-out'), 'meeting-over': pastItem },
  },
  listOffered: { who: maya, at: on('offered') },
  addOffered: {
    who: maya,
    at: on('offered'),
    prepare: async ({ read }) => {
      const { items } = await read(maya, '/meetings/api-agenda-offered/agenda/offered');
      const [{ sort, id }] = items as [{ sort: string; id: string }];
      return { body: { sort, id } };
    },
    refused: {
      'no-longer-offered': { at: on('other-part'), body: { sort: 'promise', id: 'no-such-promise' } },
      'meeting-over': past,
    },
  },
  askForLateItem: {
    who: maya,
    at: on('late'),
    body: late,
    refused: {
      'meeting-over': pastItem,
      'no-such-route': {
        who: 'tom-dunnock',
        at: { meetingId: 'api-agenda-cabinet', itemId: 'api-agenda-cabinet-item-1' },
      },
    },
  },
  askChairToAgree: { who: maya, at: on('ask-chair'), refused: { 'meeting-over': past } },
  answerAsChair: {
    who: 'rowan-kestrel',
    at: on('chair'),
    body: { agenda: { answer: 'agreed', said: null }, urgent: [] },
    refused: {
      'not-asked': { body: { agenda: null, urgent: [{ itemId: 'api-agenda-chair-item-1', minded: true }] } },
      'meeting-over': past,
    },
  },
  reconveneMeeting: {
    who: maya,
    at: { meetingId: 'api-agenda-soon' },
    body: late,
    refused: { 'no-shorter-notice': { at: on('chair') }, 'meeting-over': past },
  },
  listAttendance: { who: maya, at: { meetingId: 'meeting-hosb-2019-06-12' } },
  giveApologies: {
    who: 'rowan-kestrel',
    at: { meetingId: 'meeting-hosb-2019-06-12' },
    body: { intention: 'apologies', substituteId: null, reason: null },
    refused: { 'apologies-over': past },
  },
  enterApologies: {
    who: maya,
    at: { meetingId: 'meeting-hosb-2019-06-12', personId: 'rowan-kestrel' },
    body: { intention: 'attending', substituteId: null, reason: null },
    refused: { 'apologies-over': { at: { meetingId: 'api-meeting', personId: 'rowan-kestrel' } } },
  },
  previewAgenda: { who: maya, at: on('preview') },
  publishAgenda: {
    who: maya,
    at: on('publish'),
    prepare: async ({ read }) => {
      const { seen } = await read(maya, '/meetings/api-agenda-publish/agenda/publication');
      return { body: { seen } };
    },
    refused: {
      'already-published': out('publish-out'),
      'no-agenda': { at: { meetingId: 'meeting-hosb-2019-09-11' }, version: 0 },
      'meeting-over': { at: { meetingId: 'api-agenda-cancelled' } },
    },
  },
  listAdditions: {
    ...out('additions'),
    who: maya,
    prepare: async (making) => {
      await published(making, 'api-agenda-additions');
      await making.send(maya, '/meetings/api-agenda-additions/agenda/items', item, 2);
      return undefined;
    },
  },
  publishSupplement: {
    who: maya,
    at: on('supplement'),
    version: 3,
    prepare: async (making) => {
      await published(making, 'api-agenda-supplement');
      await making.send(maya, '/meetings/api-agenda-supplement/agenda/items', item, 2);
      const { items } = await making.read(maya, '/meetings/api-agenda-supplement/agenda/supplement');
      const [{ itemId }] = items as [{ itemId: string }];
      return { body: { itemIds: [itemId], said: 'A report that came late' } };
    },
    refused: {
      'not-published': { at: on('chair'), version: 1 },
      'nothing-new': { ...out('nothing-new'), body: { itemIds: [on('nothing-new').itemId], said: 'Nothing' } },
    },
  },
  withdrawItem: {
    ...out('withdraw'),
    who: maya,
    body: { said: 'Published in error', titleShown: false },
    refused: {
      'not-published': { at: on('chair'), version: 1, prepare: async () => undefined },
      'already-withdrawn': {
        at: on('withdrawn'),
        version: 3,
        prepare: async (making) => {
          await published(making, 'api-agenda-withdrawn');
          const path = '/meetings/api-agenda-withdrawn/agenda/items/api-agenda-withdrawn-item-1/withdraw';
          await making.send(maya, path, { said: 'In error' }, 2);
          return undefined;
        },
      },
    },
  },
  withdrawReport: {
    ...reported('reports'),
    who: maya,
    body: { said: 'It named somebody' },
    refused: {
      'not-published': {
        at: { meetingId: 'api-agenda-chair', reportId: 'report-none' },
        version: 1,
        prepare: async () => undefined,
      },
    },
  },
  replaceReport: {
    ...reported('replace', report('report-two', 'b')),
    who: maya,
    body: { said: 'A table was wrong' },
    refused: {
      'not-published': {
        at: { meetingId: 'api-agenda-chair', reportId: 'report-none' },
        version: 1,
        prepare: async () => undefined,
      },
      'nothing-new': reported('report-out'),
    },
  },
  recordNoticePosted: {
    ...out('posted'),
    who: maya,
    body: { where: 'The door of the Guildhall', on: '2019-04-15', time: '09:00' },
    refused: { 'not-published': { at: on('chair'), version: 1, prepare: async () => undefined } },
  },
  lookAgain: {
    ...out('look-again'),
    who: maya,
    at: { meetingId: 'api-agenda-look-again', publicationId: 'agenda-1' },
    refused: {
      'nothing-to-look-for': {
        at: { meetingId: 'api-meeting', publicationId: 'agenda-1' },
        prepare: async () => undefined,
      },
    },
  },
  cancelMeeting: {
    who: maya,
    at: on('cancel'),
    body: { said: 'Not enough can come' },
    refused: { 'meeting-over': past },
  },
  moveMeeting: {
    who: maya,
    at: on('move'),
    body: { day: '2019-09-25', time: '10:00', venue: 'The Guildhall', said: 'The hall is taken' },
    refused: {
      'meeting-over': past,
      'notice-too-short': { body: { day: '2019-04-16', time: '10:00', venue: null, said: 'Sooner' } },
    },
  },
};
