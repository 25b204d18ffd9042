import type { Resolution } from '../../../shared/domain/resolutions/resolution.ts';
import { pastBusiness } from './agenda-items.ts';

/** What the bodies have resolved. */
export const resolutions: readonly Resolution[] = pastBusiness.flatMap(({ resolution }) => resolution ?? []);
