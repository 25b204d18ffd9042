import { existsOn } from '../../../shared/domain/bodies/body.ts';
import type { Meeting } from '../../../shared/domain/meetings/meeting.ts';
import { dueInWords } from '../../../shared/minutes/due-words.ts';
import { decisionOf, findsOf, keptOf } from '../../../shared/minutes/kept-finds.ts';
import { isPublic, meetingFromMinutes, meetingOnDay } from '../../../shared/minutes/meeting-of-reading.ts';
import { promisesToEnter } from '../../../shared/minutes/parts.ts';
import { speaksOfPrivateBusiness } from '../../../shared/minutes/private-business.ts';
import type { PromiseAnswer } from '../../../shared/minutes/reading-record.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { abandonReading, acceptReading } from '../../../shared/store/reading-acts.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { missingAnswers } from './reading-answers.ts';
import { lateIn, type ReadingContext, readingContext, readingOf } from './reading-context.ts';
import { readingSteps } from './reading-steps.ts';

const sameBody = ({ was }: ReadingContext, answer: PromiseAnswer): boolean => answer.toBodyId === was.record.bodyId;

function ownerInWords(answer: PromiseAnswer, { people }: ReadingContext): string {
  const named = (id: string | null) => people.find((person) => person.id === id)?.name ?? null;
  const [person, link] = [named(answer.ownerPersonId), named(answer.linkOfficerId)];
  const owner = [answer.ownerRole, person].filter((text) => text !== null && text !== '').join(': ');
  if (owner === '' && link === null) return say('minutes', 'nobodyYetEntered');
  return link === null ? owner : say('minutes', 'ownerWithLink', { owner, link });
}

function chasing(answer: PromiseAnswer, isLate: boolean): string {
  const decided = isLate ? (answer.late ?? 'undecided') : null;
  if (decided === 'history') return say('minutes', 'chaseHistory');
  if (decided === 'undecided') return say('minutes', 'chaseUndecided');
  return say('minutes', answer.ownerPersonId === null ? 'chaseNobody' : 'chaseLive');
}

function promiseRows(context: ReadingContext) {
  const { record } = context.was;
  return promisesToEnter(record).flatMap((find) => {
    const answer = record.promises[find.id];
    if (!answer) return [];
    const due =
      answer.late === 'new-date' && answer.newDay !== null
        ? { ...answer.due, sort: 'day' as const, day: answer.newDay }
        : answer.due;
    const body = context.bodies.find(({ id }) => id === answer.toBodyId);
    const ended = body && !existsOn(body, context.today) ? say('minutes', 'bodyEnded', { body: body.name }) : null;
    return [
      {
        href: `${paths.reading(record.id)}#find-${record.reading.finds.findIndex(({ id }) => id === find.id) + 1}`,
        subject: answer.subject,
        kind: say('minutes', `kind-${answer.kind}`),
        body: sameBody(context, answer) && ended === null ? (body?.name ?? '') : (ended ?? body?.name ?? ''),
        owner: ownerInWords(answer, context),
        due: dueInWords(due),
        chasing: chasing(answer, lateIn(context)(answer)),
      },
    ];
  });
}

function publishWords({ was: { record }, body, meetingsOf }: ReadingContext, known: Meeting | undefined) {
  if (speaksOfPrivateBusiness(record.reading.source)) return 'publishPrivate';
  if (!record.toBePublished) return 'publishedNothing';
  const meeting = known ?? meetingFromMinutes(record, record.id, meetingsOf(record.bodyId));
  return isPublic(meeting, body) ? 'publishAfter' : 'publishCannot';
}

function page(request: WebRequest, context: ReadingContext): string {
  const { was, body } = context;
  const { record } = was;
  const meeting = meetingOnDay(context.meetingsOf(record.bodyId), record.meetingDay);
  const items = keptOf(record, 'item').map(({ title }) => title);
  const dropped = findsOf(record).filter((find) => decisionOf(record, find) === 'drop').length;
  const unsaid = findsOf(record).filter((find) => decisionOf(record, find) === null);
  return render('minutes/check.njk', {
    frame: request.frame(say('minutes', 'checkTitle'), {
      breadcrumbs: [
        { text: say('minutes', 'listTitle'), href: paths.minutes() },
        { text: say('minutes', 'readingTitle'), href: paths.reading(record.id) },
      ],
    }),
    caption: { body: body.name, day: record.meetingDay },
    steps: readingSteps('check', record.id),
    meetingWords: say('minutes', meeting ? 'meetingKnown' : 'meetingNew'),
    minutesStatus: say('minutes', `status-${record.minutesStatus}`),
    items: items.length === 0 ? [record.ownTitle ?? ''] : items,
    limbs: keptOf(record, 'resolution').map(({ number, outcome, text }) => ({
      number: number ?? '',
      outcome: say('minutes', `outcome-${outcome}`),
      text,
    })),
    mattersCount: keptOf(record, 'matter-raised').length,
    promises: promiseRows(context),
    dropped,
    unsaid: unsaid.length,
    publishWords: say('minutes', publishWords(context, meeting)),
    commandId: request.services.newId(),
    version: was.version,
    acceptAction: paths.acceptReading(record.id),
    backHref: paths.reading(record.id),
  });
}

/** What will be recorded and what will be sent, before anything is. */
export async function checkPage(request: WebRequest): Promise<WebAnswer> {
  const context = await readingContext(request);
  const { record } = context.was;
  if (record.state !== 'checking') return { redirect: paths.reading(record.id) };
  const missing = missingAnswers(record, context, lateIn(context));
  if (missing.length > 0) return { redirect: paths.reading(record.id), flash: missing[0]?.text ?? '' };
  return { html: page(request, context) };
}

/** Accepts what was checked, as it was checked: not if somebody changed it since. */
export async function acceptPost(request: WebRequest): Promise<WebAnswer> {
  const context = await readingContext(request);
  const { record } = context.was;
  request.require('register.record', { bodyId: record.bodyId });
  const missing = record.state === 'checking' ? missingAnswers(record, context, lateIn(context)) : [];
  if (missing.length > 0) return { redirect: paths.reading(record.id), flash: missing[0]?.text ?? '' };
  const { register, newId } = request.services;
  await acceptReading(
    register,
    { ...request.command(), version: Number(request.form.get('version')) },
    record.id,
    newId,
  );
  return { redirect: paths.reading(record.id) };
}

/** Gives the text up. Nothing of it was in the register. */
export async function abandonPost(request: WebRequest): Promise<WebAnswer> {
  const { record } = await readingOf(request);
  const version = Number(request.form.get('version'));
  await abandonReading(request.services.register, { ...request.command(), version }, record.id);
  return { redirect: paths.minutes(), flash: say('minutes', 'abandoned') };
}
