import type { Body } from '../../../shared/domain/bodies/body.ts';
import { everyBody } from '../../../shared/store/bodies.ts';
import { NotAllowed, type WebRequest } from '../route.ts';

/** The bodies whose minutes this person may read in: those they are secretary of, or cover. Ended ones have minutes too. */
export async function ownBodies(request: WebRequest): Promise<Body[]> {
  const all = await everyBody(request.services.register);
  return all.map(({ record }) => record).filter(({ id }) => request.may('minutes.read-in', { bodyId: id }));
}

/** The same, for a page that is no use without one. Throws `NotAllowed` to somebody who is secretary of none. */
export async function someOwnBodies(request: WebRequest): Promise<Body[]> {
  const bodies = await ownBodies(request);
  if (bodies.length === 0) throw new NotAllowed();
  return bodies;
}
