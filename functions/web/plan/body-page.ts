import { planName } from '../../../shared/domain/bodies/body.ts';
import { heldOn, type Membership } from '../../../shared/domain/bodies/membership.ts';
import { formatDate, formatDay } from '../../../shared/domain/calendar/day-words.ts';
import type { Meeting } from '../../../shared/domain/meetings/meeting.ts';
import { formatTime } from '../../../shared/pages/day-words.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { type BodyContext, bodyContext } from '../../../shared/store/body-context.ts';
import { personsById } from '../../../shared/store/promise-around.ts';
import { paths } from '../paths.ts';
import { bodyPrintLinks } from '../print/print-links.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { knownOf } from './known-of.ts';

const shown = [
  'chair',
  'vice-chair',
  'member',
  'co-optee',
  'substitute',
  'officer',
  'observer',
  'secretary',
  'cover-secretary',
  'link-officer',
] as const;
type Shown = (typeof shown)[number];

const shownRole = ({ role }: Membership): Shown | undefined => shown.find((one) => one === role);

function memberRows({ body, memberships }: BodyContext, names: ReadonlyMap<string, { name: string }>, today: string) {
  const held = memberships.flatMap((one) => {
    const role = shownRole(one);
    return one.bodyId === body.id && role !== undefined && heldOn(one, today) ? [{ ...one, role }] : [];
  });
  return held
    .toSorted((a, b) => shown.indexOf(a.role) - shown.indexOf(b.role))
    .map(({ personId, role, votes }) => [
      names.get(personId)?.name ?? '',
      say('bodies', `role-${role}`),
      say('bodies', `votes-${votes}`),
    ]);
}

const whereAndWhen = ({ time, venue }: Meeting): string =>
  [time === null ? '' : formatTime(time), venue ?? ''].filter((text) => text !== '').join(', ');

// The last three held and all that are to come, of those the reader may know of.
function meetingRows(meetings: readonly Meeting[], today: string) {
  const past = meetings.filter(({ day }) => day < today).slice(-3);
  const coming = meetings.filter(({ day }) => day >= today).slice(0, 24);
  return [...past, ...coming].map((one) => [formatDay(one.day), whereAndWhen(one), say('plan', `state-${one.state}`)]);
}

/** A body at a glance: what leads on from it, its meetings, and who holds what today. */
export async function bodyPage(request: WebRequest): Promise<WebAnswer> {
  const bodyId = request.params['id'] ?? '';
  const { today } = request;
  request.require('plan.see', { bodyId });
  const { register } = request.services;
  const [context, persons] = await Promise.all([bodyContext(register, bodyId, today), personsById(register)]);
  const { body } = context;
  const days = { from: formatDate(body.firstDay), to: formatDate(body.lastDay ?? today), code: body.code };
  const ended = body.lastDay !== null && body.lastDay < today;
  const may = (action: 'commitment.see' | 'register.record') => request.may(action, { bodyId });
  const html = render('bodies/body.njk', {
    frame: request.frame(body.name, { breadcrumbs: [{ text: say('layout', 'navPlan'), href: paths.plan() }] }),
    body,
    caption: say('bodies', `kind-${body.kind}`),
    lede: ended ? say('bodies', 'ended', days) : say('bodies', 'since', { day: days.from, code: days.code }),
    links: [
      { text: say('bodies', 'linkPlan', { plan: planName[body.kind] }), href: paths.bodyPlan(body.id) },
      ...(may('commitment.see') ? [{ text: say('bodies', 'linkLog'), href: paths.actionLog(body.id) }] : []),
      ...(may('commitment.see') ? bodyPrintLinks(body.id) : []),
      ...(may('register.record') ? [{ text: say('bodies', 'linkRecord'), href: paths.newCommitment(body.id) }] : []),
      ...(body.published ? [{ text: say('bodies', 'linkPublic'), href: `${paths.committees()}/${body.id}` }] : []),
    ],
    meetings: meetingRows(context.meetings.filter(knownOf(request, bodyId)), today),
    members: memberRows(context, persons, today),
  });
  return { html };
}
