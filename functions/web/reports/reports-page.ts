import type { ItemReport } from '../../../shared/domain/agenda-items/agenda-item.ts';
import { mayAddReport, REPORT_BYTES, wasShown } from '../../../shared/domain/agenda-items/reports.ts';
import { formatDate } from '../../../shared/domain/calendar/day-words.ts';
import { fileInWords } from '../../../shared/pages/file-words.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { agendas } from '../../../shared/store/agendas.ts';
import { find } from '../../../shared/store/record-kind.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { type SeenItem, seeItem } from './see-item.ts';
import { headersForUpload, uploadFormFor } from './uploads.ts';

const crumbsOf = ({ item: { record }, body }: SeenItem) => [
  { text: body.name, href: paths.body(body.id) },
  ...(record.meetingId === null ? [] : [{ text: say('reports', 'meeting'), href: paths.meeting(record.meetingId) }]),
];

function reportView(report: ItemReport, { item, mayRead, mayArrange }: SeenItem, shown: boolean) {
  return {
    id: report.id,
    title: report.title,
    href: mayRead(report) ? paths.report(item.record.id, report.id) : null,
    file: fileInWords(report),
    added: say('reports', 'addedOn', { day: formatDate(report.addedOn) }),
    isPrivate: report.accessClass === 'private',
    untagged: report.tagged === false,
    shown,
    removeAction: mayArrange && !shown ? paths.removeReport(item.record.id, report.id) : null,
  };
}

/** The reports of an item, with the form to add one for whoever may. `refused` says why the last file was not taken. */
export async function reportsAnswer(request: WebRequest, seen: SeenItem, refused?: string): Promise<WebAnswer> {
  const { register, newId } = request.services;
  const { record, version } = seen.item;
  const offers = seen.mayArrange && mayAddReport(record);
  const [agenda, upload] = await Promise.all([
    record.meetingId === null ? undefined : find(register, agendas, record.meetingId),
    offers ? uploadFormFor(request, record.id) : null,
  ]);
  const readable = record.reports.filter((report) => seen.mayRead(report));
  const html = render('reports/reports.njk', {
    frame: request.frame(say('reports', 'title'), {
      breadcrumbs: crumbsOf(seen),
      ...(refused === undefined ? {} : { errors: [{ text: refused, href: '#file' }] }),
    }),
    item: { title: record.number === null ? record.title : `${record.number}. ${record.title}` },
    isPrivate: record.accessClass === 'private',
    reports: readable.map((one) => reportView(one, seen, wasShown(agenda?.record ?? null, one.id))),
    upload: upload && {
      action: upload.action,
      fields: Object.entries(upload.fields).map(([name, value]) => ({ name, value })),
    },
    mostBytes: REPORT_BYTES,
    tooLarge: say('reports', 'refused-too-large'),
    refused,
    closed: seen.mayArrange && !offers,
    meetingHref: record.meetingId === null ? null : paths.meeting(record.meetingId),
    commandId: newId(),
    version,
  });
  return {
    html,
    status: refused === undefined ? 200 : 422,
    ...(upload ? { headers: headersForUpload(request, upload) } : {}),
  };
}

/** The reports of an item. */
export async function reportsPage(request: WebRequest): Promise<WebAnswer> {
  return reportsAnswer(request, await seeItem(request));
}
