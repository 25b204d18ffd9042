import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import { NotFound } from '../../../shared/store/errors.ts';
import { meetings } from '../../../shared/store/meetings.ts';
import { type Publishable, publishable } from '../../../shared/store/publish.ts';
import { find } from '../../../shared/store/record-kind.ts';
import { paths } from '../paths.ts';
import type { WebRequest } from '../route.ts';

/** The meeting of the address with all that is published of it, for its secretary. Throws `NotFound`, `NotAllowed`. */
export async function theMeeting(request: WebRequest): Promise<Publishable> {
  const { register } = request.services;
  const id = request.params['id'] ?? '';
  const meeting = await find(register, meetings, id);
  if (!meeting) throw new NotFound('meeting');
  const { bodyId, accessClass } = meeting.record;
  if (accessClass === 'private' && !request.may('plan.see', { bodyId, accessClass })) throw new NotFound('meeting');
  request.require('register.record', { bodyId, accessClass });
  return publishable(register, id, request.today);
}

/** The frame of a page about a meeting. */
export function frameOf(
  request: WebRequest,
  { meeting, context }: Publishable,
  title: string,
  errors: { text: string; href: string }[] = [],
) {
  const { id, day } = meeting.record;
  return request.frame(title, {
    breadcrumbs: [
      { text: context.body.name, href: paths.body(context.body.id) },
      { text: formatDay(day), href: paths.meeting(id) },
    ],
    ...(errors.length > 0 ? { errors } : {}),
  });
}
