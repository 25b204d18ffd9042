import type { AccessClass } from '../../../shared/domain/record.ts';
import { isPublic } from '../../../shared/minutes/meeting-of-reading.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import type { MeetingAndAgenda } from '../../../shared/store/agenda-around.ts';
import { bodies } from '../../../shared/store/bodies.ts';
import { businessOf } from '../../../shared/store/business.ts';
import { endedTo, owedTo } from '../../../shared/store/commitments.ts';
import { publishMeeting } from '../../../shared/store/publish.ts';
import { get } from '../../../shared/store/record-kind.ts';
import { paths } from '../paths.ts';
import { publicationOnMeeting } from '../publication/section-on-meeting.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { builderPage } from './builder-page.ts';
import { type Business, itemsOf, statusesOf } from './meeting-view.ts';
import { isToCome, mayRead, meetingOf } from './see-meeting.ts';

/** What of the business this person may know of: private business is left out, not hinted at. */
async function businessFor(request: WebRequest, found: MeetingAndAgenda): Promise<Business> {
  const { register } = request.services;
  const { bodyId, id: meetingId } = found.meeting.record;
  const [{ items, minutes, resolutions }, owed, ended] = await Promise.all([
    businessOf(register, meetingId),
    owedTo(register, bodyId),
    endedTo(register, bodyId),
  ]);
  const known = <T extends { accessClass: AccessClass }>(all: readonly { record: T }[]): T[] =>
    all.map(({ record }) => record).filter(({ accessClass }) => request.may('plan.see', { bodyId, accessClass }));
  const promises = known([...owed, ...ended]).filter(
    ({ source, accessClass }) =>
      source.meetingId === meetingId && request.may('commitment.see', { bodyId, accessClass }),
  );
  const read = known(items).filter(mayRead(request, found));
  return { items: read, minutes: known(minutes), resolutions: known(resolutions), promises };
}

/** A meeting that has been, or was cancelled, with its business: minutes, what was resolved and what was promised. */
async function heldPage(request: WebRequest, found: MeetingAndAgenda): Promise<WebAnswer> {
  const { record, version } = found.meeting;
  const { bodyId } = record;
  const [body, business, publication] = await Promise.all([
    get(request.services.register, bodies, bodyId),
    businessFor(request, found),
    // Only where something was published of its agenda; older meetings are published by the button alone.
    found.agenda === null ? null : publicationOnMeeting(request, found),
  ]);
  // Of a meeting that was cancelled there is nothing to read in, and its cancellation is published already.
  const held = record.state !== 'cancelled';
  const mayPublish = held && isPublic(record, body.record) && request.may('register.record', { bodyId });
  const html = render('meetings/meeting.njk', {
    frame: request.frame(say('meetings', 'title', { body: body.record.name })),
    body: { name: body.record.name, planHref: paths.bodyPlan(bodyId) },
    meeting: record,
    statuses: statusesOf(record),
    items: itemsOf(business),
    publicationHtml: publication,
    readHref: held && request.may('minutes.read-in', { bodyId }) ? `${paths.readMinutes()}?body=${bodyId}` : null,
    publish: mayPublish
      ? { action: `${paths.meeting(record.id)}/publish`, commandId: request.services.newId(), version }
      : null,
  });
  return { html };
}

/** One meeting: its agenda as it is built while it is to come, its business once it has been. */
export async function meetingPage(request: WebRequest): Promise<WebAnswer> {
  const found = await meetingOf(request);
  return isToCome(found.meeting.record, request.today) ? builderPage(request, found) : heldPage(request, found);
}

/** Publishes the meeting as it is now. Publishing again shows the newer state. */
export async function publishPost(request: WebRequest): Promise<WebAnswer> {
  const { record } = (await meetingOf(request)).meeting;
  const { register } = request.services;
  request.require('register.record', { bodyId: record.bodyId });
  const body = await get(register, bodies, record.bodyId);
  if (!isPublic(record, body.record))
    return { redirect: paths.meeting(record.id), flash: say('meetings', 'notPublic') };
  const version = Number(request.form.get('version'));
  await publishMeeting(register, { ...request.command(), version }, record.id);
  return { redirect: paths.meeting(record.id), flash: say('meetings', 'nowPublished') };
}
