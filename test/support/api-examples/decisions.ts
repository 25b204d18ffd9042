import type { Examples, Making } from './example.ts';

const tom = 'tom-dunnock';
const gwyn = 'gwyn-twite';

export const decided = {
  sort: 'individual',
  bodyId: 'cabinet',
  title: 'Lamps in Mill Lane',
  decidedBy: {
    personId: 'des-corncrake',
    role: 'Cabinet member for environment',
    delegation: 'Scheme of delegation, part 3',
  },
  decidedOn: '2019-04-12',
  text: 'That the lamps be renewed.',
  reasons: 'They are out.',
  alternatives: { sort: 'none' },
  conflicts: { sort: 'none' },
  dispensation: { sort: 'none' },
  report: { sort: 'none' },
  backgroundPapers: { sort: 'none' },
  key: { sort: 'not-key', why: 'One ward.' },
  callIn: { sort: 'applies' },
};

const idOf = ({ outcome }: Record<string, unknown>): string => (outcome as { id: string }).id;

/** A decision of its own, and published where told. */
async function aDecision({ send }: Making, next: 'draft' | 'published' = 'published'): Promise<string> {
  const id = idOf(await send(tom, '/decisions', decided));
  if (next === 'published') await send(tom, `/decisions/${id}/publish`, {}, 1);
  return id;
}

const published = {
  version: 2,
  prepare: async (making: Making) => ({ at: { decisionId: await aDecision(making) } }),
};
const drafted = {
  version: 1,
  prepare: async (making: Making) => ({ at: { decisionId: await aDecision(making, 'draft') } }),
};

/** A request by one member about a decision of its own; two others are asked to sign it. */
async function aCallIn(making: Making): Promise<{ decisionId: string; callInId: string }> {
  const decisionId = await aDecision(making);
  const body = { grounds: 'Wards beside it were not asked.', named: ['leonie-serin', 'elspeth-chough'] };
  return { decisionId, callInId: idOf(await making.send(gwyn, `/decisions/${decisionId}/call-ins`, body)) };
}

const callIn = {
  mayNot: 'owen-sandpiper',
  prepare: async (making: Making) => ({ at: await aCallIn(making) }),
};
const withdrawn = {
  version: 2,
  prepare: async (making: Making) => {
    const at = await aCallIn(making);
    await making.send(gwyn, `/call-ins/${at.callInId}/withdraw`, { reason: 'Answered' }, 1);
    return { at };
  },
};

const noticed = {
  bodyId: 'cabinet',
  title: 'Library opening hours',
  keyDecision: true,
  statement: 'A key decision is to be made on behalf of the council.',
  matter: 'Library opening hours',
  maker: { sort: 'body', name: 'Cabinet', members: ['Cllr Adaeze Merlin'] },
  from: '2019-06-30',
  to: null,
  documents: 'Report',
  address: 'Town Hall',
  others: 'Other documents may be submitted.',
  howToAsk: 'Ask the secretary.',
  private: {
    privateReason: { scheme: 'schedule-12A', paragraphs: [3], contractTerms: false, publicInterest: 'Bids go on.' },
  },
};
const notice = (next: 'draft' | 'publish' | 'withdraw' = 'draft', body: unknown = noticed) => ({
  who: tom,
  version: next === 'draft' ? 1 : 2,
  prepare: async ({ send }: Making) => {
    const noticeId = idOf(await send(tom, '/key-decision-notices', body));
    const said = next === 'withdraw' ? { reason: 'Given anew' } : {};
    if (next !== 'draft') await send(tom, `/key-decision-notices/${noticeId}/${next}`, said, 1);
    return { at: { noticeId } };
  },
});
const further = { representations: 'That it be in public', noRepresentations: false, response: 'Bids go on.' };

/** Decisions by one person, their call-in, and notices of key decisions. */
export const decisionExamples: Examples = {
  recordDecision: { who: tom, body: decided },
  writeDecision: {
    ...drafted,
    who: tom,
    body: { ...decided, text: 'That the lamps be renewed in June.' },
    refused: { 'decision-over': published },
  },
  moveDecision: {
    ...drafted,
    who: tom,
    body: { event: 'put', reason: null },
    refused: { 'decision-over': published },
  },
  publishDecision: {
    ...drafted,
    who: tom,
    refused: {
      'decision-over': published,
      'record-not-whole': {
        prepare: async ({ send }) => ({
          at: { decisionId: idOf(await send(tom, '/decisions', { ...decided, reasons: '' })) },
        }),
      },
    },
  },
  recordDecisionOutcome: {
    version: 2,
    prepare: async (making) => {
      const callIn = { sort: 'waived', why: 'urgent', reason: 'It is dark' };
      const decisionId = idOf(await making.send(tom, '/decisions', { ...decided, callIn }));
      await making.send(tom, `/decisions/${decisionId}/publish`, {}, 1);
      return { at: { decisionId } };
    },
    who: tom,
    body: { event: 'implement', on: '2019-04-15', reasons: '' },
    mayNot: 'owen-sandpiper',
  },
  listNotices: { ...notice('publish'), mayNot: null },
  readNotice: notice(),
  beginNotice: { who: tom, body: noticed },
  writeNotice: { ...notice(), body: { ...noticed, to: '2019-07-31' }, refused: { 'notice-over': notice('publish') } },
  publishNotice: {
    ...notice(),
    refused: {
      'notice-over': notice('withdraw'),
      'record-not-whole': notice('draft', { ...noticed, matter: '' }),
    },
  },
  giveFurtherNotice: {
    ...notice('publish'),
    body: further,
    refused: {
      'not-published': notice(),
      'notice-over': notice('withdraw'),
      'record-not-whole': { ...notice('publish'), body: { ...further, response: '' } },
    },
  },
  withdrawNotice: {
    ...notice('publish'),
    body: { reason: 'It is not going to be decided so' },
    refused: { 'notice-over': notice('withdraw') },
  },
  listCallIns: { ...callIn, who: tom, mayNot: null },
  readCallIn: { ...callIn, who: tom },
  askForCallIn: {
    ...published,
    who: gwyn,
    mayNot: 'owen-sandpiper',
    body: { grounds: 'Wards beside it were not asked.', named: ['leonie-serin'] },
    refused: {
      'of-the-executive': { who: 'des-corncrake' },
      'not-published': { ...drafted, who: 'des-corncrake' },
    },
  },
  signCallIn: { ...callIn, who: 'leonie-serin', refused: { 'call-in-over': withdrawn } },
  recordPaperSignature: {
    ...callIn,
    who: 'jay-fulmar',
    body: { personId: 'elspeth-chough' },
    refused: { 'call-in-over': withdrawn },
  },
  judgeCallIn: {
    ...callIn,
    who: 'jay-fulmar',
    body: { valid: false, reason: 'Too few have signed' },
    refused: {
      'not-a-valid-call-in': { body: { valid: true, reason: 'Whole' }, ...callIn },
      'call-in-over': withdrawn,
    },
  },
  withdrawCallIn: {
    ...callIn,
    who: gwyn,
    body: { reason: 'Answered' },
    refused: { 'call-in-over': withdrawn },
  },
};
