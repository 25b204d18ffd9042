import * as z from 'zod';
import { type AgendaItem, agendaItem } from '../../../shared/domain/agenda-items/agenda-item.ts';
import { faultOfReason } from '../../../shared/domain/agenda-items/private-reason.ts';
import type { AgendaAround } from '../../../shared/store/agenda-around.ts';
import { wrongField } from './promise-for.ts';

const shape = z.strictObject(agendaItem.shape);

/** What can be arranged for an item, as it is sent. */
export const arranged = shape
  .pick({
    title: true,
    purpose: true,
    reportOf: true,
    presenter: true,
    attendedFor: true,
    report: true,
    toFollowReason: true,
    contactOfficer: true,
    keyDecision: true,
    noticeId: true,
    blockedBy: true,
  })
  .extend({
    privateReason: agendaItem.shape.privateReason.describe('Why it is taken in private; null for open business'),
  });

type Arranged = z.output<typeof arranged>;

/** What is arranged, as the body's procedure and the executive's notices allow it. Throws `Refused` naming the field. */
export function arrangedFor(
  body: Arranged,
  { context, notices }: Pick<AgendaAround, 'context' | 'notices'>,
  was: AgendaItem | null,
) {
  const reason = body.privateReason;
  const fault = reason === null ? null : faultOfReason(reason, context.procedure.exclusionScheme);
  if (fault === 'not-this-scheme') throw wrongField('/privateReason/scheme', 'Not the scheme of this kind of body');
  if (fault === 'contract-only-three')
    throw wrongField('/privateReason/contractTerms', 'Only paragraph 3 knows terms of a contract');
  if (body.report === 'to-follow' && body.toFollowReason === null)
    throw wrongField('/toFollowReason', 'Say why the report is to follow');
  if (body.noticeId !== null && !notices.has(body.noticeId)) throw wrongField('/noticeId', 'No such notice');
  const open = was?.accessClass === 'public' ? ('public' as const) : ('internal' as const);
  return {
    ...body,
    toFollowReason: body.report === 'to-follow' ? body.toFollowReason : null,
    accessClass: reason === null ? open : ('private' as const),
  };
}
