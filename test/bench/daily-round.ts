import { findDue } from '../../functions/daily-round/find-due.ts';
import { lookAtPromise } from '../../functions/daily-round/look-at-promise.ts';
import { sendToPerson } from '../../functions/daily-round/send-to-person.ts';
import { loadDemonstration } from '../../infra/local/demonstration/load.ts';
import { testRegister } from '../support/register.ts';
import { roundFor } from '../support/round.ts';
import type { Figure } from './figure.ts';
import { fillWithPromises } from './fill.ts';
import { byTurns, elapsed, median, ratioOf } from './measure.ts';

const DAY = '2019-04-16';
const DUE = 1000;
/** Promises looked at, and people written to, in one turn: few, so that both registers see the same machine. */
const PROMISES = 10;
const PEOPLE = 2;
/** Enough turns for a steady median; the rest of what is due stays due. */
const MOST_TURNS = 40;

/** How many promises are open in the small register and in the large one; laying 100,000 takes a minute or two. */
const sizes = (): readonly [number, number] => {
  const [small = 0, large = 0] = (process.env['QUORATE_BENCH_OPEN'] ?? '10000,100000').split(',').map(Number);
  if (small < DUE || large < small) throw new Error(`QUORATE_BENCH_OPEN takes two numbers, ${DUE} at least`);
  return [small, large];
};

async function openRegister(open: number) {
  const opened = await testRegister();
  await loadDemonstration(opened.register);
  const filled = await elapsed(() => fillWithPromises(opened.endpoint, { open, due: DUE, day: DAY }));
  process.stdout.write(`  ${open} open promises laid in ${(filled / 1000).toFixed(0)} s\n`);
  const { services } = roundFor(opened.register);
  const everything = async (what: 'promises' | 'readers'): Promise<string[]> => {
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const page: { ids: string[]; next: string | null } = await findDue({ day: DAY, what, after }, services);
      ids.push(...page.ids);
      after = page.next;
    } while (after !== null);
    return ids;
  };
  return { services, everything, close: opened.close };
}

type Opened = Awaited<ReturnType<typeof openRegister>>;
type Phase = {
  what: 'promises' | 'readers';
  many: number;
  act: (id: string, services: Opened['services']) => Promise<unknown>;
};

const promisesPhase: Phase = {
  what: 'promises',
  many: PROMISES,
  act: (commitmentId, services) => lookAtPromise({ day: DAY, commitmentId }, services),
};
const readersPhase: Phase = {
  what: 'readers',
  many: PEOPLE,
  act: (personId, services) => sendToPerson({ day: DAY, personId }, services),
};

// Finding what is due is part of its cost, so each turn finds its page and then acts on some of what there is.
async function measurePhase({ what, many, act }: Phase, large: Opened, small: Opened) {
  const turnOf = async (opened: Opened) => {
    const ids = await opened.everything(what);
    return async (turn: number): Promise<void> => {
      await findDue({ day: DAY, what, after: null }, opened.services);
      for (const id of ids.slice(turn * many, (turn + 1) * many)) await act(id, opened.services);
    };
  };
  const [inSmall, inLarge] = [await turnOf(small), await turnOf(large)];
  const count = (await large.everything(what)).length;
  const took = await byTurns(Math.min(MOST_TURNS, Math.floor(count / many)), inLarge, inSmall);
  return { count, ratio: ratioOf(took), each: median(took.one) / many };
}

/** The daily round with as much due of many more open: its cost goes by what is due, never by what is stored. */
export async function measureDailyRound(): Promise<Figure[]> {
  const [few, many] = sizes();
  const small = await openRegister(few);
  const large = await openRegister(many);
  try {
    const looked = await measurePhase(promisesPhase, large, small);
    const told = await measurePhase(readersPhase, large, small);
    const share = (phase: typeof looked): number => phase.count * phase.each;
    const ratio = (looked.ratio * share(looked) + told.ratio * share(told)) / (share(looked) + share(told));
    return [
      {
        what: `The daily round, ${DUE} due of ${many} open against ${DUE} due of ${few} open`,
        measured: `${ratio.toFixed(2)} times (each promise ${looked.ratio.toFixed(2)}, ${looked.each.toFixed(1)} ms; each of ${told.count} people ${told.ratio.toFixed(2)}, ${told.each.toFixed(1)} ms)`,
        reach: 'within 10 % of 1',
        met: Math.abs(ratio - 1) <= 0.1,
      },
    ];
  } finally {
    small.close();
    large.close();
  }
}
