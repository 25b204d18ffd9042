import type { Subject } from '../../../shared/domain/access/access.ts';
import type { KeyDecisionNotice } from '../../../shared/domain/decisions/key-decision-notice.ts';
import { say } from '../../../shared/pages/say.ts';
import { keyDecisionNotices } from '../../../shared/store/decisions.ts';
import { get, type Versioned } from '../../../shared/store/record-kind.ts';
import { paths } from '../paths.ts';
import type { WebRequest } from '../route.ts';
import { requireNoticeSeen } from './see-decision.ts';

/** What the access table is asked about a notice. */
export function noticeSubject({ bodyId, accessClass }: Pick<KeyDecisionNotice, 'bodyId' | 'accessClass'>): Subject {
  return { bodyId, accessClass };
}

/** The way back to the list. */
export const noticeCrumbs = () => [{ text: say('decisions', 'title'), href: paths.decisionRecords() }];

/** The notice of the address, for somebody who writes notices of its body. */
export async function noticeToChange(request: WebRequest): Promise<Versioned<KeyDecisionNotice>> {
  const was = await get(request.services.register, keyDecisionNotices, request.params['id'] ?? '');
  requireNoticeSeen(request, was.record);
  request.require('decision.publish', noticeSubject(was.record));
  return was;
}
