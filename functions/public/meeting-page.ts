import '../../shared/pages/compiled/public.gen.js';
import { recordId } from '../../shared/domain/record.ts';
import { publicAddresses } from '../../shared/pages/published/addresses.ts';
import { documentsView } from '../../shared/pages/published/documents-view.ts';
import { meetingView } from '../../shared/pages/published/meeting-view.ts';
import { render } from '../../shared/pages/render.ts';
import { say } from '../../shared/pages/say.ts';
import { publishedBodyOf, publishedMeetingOf } from '../../shared/store/published.ts';
import { documentsNow, documentsOf } from '../../shared/store/published-documents.ts';
import { publishedQuestionRules } from '../../shared/store/question-rules.ts';
import { announcements } from './announcements.ts';
import { askHrefOf } from './ask-href.ts';
import { contactOf } from './contact.ts';
import type { PublicPage, PublicRequest } from './public-page.ts';

/** The snapshot, when it is of that body and the body is shown. */
async function asked({ params, services: { table } }: PublicRequest) {
  const [bodyId, meetingId] = [recordId.safeParse(params['bodyId']), recordId.safeParse(params['meetingId'])];
  if (!bodyId.success || !meetingId.success) return undefined;
  const [body, meeting, rules, made, announced] = await Promise.all([
    publishedBodyOf(table, bodyId.data),
    publishedMeetingOf(table, meetingId.data),
    publishedQuestionRules(table, bodyId.data),
    documentsOf(table, meetingId.data),
    announcements(table),
  ]);
  if (!body || meeting?.sitting.bodyId !== body.id) return undefined;
  const { id, day } = meeting.sitting;
  // By the meeting where a notice names it; otherwise by the body and the day or period that it announces.
  const ofIt = announced.filter((one) =>
    one.meetingId === null ? one.bodyId === body.id && one.from <= day && day <= one.to : one.meetingId === id,
  );
  const documents = documentsView(meeting, documentsNow(meeting, made));
  return { body, meeting, rules, documents, announced: ofIt.map(({ entry }) => entry) };
}

/** Where the meeting is read, in full: for paper. */
const addressOf = ({ services }: PublicRequest, bodyId: string, id: string): string =>
  `${services.publicAddress}${publicAddresses.meeting(bodyId, id)}`;

/** One meeting as it was published: when, where, its agenda, what was decided and its minutes. */
export const meetingPage: PublicPage = async (request) => {
  const found = await asked(request);
  if (!found) return undefined;
  const { body, meeting, rules, documents, announced } = found;
  const view = meetingView(meeting, { today: request.today, contact: contactOf(request.services) });
  return render('public/meeting.njk', {
    frame: request.frame(say('public', 'meetingTitle', { body: body.name, day: view.dayInWords }), {
      breadcrumbs: [
        { text: say('public', 'committeesTitle'), href: publicAddresses.committees() },
        { text: body.name, href: publicAddresses.body(body.id) },
      ],
    }),
    body,
    address: addressOf(request, body.id, meeting.sitting.id),
    documents,
    snapshot: meeting.snapshot,
    announced,
    ...view,
    askHref: view.askHref && askHrefOf(rules, body, request.today, meeting.sitting.id),
  });
};

/** The public notice of a meeting, as it is posted at the offices. */
export const noticePage: PublicPage = async (request) => {
  const found = await asked(request);
  if (!found) return undefined;
  const { body, meeting, documents } = found;
  const view = meetingView(meeting, { today: request.today, contact: contactOf(request.services) });
  return render('public/notice.njk', {
    frame: request.frame(say('published', 'noticeTitle'), {
      breadcrumbs: [
        { text: body.name, href: publicAddresses.body(body.id) },
        { text: view.dayInWords, href: publicAddresses.meeting(body.id, meeting.sitting.id) },
      ],
    }),
    body,
    pdf: documents.find(({ name }) => name === 'notice'),
    address: addressOf(request, body.id, meeting.sitting.id),
    dated: meeting.agenda?.publications[0]?.day ?? null,
    ...view,
  });
};
