import { showWritten } from '../../../shared/store/published-written.ts';
import type { Examples, Making } from './example.ts';

const grace = 'grace-siskin';
const asked = {
  title: 'Extended access on bank holidays',
  parts: [{ number: '1', text: 'That extended access be offered on bank holidays.' }],
  background: null,
  paper: null,
  requestedBy: 'CHAIR',
  requestedOn: '2019-04-15',
  closes: { day: '2019-05-01', time: '17:00' },
  accessClass: 'internal',
};

/** A draft of the governing body, at its chair's request; put to the members where told. */
const drafted = (next: 'draft' | 'put' | 'withdraw' | 'ended' = 'draft') => ({
  who: grace,
  version: next === 'draft' ? 1 : 2,
  prepare: async (making: Making) => {
    const { outcome } = await making.send(grace, '/bodies/governing-body/written-resolutions', await askedBy(making));
    const { id } = outcome as { id: string };
    const path = `/written-resolutions/${id}`;
    if (next === 'put' || next === 'ended') await making.send(grace, `${path}/put`, {}, 1);
    if (next === 'withdraw') await making.send(grace, `${path}/withdraw`, { why: 'Asked otherwise' }, 1);
    if (next === 'ended') await making.send(grace, `${path}/withdraw`, { why: 'Asked otherwise' }, 2);
    return { at: { writtenResolutionId: id } };
  },
});

async function askedBy({ read }: Making) {
  const { items } = await read(grace, '/bodies/governing-body/memberships?limit=100');
  const chair = (items as { role: string; personId: string }[]).find(({ role }) => role === 'chair');
  return { ...asked, requestedBy: chair?.personId };
}

const withBody = (next: Parameters<typeof drafted>[0]) => ({
  ...drafted(next),
  prepare: async (making: Making) => ({ ...(await drafted(next).prepare(making)), body: await askedBy(making) }),
});

const members = { who: 'maya-lapwing', at: { bodyId: 'hosb' } };

/** What the public reads of one that was carried, under an id of its own. */
const inPublic = (id: string) => ({
  at: { bodyId: 'hosb', writtenResolutionId: id },
  prepare: async ({ register }: Making) => {
    const sum = { voting: 5, stoodAside: 0, entitled: 5, needs: 3, for: 4, against: 1, abstained: 0, notAnswered: 0 };
    const writes = showWritten({
      id,
      bodyId: 'hosb',
      bodyName: 'Health Overview and Scrutiny Board',
      title: 'Terms of reference',
      parts: [{ number: '1', text: 'That the terms be adopted.' }],
      result: 'carried',
      putOn: '2019-04-01',
      endedOn: '2019-04-08',
      majority: 'of-those-entitled',
      sum: { ...sum, quorumNeeds: 3, tookPart: 5 },
      votes: null,
    });
    await register.table.transact(writes, `show-${id}`);
    return undefined;
  },
});

/** Decisions in writing. */
export const writtenExamples: Examples = {
  listPublishedWritten: inPublic('written-in-public'),
  readPublishedWritten: inPublic('written-in-public-too'),
  draftWrittenResolution: {
    who: grace,
    at: { bodyId: 'governing-body' },
    prepare: async (making) => ({ body: await askedBy(making) }),
    refused: { 'not-in-writing': { ...members, body: { ...asked, requestedBy: 'rowan-kestrel' } } },
  },
  changeWrittenResolution: {
    ...withBody('draft'),
    refused: { 'already-put': withBody('put'), 'vote-ended': withBody('withdraw') },
  },
  putWrittenResolution: {
    ...drafted(),
    refused: { 'already-put': drafted('put'), 'vote-ended': drafted('withdraw') },
  },
  withdrawWrittenResolution: {
    ...drafted('put'),
    body: { why: 'The chair asks for a meeting' },
    refused: { 'vote-ended': drafted('withdraw') },
  },
  answerWrittenResolution: {
    who: 'harjit-dunlin',
    body: { answer: 'approve', comment: null },
    refused: {
      'stood-aside': { who: 'ravi-garganey' },
      'vote-ended': { ...drafted('ended'), who: 'harjit-dunlin' },
    },
  },
};
