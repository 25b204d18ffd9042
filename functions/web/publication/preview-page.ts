import '../../../shared/pages/compiled/public.gen.js';
import { meetingView } from '../../../shared/pages/published/meeting-view.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { preview } from '../../../shared/store/publication-acts.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { frameOf, theMeeting } from './the-meeting.ts';

/** The page that the public would read if the agenda went out now: the same template over the same snapshot. */
export async function previewPage(request: WebRequest): Promise<WebAnswer> {
  const from = await theMeeting(request);
  if (!from.agenda) return { redirect: paths.meeting(from.meeting.record.id), flash: say('publication', 'notReady') };
  const { configuration, clock } = request.services;
  const { CONTACT_EMAIL: email, ORGANISATION_NAME: organisation } = configuration;
  const contact =
    email === '' ? { text: say('public', 'contactTeam', { organisation }) } : { text: email, href: `mailto:${email}` };
  const frame = frameOf(request, from, say('publication', 'previewLink'));
  const html = render('public/meeting.njk', {
    frame: { ...frame, flash: { text: say('publication', 'previewNote'), kind: 'told' as const } },
    body: from.context.body,
    ...meetingView(preview(from, clock.now()), { today: request.today, contact, isOut: false }),
  });
  return { html };
}
