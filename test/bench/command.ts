import { change, commit } from '../../shared/store/commit.ts';
import { acceptPromise } from '../../shared/store/commitment-acts.ts';
import { commitments } from '../../shared/store/commitments.ts';
import type { Register } from '../../shared/store/record-kind.ts';
import type { Write } from '../../shared/store/table.ts';
import { aCommitment, maya } from '../support/builders.ts';
import { aCommand } from '../support/command.ts';
import { testRegister } from '../support/register.ts';
import { type Figure, ratioFigure } from './figure.ts';
import { byTurns, ratioOf } from './measure.ts';

const TURNS = 150;
const WARM_UP = 25;

async function recordPromises(register: Register, count: number): Promise<void> {
  for (let number = 0; number < count; number += 1)
    await commit(register, {
      commandId: `record-${number}`,
      actor: maya,
      at: '2019-04-15T09:00:00.000Z',
      outcome: {},
      changes: [
        change(commitments, {
          was: null,
          record: aCommitment({ id: `promise-${number}`, reference: `HOSB/19/${number + 100}` }),
          event: 'recorded',
        }),
      ],
    });
}

/** The writes that a command makes, under keys of their own and with the plainest condition. */
async function writesOfCommand(register: Register, id: string): Promise<Write[]> {
  let seen: readonly Write[] = [];
  const transact: Register['table']['transact'] = (writes, token) => {
    seen = writes;
    return register.table.transact(writes, token);
  };
  await acceptPromise({ ...register, table: { ...register.table, transact } }, aCommand('accept-to-see'), id);
  return [...seen];
}

const underOwnKeys = (writes: readonly Write[], turn: number): Write[] =>
  writes.map((write) => {
    if (!('put' in write)) throw new Error('The command of this comparison only puts');
    const put = { ...write.put, pk: `RAW#${turn}#${write.put.pk}` };
    return { put, when: { ConditionExpression: 'attribute_not_exists(pk)' } };
  });

/** A command (its reads, its rule, its history, its outbox) against one raw transaction of the same items. */
export async function measureCommand(): Promise<Figure[]> {
  const opened = await testRegister();
  try {
    const { register } = opened;
    await recordPromises(register, TURNS + WARM_UP + 1);
    const writes = await writesOfCommand(register, `promise-${TURNS + WARM_UP}`);
    const accept = (number: number) => acceptPromise(register, aCommand(`accept-${number}`), `promise-${number}`);
    const raw = (number: number) => register.table.transact(underOwnKeys(writes, number), `raw-${number}`);
    await byTurns(WARM_UP, accept, raw);
    const took = await byTurns(
      TURNS,
      (turn) => accept(turn + WARM_UP),
      (turn) => raw(turn + WARM_UP),
    );
    const what = `A command (accepting a promise) against one raw transaction of its ${writes.length} items`;
    return [ratioFigure(what, ratioOf(took), 2)];
  } finally {
    opened.close();
  }
}
