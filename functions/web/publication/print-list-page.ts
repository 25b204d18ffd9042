import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { readers } from '../../../shared/store/publication-readers.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { frameOf, theMeeting } from './the-meeting.ts';

/** Who gets the agenda on paper: a summons needs consent to come electronically, and any message an address. */
export async function printListPage(request: WebRequest): Promise<WebAnswer> {
  const from = await theMeeting(request);
  const { meeting, agenda, context } = from;
  const itemIds = agenda?.record.slots.map(({ itemId }) => itemId) ?? [];
  const of = agenda && { agenda: agenda.record, publication: { sort: 'agenda' as const, itemIds } };
  const { paper } = of ? await readers(request.services.register, of, request.today) : { paper: [] };
  const html = render('publication/print-list.njk', {
    frame: frameOf(request, from, say('publication', 'paperTitle')),
    caption: `${context.body.name}, ${formatDay(meeting.record.day)}`,
    rows: paper.map(({ person, why }) => [person.name, say('publication', `paper-${why}`)]),
    backHref: paths.meeting(meeting.record.id),
  });
  return { html };
}
