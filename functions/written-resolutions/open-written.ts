import * as z from 'zod';
import { closesAt } from '../../shared/domain/written-resolutions/written-resolution.ts';
import { buildServices, type Services } from '../../shared/lambda/services.ts';
import { step } from '../../shared/lambda/step.ts';
import { find } from '../../shared/store/record-kind.ts';
import { writtenResolutions } from '../../shared/store/written-resolutions.ts';

const input = z.object({ resolutionId: z.string() });

/** A step of a workflow waits at most about three years; the daily round closes whatever is open longer. */
const LONGEST_WAIT = 99_999_999;

type Opened = { word: 'open' | 'ended'; day: string; seconds: number; personIds: string[] };

/** Whom to ask, and for how long: until its closing time, in seconds of business time. */
export async function openWritten(
  { resolutionId }: z.infer<typeof input>,
  { register, clock }: Pick<Services, 'register' | 'clock'>,
): Promise<Opened> {
  const found = await find(register, writtenResolutions, resolutionId);
  const day = clock.today();
  if (found?.record.state !== 'put') return { word: 'ended', day, seconds: 1, personIds: [] };
  const left = Math.ceil((Date.parse(closesAt(found.record)) - Date.parse(clock.now())) / 1000);
  const personIds = found.record.put?.electors.map(({ personId }) => personId) ?? [];
  return { word: 'open', day, seconds: Math.min(Math.max(left, 1), LONGEST_WAIT), personIds };
}

// called by the workflow
export const handler = step(input, openWritten, buildServices);
