import type { Body } from '../../../shared/domain/bodies/body.ts';
import { everyBody } from '../../../shared/store/bodies.ts';
import type { WebRequest } from '../route.ts';

/** The bodies whose minutes this person may read in: those they are secretary of, or cover. Ended ones have minutes too. */
export async function ownBodies(request: WebRequest): Promise<Body[]> {
  const all = await everyBody(request.services.register);
  return all.map(({ record }) => record).filter(({ id }) => request.may('minutes.read-in', { bodyId: id }));
}
