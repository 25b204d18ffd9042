import { formatDate } from '../../../shared/domain/calendar/day-words.ts';
import { electorOf, isOpen } from '../../../shared/domain/written-resolutions/written-resolution.ts';
import { formatMoment } from '../../../shared/pages/day-words.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { bodyContext } from '../../../shared/store/body-context.ts';
import { noticesAbout } from '../../../shared/store/messages.ts';
import { electorsNow, PutRefused, putWritten, withdrawWritten } from '../../../shared/store/written-acts.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { type Faults, faultless, faultsOf, typedIn, versionIn } from '../typed-form.ts';
import { type Around, aroundWritten, crumbsOf, nameOf } from './see-written.ts';
import { answersOf, endingOf, factsOf, statusesOf, sumOf } from './written-view.ts';

/** What a draft would come to if it were put today: who would be asked. */
async function whoWouldBeAsked(request: WebRequest, around: Around) {
  const { register } = request.services;
  const context = await bodyContext(register, around.which.bodyId, request.today);
  const electors = await electorsNow(register, context, request.today);
  return electors.map(({ personId }) => nameOf(around, personId));
}

async function toldRows(request: WebRequest, around: Around) {
  const told = await noticesAbout(request.services.register.table, around.which.id);
  return told.map(({ recipient, title, sentAt, dueOn, by, state }) => [
    nameOf(around, recipient),
    title,
    say('written', `by-${by}`),
    state === 'sent' && sentAt !== null ? formatMoment(sentAt) : formatDate(dueOn),
  ]);
}

function ownWords({ which, votes }: Around, me: string): string | null {
  if (electorOf(which, me) === null) return null;
  const cast = votes.find(({ personId }) => personId === me);
  if (cast) return say('written', 'youAnswered', { answer: say('written', `answered-${cast.given.answer}`) });
  return which.state === 'put' ? say('written', 'youHaveNot') : null;
}

const mayVote = ({ which, votes }: Around, me: string, now: string): boolean =>
  isOpen(which, now) &&
  electorOf(which, me) !== null &&
  !votes.some(({ personId, given }) => personId === me && given.answer === 'stand-aside');

async function page(request: WebRequest, around: Around, faults: Faults = faultless): Promise<WebAnswer> {
  const { which } = around;
  const me = request.signedIn().person.id;
  const puts = request.may('written-resolution.put', { bodyId: which.bodyId });
  const isDraft = which.state === 'draft';
  const [asked, told] = await Promise.all([
    isDraft ? whoWouldBeAsked(request, around) : [],
    puts && !isDraft ? toldRows(request, around) : [],
  ]);
  const votes = mayVote(around, me, request.command().at);
  const changes = around.votes.some(({ personId }) => personId === me);
  return {
    status: faults.list.length > 0 ? 422 : 200,
    html: render('written/page.njk', {
      frame: request.frame(which.title, { breadcrumbs: crumbsOf(), errors: faults.list }),
      title: which.title,
      caption: around.body.name,
      statuses: statusesOf(which),
      ending: endingOf(around),
      parts: which.parts,
      background: which.background,
      facts: factsOf(around),
      sum: sumOf(around),
      answers: isDraft || which.put === null ? null : answersOf(around, { showsHow: puts || which.state !== 'put' }),
      own: ownWords(around, me),
      vote: votes ? { href: paths.voteOn(which.id), text: say('written', changes ? 'changeAnswer' : 'toVote') } : null,
      asked,
      told,
      isDraft,
      puts,
      withdrawHref: puts && (isDraft || which.state === 'put') ? paths.withdrawWritten(which.id) : null,
      changeHref: paths.changeWritten(which.id),
      putAction: paths.putWritten(which.id),
      version: around.version,
      commandId: request.services.newId(),
    }),
  };
}

/** One decision in writing: the draft and who would be asked, how it stands, or how it ended with each vote. */
export async function writtenPage(request: WebRequest): Promise<WebAnswer> {
  return page(request, await aroundWritten(request));
}

/** Puts it to the members. What stands in the way is said on the page. */
export async function putPost(request: WebRequest): Promise<WebAnswer> {
  const around = await aroundWritten(request);
  const { id, bodyId } = around.which;
  request.require('written-resolution.put', { bodyId });
  try {
    await putWritten(request.services.register, { ...request.command(), version: versionIn(request.form) }, id);
    return { redirect: paths.writtenResolution(id), flash: say('written', 'isPut') };
  } catch (fault) {
    if (!(fault instanceof PutRefused)) throw fault;
    return page(request, around, faultsOf([{ field: 'put', text: say('written', `notPut-${fault.why}`) }]));
  }
}

function withdrawForm(request: WebRequest, around: Around, faults: Faults = faultless): WebAnswer {
  const title = say('written', 'withdrawTitle');
  const typed = typedIn(request.form);
  return {
    status: faults.list.length > 0 ? 422 : 200,
    html: render('written/withdraw.njk', {
      frame: request.frame(title, { breadcrumbs: crumbsOf(around), errors: faults.list }),
      title,
      caption: around.which.title,
      typed,
      errors: faults.of,
      action: paths.withdrawWritten(around.which.id),
      leave: paths.writtenResolution(around.which.id),
      version: faults.list.length > 0 ? (typed['version'] ?? '') : around.version,
      commandId: request.services.newId(),
    }),
  };
}

async function toWithdraw(request: WebRequest): Promise<Around> {
  const around = await aroundWritten(request);
  request.require('written-resolution.put', { bodyId: around.which.bodyId });
  return around;
}

/** The form that takes it back, with the reason. */
export async function withdrawPage(request: WebRequest): Promise<WebAnswer> {
  const around = await toWithdraw(request);
  return around.which.ended === null
    ? withdrawForm(request, around)
    : { redirect: paths.writtenResolution(around.which.id) };
}

/** Withdraws it; those who were asked are told. */
export async function withdrawPost(request: WebRequest): Promise<WebAnswer> {
  const around = await toWithdraw(request);
  const { id } = around.which;
  const why = request.form.get('why').trim();
  const fault = why === '' ? ('needWhy' as const) : why.length > 2000 ? ('tooLong' as const) : null;
  if (fault !== null) return withdrawForm(request, around, faultsOf([{ field: 'why', text: say('written', fault) }]));
  await withdrawWritten(request.services.register, { ...request.command(), version: versionIn(request.form) }, id, why);
  return { redirect: paths.writtenResolution(id), flash: say('written', 'isWithdrawn') };
}
