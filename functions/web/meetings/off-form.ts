import type { AgendaItem } from '../../../shared/domain/agenda-items/agenda-item.ts';
import { slotOf } from '../../../shared/domain/agendas/build.ts';
import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import { publishBy } from '../../../shared/domain/meetings/publish-by.ts';
import { formatDayWithoutYear } from '../../../shared/pages/day-words.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { moveItemToMeeting, takeItemOff } from '../../../shared/store/agenda-acts.ts';
import type { AgendaAround } from '../../../shared/store/agenda-around.ts';
import type { Versioned } from '../../../shared/store/record-kind.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { type Faults, faultless, faultsOf, type Typed, typedIn, type Wrong } from '../typed-form.ts';
import { laterMeetings } from './clock-view.ts';
import { itemOf } from './item-form.ts';
import { notToCome } from './order-posts.ts';
import { agendaToBuild, isToCome } from './see-meeting.ts';

const ways = ['defer', 'move', 'withdraw'] as const;
type Way = (typeof ways)[number];

type Shown = { item: Versioned<AgendaItem>; typed?: Typed; faults?: Faults };

function offPage(
  request: WebRequest,
  around: AgendaAround,
  { item, typed = {}, faults = faultless }: Shown,
): WebAnswer {
  const { id, day } = around.meeting.record;
  const { procedure, calendar, body } = around.context;
  const slot = slotOf(around.agenda?.record ?? { slots: [] }, item.record.id);
  const title = say('agendas', 'offTitle', { number: slot.number });
  const meetings = laterMeetings(around, request.today)
    .slice(0, 12)
    .map((one) => ({
      value: one.id,
      text: say('agendas', 'offMeetingChoice', {
        day: formatDay(one.day),
        by: formatDayWithoutYear(publishBy(one, procedure, calendar).day),
      }),
      selected: typed['meeting'] === one.id,
    }));
  const html = render('meetings/off.njk', {
    frame: request.frame(title, {
      errors: faults.list,
      breadcrumbs: [
        { text: body.name, href: paths.body(body.id) },
        { text: formatDay(day), href: paths.meeting(id) },
      ],
    }),
    title,
    caption: slot.title,
    published: slot.publishedOn !== null,
    ways: ways.map((value) => ({ value, text: say('agendas', `off-${value}`), checked: typed['how'] === value })),
    meetings,
    typed,
    errors: faults.of,
    action: request.path,
    commandId: request.services.newId(),
    backHref: paths.meeting(id),
  });
  return { html, status: faults.list.length > 0 ? 422 : 200 };
}

/** The form for taking an item off: put off, to another meeting, or withdrawn. */
export async function offFormPage(request: WebRequest): Promise<WebAnswer> {
  const around = await agendaToBuild(request);
  if (!around.agenda || !isToCome(around.meeting.record, request.today)) return notToCome(around);
  const item = itemOf(request, around);
  const { publishedOn, withdrawn } = slotOf(around.agenda.record, item.record.id);
  // What the public has seen leaves with a note that everybody reads; it is put off on the same page.
  if (publishedOn !== null && withdrawn === null)
    return { redirect: paths.withdraw(around.meeting.record.id, item.record.id) };
  return offPage(request, around, { item, typed: { how: request.query.get('how') } });
}

type Read = { how: Way; toMeetingId: string; day: string; reason: string };

function readOff(request: WebRequest, around: AgendaAround): Read | Faults {
  const typed = typedIn(request.form);
  const how = ways.find((way) => way === typed['how']);
  const reason = (typed['reason'] ?? '').slice(0, 2000);
  const to = laterMeetings(around, request.today).find(({ id }) => id === typed['meeting']);
  const faults: Wrong[] = [
    ...(how === undefined ? [{ field: 'how', text: say('agendas', 'needHow') }] : []),
    ...(how === 'move' && !to
      ? [{ field: 'meeting', text: say('agendas', 'needMeeting', { body: around.context.body.shortName }) }]
      : []),
    ...(reason === '' ? [{ field: 'reason', text: say('agendas', 'needReason') }] : []),
  ];
  if (faults.length > 0 || how === undefined) return faultsOf(faults);
  return { how, toMeetingId: to?.id ?? '', day: to?.day ?? '', reason };
}

/** Takes an item off an agenda that has not shown it. */
export async function offPost(request: WebRequest): Promise<WebAnswer> {
  const around = await agendaToBuild(request);
  if (!around.agenda || !isToCome(around.meeting.record, request.today)) return notToCome(around);
  const item = itemOf(request, around);
  const read = readOff(request, around);
  if ('list' in read) return offPage(request, around, { item, typed: typedIn(request.form), faults: read });
  const { id } = around.meeting.record;
  if (slotOf(around.agenda.record, item.record.id).publishedOn !== null)
    return { redirect: paths.meeting(id), flash: say('agendas', 'offPublished') };
  const { register } = request.services;
  const { how, reason, toMeetingId, day } = read;
  const itemId = item.record.id;
  if (how === 'move') await moveItemToMeeting(register, request.command(), id, { itemId, toMeetingId, reason });
  else await takeItemOff(register, request.command(), id, { itemId, how, reason });
  const slots = { title: item.record.title, day: day === '' ? '' : formatDay(day) };
  return { redirect: `${paths.meeting(id)}#items`, flash: say('agendas', `took-${how}`, slots) };
}
