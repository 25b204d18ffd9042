import { londonInstant } from '../../../shared/domain/calendar/day.ts';
import type { Signatory } from '../../../shared/domain/decisions/call-in-request.ts';
import { isValid } from '../../../shared/domain/decisions/call-in-validity.ts';
import { maySign } from '../../../shared/domain/decisions/who-signs.ts';
import { say } from '../../../shared/pages/say.ts';
import { judgeCallIn, signCallIn, withdrawCallIn } from '../../../shared/store/call-in-acts.ts';
import { paths } from '../paths.ts';
import { NotAllowed, type WebAnswer, type WebRequest } from '../route.ts';
import { dayTyped, faultsOf, type Typed, typedIn, versionIn } from '../typed-form.ts';
import { wrong } from './fields.ts';
import { requestPage } from './request-page.ts';
import { asked, unsigned } from './see-request.ts';

async function signAs(
  request: WebRequest,
  { signedAt, ...signed }: Omit<Signatory, 'signedAt'> & { signedAt?: string },
): Promise<WebAnswer> {
  const id = request.params['id'] ?? '';
  const command = { ...request.command(), version: versionIn(request.form) };
  await signCallIn(request.services.register, command, id, { ...signed, signedAt: signedAt ?? command.at });
  const flash = say('decisions', signed.how === 'seen-on-paper' ? 'paperFlash' : 'signedFlash');
  return { redirect: paths.callIn(id), flash };
}

/** A member signs for themselves: one of those named, or another who may. */
export async function signPost(request: WebRequest): Promise<WebAnswer> {
  const found = await asked(request);
  const { person } = request.signedIn();
  if (!maySign(found.people.facts, person.id)) throw new NotAllowed();
  return signAs(request, { personId: person.id, how: 'own-sign-in', seenBy: null });
}

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** When the paper came in: it counts from then, not from when it was recorded. Nothing typed means now. */
function paperTime(typed: Typed, { now, publishedAt }: { now: string; publishedAt: string }) {
  const [on, at] = [dayTyped(typed, 'paperOn'), typed['paperAt'] ?? ''];
  if (on === null && at === '') return { signedAt: null, faults: [] };
  if (on === null || on === 'wrong') return { signedAt: null, faults: [wrong('paperOn', 'noSuchDay')] };
  if (!CLOCK.test(at)) return { signedAt: null, faults: [wrong('paperAt', 'needClock')] };
  const signedAt = londonInstant(on, at);
  const possible = signedAt <= now && signedAt >= publishedAt;
  return { signedAt, faults: possible ? [] : [wrong('paperOn', 'paperNotThen')] };
}

/** An officer who judges has seen a signature on paper. */
export async function paperPost(request: WebRequest): Promise<WebAnswer> {
  const found = await asked(request);
  request.require('call-in.judge', { bodyId: found.request.record.bodyId });
  const typed = typedIn(request.form);
  const personId = unsigned(found.request.record, found.people).find(({ id }) => id === typed['paper'])?.id;
  const { signedAt, faults } = paperTime(typed, {
    now: request.services.clock.now(),
    publishedAt: found.around.record.published?.at ?? '',
  });
  const all = [...(personId === undefined ? [wrong('paper', 'needName')] : []), ...faults];
  if (personId === undefined || all.length > 0)
    return requestPage(request, { typed, faults: faultsOf(all, ['paperOn']) });
  const seenBy = request.signedIn().person.id;
  return signAs(request, { personId, how: 'seen-on-paper', seenBy, ...(signedAt === null ? {} : { signedAt }) });
}

/** Judges it. What the procedure finds against cannot be judged valid, whoever sends it. */
export async function judgePost(request: WebRequest): Promise<WebAnswer> {
  const found = await asked(request);
  request.require('call-in.judge', { bodyId: found.request.record.bodyId });
  const typed = typedIn(request.form);
  const [judgement, reason] = [typed['judgement'], typed['reason'] ?? ''];
  const valid = judgement === 'valid';
  const faults = [
    ...(judgement === 'valid' || judgement === 'not-valid' ? [] : [wrong('judgement', 'needJudgement')]),
    ...(valid && !isValid(found.findings) ? [wrong('judgement', 'cannotBeValid')] : []),
    ...(reason === '' ? [wrong('reason', 'needReason')] : []),
    ...(reason.length > 4000 ? [wrong('reason', 'tooLong')] : []),
  ];
  if (faults.length > 0) return requestPage(request, { typed, faults: faultsOf(faults) });
  const { id } = found.request.record;
  const command = { ...request.command(), version: versionIn(request.form) };
  await judgeCallIn(request.services.register, command, id, { valid, reason });
  return { redirect: paths.callIn(id), flash: say('decisions', valid ? 'judgedValid' : 'judgedNotValid') };
}

/** Whoever asked no longer wants it. */
export async function withdrawPost(request: WebRequest): Promise<WebAnswer> {
  const { request: found } = await asked(request);
  const { id, requesterId } = found.record;
  if (requesterId !== request.signedIn().person.id) throw new NotAllowed();
  const command = { ...request.command(), version: versionIn(request.form) };
  await withdrawCallIn(request.services.register, command, id, say('decisions', 'withdrawnByRequester'));
  return { redirect: paths.callIn(id), flash: say('decisions', 'requestWithdrawn') };
}
