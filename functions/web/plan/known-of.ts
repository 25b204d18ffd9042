import type { AccessClass } from '../../../shared/domain/record.ts';
import type { WebRequest } from '../route.ts';

/** Which meetings and items of a body the reader may know of: private ones are left out before anything is counted. */
export function knownOf({ may }: Pick<WebRequest, 'may'>, bodyId: string) {
  return ({ accessClass }: { accessClass: AccessClass }): boolean => may('plan.see', { bodyId, accessClass });
}
