import type { Workflows } from '../../shared/lambda/workflows.ts';
import { find, type Register } from '../../shared/store/record-kind.ts';
import { dropToken, waitingToken } from '../../shared/store/tokens.ts';
import { whomToTell } from '../../shared/store/written-people.ts';
import { writtenResolutions } from '../../shared/store/written-resolutions.ts';

type Services = { register: Register; workflows: Workflows };

/** It has been put: one execution asks the members and waits. The record as it is now decides, not the entry. */
export async function askMembers(id: string, { register, workflows }: Services): Promise<void> {
  const found = await find(register, writtenResolutions, id);
  if (found?.record.state !== 'put') return;
  await workflows.start('written-resolution', `written-${id}`, { resolutionId: id });
}

/**
 * It has ended. The execution that waits is told and tells everybody; where none waits (it is still asking, or was lost)
 * everybody is told all the same, and whoever tells second finds it said.
 */
export async function passOnEnding(id: string, word: string, { register, workflows }: Services): Promise<void> {
  const [waiting, found] = await Promise.all([
    waitingToken(register.table, id),
    find(register, writtenResolutions, id),
  ]);
  const answered = waiting ? await workflows.answer(waiting.token, { word }) : 'over';
  if (waiting) await dropToken(register.table, id, waiting.token);
  const ended = found?.record.ended;
  if (answered === 'answered' || !ended) return;
  const personIds = await whomToTell(register, id, ended.on);
  const telling = { kind: 'vote-ended', recordId: id, day: ended.on, round: null, personIds };
  await workflows.start('tell-people', `vote-ended-${id}`, telling);
}
