import type { Subject } from '../../../shared/domain/access/access.ts';
import type { PrivateReason } from '../../../shared/domain/agenda-items/agenda-item.ts';
import type { Decision } from '../../../shared/domain/decisions/decision.ts';
import type { KeyDecisionNotice } from '../../../shared/domain/decisions/key-decision-notice.ts';
import { everyCouncillorMayRead } from '../../../shared/domain/decisions/who-may.ts';
import { NotFound } from '../../../shared/store/errors.ts';
import type { WebRequest } from '../route.ts';

/** What the access table is asked about a decision: whoever decides is its owner. */
export function subjectOf({ bodyId, accessClass, decidedBy }: Decision): Subject {
  return { bodyId, accessClass, ownerIds: decidedBy.personId === null ? [] : [decidedBy.personId] };
}

const readsAsCouncillor = (request: WebRequest, reason: PrivateReason | null): boolean =>
  request.visitor?.person.councillor != null && everyCouncillorMayRead(reason);

const unpublished = ({ published }: Decision): boolean => published === null;

/** May the reader know of the decision? Before it is published only those who work on it; afterwards by its class. */
export function maySeeDecision(request: WebRequest, decision: Decision): boolean {
  const subject = subjectOf(decision);
  if (unpublished(decision)) return request.may('decision.record', subject);
  if (decision.accessClass === 'private')
    return request.may('decision.see', subject) || readsAsCouncillor(request, decision.privateReason);
  // What is published the public reads too.
  return request.visitor !== null;
}

/** Of what somebody may not know the answer is that there is no such page. Throws `NotFound`. */
export function requireSeen(request: WebRequest, decision: Decision): void {
  request.signedIn();
  if (!maySeeDecision(request, decision)) throw new NotFound(`decision ${decision.id}`);
}

/** May the reader know of the notice? A draft only those who write notices. */
export function maySeeNotice(request: WebRequest, notice: KeyDecisionNotice): boolean {
  const subject = { bodyId: notice.bodyId, accessClass: notice.accessClass };
  if (request.may('decision.publish', subject)) return true;
  if (notice.published === null) return false;
  if (notice.accessClass !== 'private') return true;
  return request.may('decision.see', subject) || readsAsCouncillor(request, notice.private?.privateReason ?? null);
}

/** Throws `NotFound`. */
export function requireNoticeSeen(request: WebRequest, notice: KeyDecisionNotice): void {
  request.signedIn();
  if (!maySeeNotice(request, notice)) throw new NotFound(`notice ${notice.id}`);
}
