import { allowsShorterNotice } from '../../../shared/domain/bodies/procedure.ts';
import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import { publishBy } from '../../../shared/domain/meetings/publish-by.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { reconveneMeeting } from '../../../shared/store/agenda-acts.ts';
import type { AgendaAround } from '../../../shared/store/agenda-around.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { type Faults, faultless, faultsOf, type Typed, typedIn, versionIn } from '../typed-form.ts';
import { notToCome } from './order-posts.ts';
import { agendaToBuild, isToCome, onDays } from './see-meeting.ts';

/** Why the meeting cannot be, or need not be, convened at shorter notice; null where it can. */
function refusal(request: WebRequest, around: AgendaAround): string | null {
  const { procedure, calendar } = around.context;
  if (procedure.notice === null || !allowsShorterNotice(procedure)) return say('agendas', 'reconveneRefused');
  const by = publishBy(around.meeting.record, procedure, calendar).day;
  return onDays(request, around).ifPublished <= by ? say('agendas', 'reconveneNeedless') : null;
}

type Shown = { typed?: Typed; faults?: Faults };

function pageOf(request: WebRequest, around: AgendaAround, { typed = {}, faults = faultless }: Shown): WebAnswer {
  const { id, day } = around.meeting.record;
  const { procedure, body } = around.context;
  const title = say('agendas', 'reconveneTitle');
  const html = render('meetings/reconvene.njk', {
    frame: request.frame(title, {
      errors: faults.list,
      breadcrumbs: [
        { text: body.name, href: paths.body(body.id) },
        { text: formatDay(day), href: paths.meeting(id) },
      ],
    }),
    title,
    refused: refusal(request, around),
    lede: say('agendas', 'reconveneLede', { day: formatDay(day), rule: procedure.notice?.sourceOfRule ?? '' }),
    typed,
    errors: faults.of,
    action: request.path,
    commandId: request.services.newId(),
    version: around.meeting.version,
    backHref: paths.meeting(id),
  });
  return { html, status: faults.list.length > 0 ? 422 : 200 };
}

/** The form that convenes a meeting afresh with less than its notice. */
export async function reconvenePage(request: WebRequest): Promise<WebAnswer> {
  const around = await agendaToBuild(request);
  if (!isToCome(around.meeting.record, request.today)) return notToCome(around);
  return pageOf(request, around, {});
}

/** Convenes the meeting afresh today, where the law of its body knows shorter notice. */
export async function reconvenePost(request: WebRequest): Promise<WebAnswer> {
  const around = await agendaToBuild(request);
  if (!isToCome(around.meeting.record, request.today)) return notToCome(around);
  const typed = typedIn(request.form);
  const reason = (typed['reason'] ?? '').slice(0, 2000);
  if (refusal(request, around) !== null) return { ...pageOf(request, around, { typed }), status: 422 };
  if (reason === '')
    return pageOf(request, around, {
      typed,
      faults: faultsOf([{ field: 'reason', text: say('agendas', 'needReason') }]),
    });
  const { id } = around.meeting.record;
  const command = { ...request.command(), version: versionIn(request.form) };
  await reconveneMeeting(request.services.register, command, id, { on: onDays(request, around).ifPublished, reason });
  return { redirect: paths.meeting(id), flash: say('agendas', 'reconvened') };
}
