import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { buildServices, type Services } from '../../shared/lambda/services.ts';
import { step } from '../../shared/lambda/step.ts';
import { find } from '../../shared/store/record-kind.ts';
import { dropToken, waitingToken } from '../../shared/store/tokens.ts';
import { closeWritten as close } from '../../shared/store/written-acts.ts';
import { whomToTell } from '../../shared/store/written-people.ts';
import { writtenResolutions } from '../../shared/store/written-resolutions.ts';

const input = z.object({ resolutionId: z.string() });

/**
 * Closes it by its own closing time if nothing has ended it before, and says whom to tell of how it ended. `open` when
 * its time is not up: a timer may be early, the record decides.
 */
export async function closeWritten(
  { resolutionId }: z.infer<typeof input>,
  { register, clock }: Pick<Services, 'register' | 'clock'>,
): Promise<{ word: 'open' | 'ended'; day: string; personIds: string[] }> {
  const day = clock.today();
  const command = {
    // A close that failed may be tried with other answers: it is the state that lets it happen once.
    commandId: `close-${randomUUID()}`,
    actor: { sort: 'system', part: 'written-resolution' },
    at: clock.now(),
    today: day,
  } as const;
  if (!(await find(register, writtenResolutions, resolutionId))) return { word: 'ended', day, personIds: [] };
  const state = await close(register, command, resolutionId);
  if (state === 'put' || state === 'draft') return { word: 'open', day, personIds: [] };
  const waiting = await waitingToken(register.table, resolutionId);
  if (waiting) await dropToken(register.table, resolutionId, waiting.token);
  return { word: 'ended', day, personIds: await whomToTell(register, resolutionId, day) };
}

// called by the workflow
export const handler = step(input, closeWritten, buildServices);
