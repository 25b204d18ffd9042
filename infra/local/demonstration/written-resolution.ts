import { londonDay, londonInstant } from '../../../shared/domain/calendar/day.ts';
import type { Actor } from '../../../shared/domain/history/history-entry.ts';
import type { Message } from '../../../shared/domain/messages/message.ts';
import * as acts from '../../../shared/domain/written-resolutions/acts.ts';
import { electorsOf, termsOf } from '../../../shared/domain/written-resolutions/allowed.ts';
import type { Given, Vote } from '../../../shared/domain/written-resolutions/vote.ts';
import type { WrittenResolution } from '../../../shared/domain/written-resolutions/written-resolution.ts';
import { messageIdFor } from '../../../shared/store/messages.ts';
import { outboxItem } from '../../../shared/store/outbox.ts';
import type { Write } from '../../../shared/store/table.ts';
import { nextLook, voteIdOf } from '../../../shared/store/written-resolutions.ts';
import { memberships } from './memberships.ts';
import { people } from './people.ts';
import { procedures } from './procedures.ts';

const bodyId = 'governing-body';
export const extendedAccessId = 'written-extended-access';
const putAt = londonInstant('2019-04-08', '09:00');
const putOn = '2019-04-08';
const secretary = 'grace-siskin';

const by = (personId: string): Actor => ({ sort: 'person', personId, onBehalfOf: null });

const drafted = acts.draft(
  {
    title: 'Extended access: variation of the contract',
    parts: [
      {
        number: '1',
        text: 'That the contract for extended access to general practice be varied to add Sunday appointments at the Lockgate hub from 1 May 2019.',
      },
      {
        number: '2',
        text: 'That the additional cost of up to £48,000 in 2019/20 be met from the primary care reserve.',
      },
      {
        number: '3',
        text: 'That the director of commissioning report on take-up to the meeting of 24 September 2019.',
      },
    ],
    background:
      'The provider has asked for an answer before Easter so that staff can be in post for the bank holidays of May. The Governing Body next meets on 28 May. The variation was discussed in outline on 26 March.',
    paper: 'Paper GB/19/22: Extended access, the case for variation',
    requestedBy: 'farah-nightjar',
    requestedOn: '2019-04-05',
    closes: { day: '2019-04-18', time: '17:00' },
    accessClass: 'internal',
  },
  { id: extendedAccessId, bodyId },
);

function opened(): WrittenResolution {
  const procedure = procedures.find((one) => one.bodyId === bodyId);
  const terms = procedure && termsOf('nhs-board', procedure);
  if (!terms) throw new Error('The Governing Body may decide in writing');
  const persons = new Map(people.map((one) => [one.id, one]));
  const electors = electorsOf(memberships, { bodyId, today: putOn, persons });
  return acts.put(drafted, { by: secretary, at: putAt, today: putOn }, { terms, electors });
}

const answers: readonly (readonly [personId: string, day: string, time: string, given: Given])[] = [
  [
    'ravi-garganey',
    '2019-04-08',
    '12:10',
    {
      answer: 'stand-aside',
      comment: null,
      interest: { sort: 'financial', what: 'Partner in a practice that would be paid under the variation.' },
    },
  ],
  ['farah-nightjar', '2019-04-08', '13:05', { answer: 'approve', comment: null }],
  [
    'una-smew',
    '2019-04-09',
    '10:40',
    { answer: 'approve', comment: 'Please make sure that the September report says who uses it, by ward.' },
  ],
  [
    'tamsin-bittern',
    '2019-04-10',
    '08:15',
    { answer: 'abstain', comment: 'I would rather have discussed this in a meeting, but do not ask for one.' },
  ],
  ['ruth-avocet', '2019-04-10', '17:30', { answer: 'approve', comment: null }],
  ['nadia-pochard', '2019-04-11', '09:20', { answer: 'approve', comment: null }],
  ['vic-treecreeper', '2019-04-12', '11:55', { answer: 'approve', comment: null }],
];

function story() {
  const steps: { at: string; actor: Actor; event: string; reason: null; record: WrittenResolution }[] = [
    { at: londonInstant('2019-04-05', '15:00'), actor: by(secretary), event: 'drafted', reason: null, record: drafted },
    { at: putAt, actor: by(secretary), event: 'put to the members', reason: null, record: opened() },
  ];
  const votes: Vote[] = [];
  let record = opened();
  for (const [personId, day, time, given] of answers) {
    const at = londonInstant(day, time);
    votes.push({
      id: voteIdOf(extendedAccessId, personId),
      writtenResolutionId: extendedAccessId,
      bodyId,
      personId,
      given,
      firstAt: at,
      at,
      accessClass: 'internal',
    });
    record = acts.takeAnswer(record, { by: personId, at, today: day }, votes);
    steps.push({ at, actor: by(personId), event: 'answer taken', reason: null, record });
  }
  return { steps, votes, electors: record.put?.electors ?? [] };
}

const told = story();

/** The extended access variation: put on 8 April, closing on the Thursday before Easter, one vote short. */
export const writtenSteps = [
  ...told.steps.map((step) => ({ ...step, type: 'written-resolution' as const })),
  ...told.votes.map((record) => ({
    at: record.at,
    actor: by(record.personId),
    event: 'answered',
    reason: null,
    type: 'written-vote' as const,
    record,
  })),
];

/** What lies beside it: the round's next look, and the start of the execution that waits for the answers. */
export function besideWritten({ id }: WrittenResolution): Write[] {
  const entry = { topic: 'written-resolution-put', recordId: id, word: 'put' } as const;
  return [nextLook(id, '2019-04-16'), { put: outboxItem(entry, `demonstration-${id}`, putAt) }];
}

/** Everybody was asked on 8 April: logged under the ids that the notices would have, so that nobody is asked twice. */
export const askedBefore: readonly Message[] = told.electors.flatMap(({ personId }) => {
  const person = people.find(({ id }) => id === personId);
  const channels = person?.channel === 'both' ? (['email', 'slack'] as const) : (['email'] as const);
  return channels.map((channel): Message => {
    const milestone = 'vote-asked';
    return {
      id: messageIdFor({ recipient: personId, subject: extendedAccessId, milestone, by: channel }),
      by: channel,
      recipient: personId,
      address: (channel === 'email' ? person?.email : person?.slackUserId) ?? null,
      commitmentIds: [],
      aboutId: extendedAccessId,
      bodyId,
      milestone,
      dueOn: londonDay(putAt),
      title: `Your vote is asked for: ${drafted.title}`,
      state: 'sent',
      attempts: 1,
      claimedAt: putAt,
      leaseUntil: putAt,
      sentAt: putAt,
      repeated: false,
      why: null,
    };
  });
});
