import type { Minute } from '../../../shared/domain/minutes/minute.ts';
import { pastBusiness } from './agenda-items.ts';

/** The minutes of what has been done: published where they are confirmed and the meeting was public. */
export const minutes: readonly Minute[] = pastBusiness.map(({ minute }) => minute);
