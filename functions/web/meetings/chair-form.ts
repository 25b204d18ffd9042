import { isOut } from '../../../shared/domain/agendas/agenda.ts';
import type { Business } from '../../../shared/domain/agendas/readiness.ts';
import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import { publishBy } from '../../../shared/domain/meetings/publish-by.ts';
import { TransitionRefused } from '../../../shared/domain/record.ts';
import { formatDayWithoutYear } from '../../../shared/pages/day-words.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { answerChair, askChairToAgree, type ChairsAnswer } from '../../../shared/store/agenda-acts.ts';
import { type AgendaAround, aroundAgenda } from '../../../shared/store/agenda-around.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { type Faults, faultless, faultsOf, type Typed, typedIn, versionIn } from '../typed-form.ts';
import { itemsView, knownBusiness, notWithdrawn } from './builder-view.ts';
import { notToCome } from './order-posts.ts';
import { agendaToBuild, isToCome, mayKnow, meetingOf, onDays } from './see-meeting.ts';

async function agendaToAgree(request: WebRequest): Promise<AgendaAround> {
  const found = await meetingOf(request);
  request.require('agenda.agree', { bodyId: found.meeting.record.bodyId });
  return aroundAgenda(request.services.register, found, request.today);
}

/** Late business that the chair is asked about beforehand. */
const askedAbout = (business: readonly Business[]) =>
  business.flatMap(({ slot }) => {
    const { route } = slot;
    return route?.route === 'chairs-urgency' || route?.route === 'own-terms' ? [{ slot, route }] : [];
  });

type Shown = { typed?: Typed; faults?: Faults };

function chairPageOf(request: WebRequest, around: AgendaAround, { typed = {}, faults = faultless }: Shown): WebAnswer {
  const { meeting, agenda, context } = around;
  const { id, day } = meeting.record;
  const on = onDays(request, around);
  const business = knownBusiness(around, mayKnow(request));
  const agreement = agenda?.record.chairsAgreement;
  const title = say('agendas', 'chairTitle', { day: formatDay(day) });
  const by = publishBy(meeting.record, context.procedure, context.calendar).day;
  const agreedOn = agreement?.answer === 'agreed' ? agreement.on : null;
  const html = render('meetings/chair.njk', {
    frame: request.frame(title, {
      errors: faults.list,
      breadcrumbs: [{ text: formatDay(day), href: paths.meeting(id) }],
    }),
    title,
    caption: context.body.name,
    lede: say('agendas', 'chairLede', { day: formatDayWithoutYear(by) }),
    already: agreedOn && say('agendas', 'chairAgreedAlready', { day: formatDayWithoutYear(agreedOn) }),
    out: agenda !== null && isOut(agenda.record),
    urgent: askedAbout(notWithdrawn(business)).map(({ slot, route }) => ({
      name: `urgent-${slot.itemId}`,
      title: say('agendas', 'chairUrgent', { number: slot.number, title: slot.title }),
      reason: say('agendas', 'chairReason', { reason: route.reason }),
      chosen: typed[`urgent-${slot.itemId}`] ?? (route.minded === null ? 'later' : route.minded ? 'yes' : 'no'),
    })),
    minded: [
      { value: 'yes', text: say('agendas', 'chairMinded') },
      { value: 'no', text: say('agendas', 'chairNotMinded') },
      { value: 'later', text: say('agendas', 'chairLater') },
    ],
    answers: [
      { value: 'agree', text: say('agendas', 'chairAgree') },
      { value: 'question', text: say('agendas', 'chairQuestion') },
    ],
    items: itemsView(around, business, { ...on, went: true }),
    typed,
    errors: faults.of,
    action: request.path,
    commandId: request.services.newId(),
    version: agenda?.version ?? 0,
    backHref: paths.meeting(id),
  });
  return { html, status: faults.list.length > 0 ? 422 : 200 };
}

/** The chair reads the agenda and agrees it, or asks a question. */
export async function chairPage(request: WebRequest): Promise<WebAnswer> {
  const around = await agendaToAgree(request);
  if (!around.agenda || !isToCome(around.meeting.record, request.today)) return notToCome(around);
  const answer = request.query.get('answer');
  return chairPageOf(request, around, { typed: answer === '' ? {} : { answer } });
}

function readAnswer(typed: Typed, business: readonly Business[]): ChairsAnswer | Faults {
  const urgent = askedAbout(business).flatMap(({ slot }) => {
    const said = typed[`urgent-${slot.itemId}`];
    return said === 'yes' || said === 'no' ? [{ itemId: slot.itemId, minded: said === 'yes' }] : [];
  });
  const said = (typed['said'] ?? '').slice(0, 2000);
  if (typed['answer'] === 'agree') return { agenda: { answer: 'agreed', said: null }, urgent };
  if (typed['answer'] === 'question')
    return said === ''
      ? faultsOf([{ field: 'said', text: say('agendas', 'needQuestion') }])
      : { agenda: { answer: 'question', said }, urgent };
  return urgent.length > 0
    ? { agenda: null, urgent }
    : faultsOf([{ field: 'answer', text: say('agendas', 'needAnswer') }]);
}

/** The chair's answers. They never hold publication up. */
export async function chairPost(request: WebRequest): Promise<WebAnswer> {
  const around = await agendaToAgree(request);
  if (!around.agenda || !isToCome(around.meeting.record, request.today)) return notToCome(around);
  const typed = typedIn(request.form);
  const read = readAnswer(typed, knownBusiness(around, mayKnow(request)));
  if ('list' in read) return chairPageOf(request, around, { typed, faults: read });
  const { id } = around.meeting.record;
  await answerChair(request.services.register, { ...request.command(), version: versionIn(request.form) }, id, read);
  return { redirect: paths.meeting(id), flash: say('agendas', 'chairThanks') };
}

/** The secretary asks the chair to agree the agenda as it is now. */
export async function askChairPost(request: WebRequest): Promise<WebAnswer> {
  const around = await agendaToBuild(request);
  if (!around.agenda || !isToCome(around.meeting.record, request.today)) return notToCome(around);
  const { id } = around.meeting.record;
  try {
    await askChairToAgree(request.services.register, request.command('-chair'), id);
  } catch (fault) {
    if (!(fault instanceof TransitionRefused)) throw fault;
  }
  return { redirect: `${paths.meeting(id)}#ready`, flash: say('agendas', 'chairAsked') };
}
