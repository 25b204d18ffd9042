import { isOut } from '../../../shared/domain/agendas/agenda.ts';
import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import { TransitionRefused } from '../../../shared/domain/record.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { people } from '../../../shared/store/people.ts';
import {
  ChangedSinceLooked,
  dayItCounts,
  firstPublication,
  lookAgain,
  preview,
  publishAgenda,
  seenName,
} from '../../../shared/store/publication-acts.ts';
import { readers } from '../../../shared/store/publication-readers.ts';
import type { Publishable } from '../../../shared/store/publish.ts';
import { find } from '../../../shared/store/record-kind.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { versionIn } from '../typed-form.ts';
import { clockOf, goingOut, worthALook } from './check-view.ts';
import { frameOf, theMeeting } from './the-meeting.ts';

/** Why there is nothing to check: what to say on the meeting's page, or null. */
function nothingToCheck({ agenda }: Publishable): string | null {
  if (!agenda || agenda.record.slots.length === 0) return say('publication', 'notReady');
  return isOut(agenda.record) ? say('publication', 'alreadyOut') : null;
}

async function tellView(request: WebRequest, { agenda, meeting }: Publishable, itemIds: readonly string[]) {
  if (!agenda) return null;
  const publication = { sort: 'agenda' as const, itemIds: [...itemIds] };
  const { told, paper } = await readers(
    request.services.register,
    { agenda: agenda.record, publication },
    request.today,
  );
  return {
    count: say('publication', 'tellCount', { count: told.length }),
    paper: paper.length > 0 ? say('publication', 'tellPaper', { count: paper.length }) : '',
    href: paths.printList(meeting.record.id),
  };
}

async function shown(request: WebRequest, from: Publishable, errors: { text: string; href: string }[] = []) {
  const { meeting, context, agenda } = from;
  const { register, clock, newId } = request.services;
  const day = dayItCounts(from, clock.now());
  const { itemIds } = firstPublication(from);
  const secretary = context.body.secretaryId;
  const [contact, tell] = await Promise.all([
    secretary === null ? undefined : find(register, people, secretary),
    tellView(request, from, itemIds),
  ]);
  const { id } = meeting.record;
  return render('publication/check.njk', {
    frame: frameOf(request, from, say('publication', 'checkTitle'), errors),
    caption: `${context.body.name}, ${formatDay(meeting.record.day)}`,
    clock: clockOf(from, { day, today: request.today }),
    ...goingOut(from, day, preview(from, clock.now())),
    ready: worthALook(from, contact?.record ?? null),
    tell,
    previewHref: paths.previewAgenda(id),
    backHref: paths.meeting(id),
    publish: {
      action: paths.publishAgenda(id),
      commandId: newId(),
      version: agenda?.version ?? 0,
      seen: seenName(from, clock.now()),
    },
  });
}

/** What goes out, what stays and why, what is late and what the sum says: the page before the button. */
export async function checkPage(request: WebRequest): Promise<WebAnswer> {
  const from = await theMeeting(request);
  const nothing = nothingToCheck(from);
  if (nothing !== null) return { redirect: paths.meeting(from.meeting.record.id), flash: nothing };
  return { html: await shown(request, from) };
}

/** Publishes what was looked at. Pressed twice it is published once; changed meanwhile it is shown again. */
export async function publishPost(request: WebRequest): Promise<WebAnswer> {
  const from = await theMeeting(request);
  const { id } = from.meeting.record;
  const command = { ...request.command(), version: versionIn(request.form) };
  try {
    await publishAgenda(request.services.register, command, id, request.form.get('seen'));
    return { redirect: paths.meeting(id), flash: say('publication', 'published') };
  } catch (fault) {
    const now = await theMeeting(request);
    if (nothingToCheck(now) !== null && fault instanceof Error)
      return { redirect: paths.meeting(id), flash: nothingToCheck(now) ?? '' };
    if (!(fault instanceof ChangedSinceLooked) && !isStale(fault)) throw fault;
    const errors = [{ text: say('publication', 'changedSince'), href: '#goes-out' }];
    return { html: await shown(request, now, errors), status: 409 };
  }
}

const isStale = (fault: unknown): boolean =>
  fault instanceof Error && fault.name === 'VersionConflict' && !(fault instanceof TransitionRefused);

/** Has a publication that is not verified looked for again. */
export async function lookAgainPost(request: WebRequest): Promise<WebAnswer> {
  const from = await theMeeting(request);
  const { id } = from.meeting.record;
  try {
    await lookAgain(request.services.register, request.command(), id, request.form.get('publication'));
  } catch (fault) {
    // Verified meanwhile: there is nothing to look for.
    if (!(fault instanceof TransitionRefused)) throw fault;
    return { redirect: paths.meeting(id) };
  }
  return { redirect: paths.meeting(id), flash: say('publication', 'lookedAgain') };
}
