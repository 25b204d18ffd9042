import type { AgendaItem } from '../../../shared/domain/agenda-items/agenda-item.ts';
import type { Slot } from '../../../shared/domain/agendas/agenda.ts';
import { slotOf } from '../../../shared/domain/agendas/build.ts';
import { type Judgement, judgeItem, routeAskedFor } from '../../../shared/domain/agendas/lateness.ts';
import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { recordRoute } from '../../../shared/store/agenda-acts.ts';
import type { AgendaAround } from '../../../shared/store/agenda-around.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { type Faults, faultless, faultsOf, type Typed, typedIn } from '../typed-form.ts';
import { doorsView, judgingOf } from './clock-view.ts';
import { itemOf } from './item-form.ts';
import { notToCome } from './order-posts.ts';
import { agendaToBuild, isToCome, onDays } from './see-meeting.ts';

function gateOf(around: AgendaAround, judged: Judgement) {
  const route = routeAskedFor(around.context.procedure);
  const { notice, papers } = around.context.procedure;
  const needed = judged.word === 'late' ? judged.needed : (notice?.clearDays ?? 0);
  const lift = { 'chairs-urgency': 'routeLiftChair', 'own-terms': 'routeLiftTerms', none: 'routeLiftNone' } as const;
  return {
    title: say('agendas', 'routeGateTitle'),
    now: say('agendas', 'routeNowGate', { count: judged.clearDays }),
    rule: say('agendas', 'routeRule', { needed, rule: notice?.sourceOfRule ?? papers.sourceOfRule ?? '' }),
    lift: say('agendas', lift[route ?? 'none']),
    whoCan: say('agendas', route === null ? 'routeWhoCanNone' : 'routeWhoCan'),
  };
}

type Shown = { slot: Slot; judged: Judgement; typed?: Typed; faults?: Faults };

function routePage(request: WebRequest, around: AgendaAround, shown: Shown): WebAnswer {
  const { slot, judged, faults = faultless } = shown;
  const { id, day } = around.meeting.record;
  const { body } = around.context;
  const title = say('agendas', 'routeTitle', { number: slot.number });
  const route = routeAskedFor(around.context.procedure);
  const html = render('meetings/route.njk', {
    frame: request.frame(title, {
      errors: faults.list,
      breadcrumbs: [
        { text: body.name, href: paths.body(body.id) },
        { text: formatDay(day), href: paths.meeting(id) },
      ],
    }),
    title,
    caption: slot.title,
    onTime: judged.word === 'on-time',
    gate: gateOf(around, judged),
    doors: doorsView(around, onDays(request, around).ifPublished),
    route,
    asked: slot.route !== null,
    typed: shown.typed ?? { reason: slot.route?.reason ?? '' },
    errors: faults.of,
    action: request.path,
    commandId: request.services.newId(),
    moveHref: `${paths.agendaItem(id, slot.itemId, 'off')}?how=move`,
    reconveneHref: paths.agendaAct(id, 'reconvene'),
    backHref: paths.meeting(id),
  });
  return { html, status: faults.list.length > 0 ? 422 : 200 };
}

function judgedSlot(request: WebRequest, around: AgendaAround, item: AgendaItem) {
  const slot = slotOf(around.agenda?.record ?? { slots: [] }, item.id);
  return { slot, judged: judgeItem(slot, onDays(request, around).ifPublished, judgingOf(around)) };
}

/** Why an item may not be considered, what would lift it, and who can. */
export async function routeFormPage(request: WebRequest): Promise<WebAnswer> {
  const around = await agendaToBuild(request);
  if (!around.agenda || !isToCome(around.meeting.record, request.today)) return notToCome(around);
  return routePage(request, around, judgedSlot(request, around, itemOf(request, around).record));
}

/** Asks the person who presides beforehand, or takes the request back. */
export async function routePost(request: WebRequest): Promise<WebAnswer> {
  const around = await agendaToBuild(request);
  if (!around.agenda || !isToCome(around.meeting.record, request.today)) return notToCome(around);
  const item = itemOf(request, around).record;
  const shown = judgedSlot(request, around, item);
  const sort = routeAskedFor(around.context.procedure);
  const typed = typedIn(request.form);
  const reason = typed['reason'] ?? '';
  const { id } = around.meeting.record;
  const back = { redirect: `${paths.meeting(id)}#item-${item.id}` };
  const { register } = request.services;
  if (request.form.has('takeBack')) {
    await recordRoute(register, request.command('-back'), id, { itemId: item.id, route: null });
    return { ...back, flash: say('agendas', 'routeTaken') };
  }
  // A kind of body without the route is never asked to use it: the page offers the other doors.
  if (sort === null) return routePage(request, around, shown);
  const fault = reason === '' ? 'needReason' : reason.length > 2000 ? 'tooLong' : null;
  if (fault !== null)
    return routePage(request, around, {
      ...shown,
      typed,
      faults: faultsOf([{ field: 'reason', text: say('agendas', fault, { count: 2000 }) }]),
    });
  const route = { route: sort, reason, askedOn: request.today, minded: null };
  await recordRoute(register, request.command(), id, { itemId: item.id, route });
  return { ...back, flash: say('agendas', 'routeAsked', { number: shown.slot.number }) };
}
