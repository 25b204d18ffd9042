import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { agendaStory, BEGINS, MEETING, type Seen, STAGES } from '../support/agenda-kill-story.ts';
import { harmOf, type Lives, liveAll, noHarm, passedPoints, storiesOf } from '../support/kill-runs.ts';
import { type Lived, type Prepared, prepare } from '../support/kill-scenario.ts';

/** What the story passes: no clock runs out in it, as it does in the story of the promise. */
const points = passedPoints.filter((name) => !name.includes('timer'));
const RANDOM_KILLS = 8;
const HOURS = 3_600_000;

// Of each record what is looked at.
const agenda = z.object({
  id: z.string(),
  publications: z.array(z.object({ id: z.string(), state: z.string(), proof: z.string().nullable() })),
  slots: z.array(z.object({ number: z.string().nullable() })),
});
const resolution = z.object({
  id: z.string(),
  title: z.string(),
  state: z.string(),
  answersTaken: z.int(),
  counts: z.record(z.string(), z.int()),
});
const answer = z.object({
  writtenResolutionId: z.string(),
  personId: z.string(),
  given: z.object({ answer: z.string() }),
});
const decision = z.object({ title: z.string(), state: z.string() });

let prepared: Prepared<Seen>;
let lives: Lives<Seen>;

beforeAll(async () => {
  prepared = await prepare(agendaStory);
  lives = await liveAll(prepared, { points, randomKills: RANDOM_KILLS });
}, HOURS);
afterAll(async () => {
  await lives?.ended();
  prepared?.remove();
});

/** How everything stands in the end. */
function standing({ outcome: { records, log } }: Lived) {
  const all = <T>(type: string, schema: z.ZodType<T>): T[] =>
    [...records].filter(([key]) => key.startsWith(`${type}#`)).map(([, record]) => schema.parse(record));
  const published = all('AGENDA', agenda).find(({ id }) => id === MEETING);
  const winter = all('WRITTEN-RESOLUTION', resolution).find(({ title }) => title === 'Winter access scheme');
  const answers = all('WRITTEN-VOTE', answer).filter((one) => one.writtenResolutionId === winter?.id);
  const told = (title: string) => log.filter((one) => one.by === 'email' && one.title.startsWith(title)).length;
  return {
    publications: published?.publications.map(({ id, state, proof }) => [id, state, /^[\da-f]{64}$/.test(proof ?? '')]),
    items: published?.slots.map(({ number }) => number),
    resolution: [winter?.state, winter?.answersTaken, winter?.counts],
    answers: answers.map(({ personId, given }) => `${personId} ${given.answer}`).sort(),
    decisions: Object.fromEntries(all('DECISION', decision).map(({ title, state }) => [title, state])),
    told: {
      agenda: told('Agenda: Health Overview'),
      supplement: told('Supplement 1: Health Overview'),
      asked: told('Your vote is asked for: Winter'),
      carried: told('Carried: Winter'),
      calledIn: told('Called in: Traffic order'),
      mayTakeEffect: told('May take effect'),
    },
  };
}

const asItShould: ReturnType<typeof standing> = {
  publications: [
    ['agenda-1', 'verified', true],
    ['supplement-1', 'verified', true],
  ],
  items: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'],
  resolution: ['carried', 5, { for: 4, against: 1, abstained: 0, stoodAside: 0 }],
  answers: [
    'harjit-dunlin approve',
    'imran-godwit approve',
    'ruth-avocet reject',
    'una-smew approve',
    'vic-treecreeper approve',
  ],
  // Nobody called the parking decision in; the traffic order waits for the committee.
  decisions: { 'Parking charges, Mill Lane': 'implementable', 'Traffic order, Fenside': 'called-in' },
  told: { agenda: 16, supplement: 15, asked: 7, carried: 8, calledIn: 3, mayTakeEffect: 2 },
};

function expectUnharmed(lived: Lived<Seen> | undefined): void {
  if (lived === undefined) throw new Error('Not lived');
  const { stages, window } = lived.seen;
  // Whenever somebody looked, all of it was there or nothing, and what was there stayed.
  expect(stages).toEqual(STAGES.filter((stage) => stages.includes(stage)));
  expect(stages.at(-1)).toBe(STAGES.at(-1));
  expect(window).toEqual({ until: 'Tuesday 30 April 2019', mayTakeEffect: 'Wednesday 1 May 2019', suspended: true });
  expect(standing(lived)).toEqual(asItShould);
  const { executions, ...harm } = harmOf(lived, lives.unharmed, BEGINS);
  expect({ ...harm, executions: noHarm.executions }).toEqual(noHarm);
  // What a kill left untold of the vote is told by another execution; whoever tells second finds it said.
  expect(executions.extra.filter((one) => one !== 'tell-people SUCCEEDED')).toEqual([]);
  expect(executions.missing).toEqual([]);
}

test('unharmed the agenda is out in whole, the vote counted, the decision called in, and everybody told once', () => {
  expectUnharmed(lives.unharmed);
  expect(lives.unharmed.seen.stages).toEqual(STAGES);
  expect(lives.unharmed.outcome.log.filter(({ repeated }) => repeated)).toEqual([]);
});

test.each(points)(
  'killed at %s: no half an agenda, no vote twice, a decision called in, and nobody told twice',
  async (point) => {
    const lived = await lives.at(point);
    expect(lived?.kills).toBeGreaterThan(0);
    expectUnharmed(lived);
  },
  HOURS,
);

test.each(Array.from({ length: storiesOf(RANDOM_KILLS) }, (_, story) => story))(
  'killed at random moments again and again (story %i): as if nothing had happened',
  async (story) => expectUnharmed(await lives.atMoments(story)),
  HOURS,
);
