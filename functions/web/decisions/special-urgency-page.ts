import { existsOn } from '../../../shared/domain/bodies/body.ts';
import { formatDate, formatDay } from '../../../shared/domain/calendar/day-words.ts';
import {
  municipalYear,
  municipalYearOf,
  type UrgentDecision,
} from '../../../shared/domain/decisions/special-urgency.ts';
import { agreedWords, urgentTitle, yearName } from '../../../shared/pages/decisions/urgency-words.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { everyBody } from '../../../shared/store/bodies.ts';
import { urgentDecisionsOf } from '../../../shared/store/special-urgency.ts';
import { paths } from '../paths.ts';
import { urgencyPrintLinks } from '../print/print-links.ts';
import { NotAllowed, type WebAnswer, type WebRequest } from '../route.ts';

const YEARS = 6; // this municipal year and five before: as long as the records are open to inspection

const rowOf = (one: UrgentDecision) => [
  formatDay(one.on),
  {
    text: urgentTitle(one),
    ...(one.sort === 'decision' ? { href: paths.decision(one.id) } : { note: say('specialUrgency', 'atMeeting') }),
  },
  one.decidedBy,
  agreedWords(one.agreement),
  one.agreement.whyUrgent,
];

/** Key decisions by special urgency of an executive in a municipal year, for its report to the council: reg 19. */
export async function specialUrgencyPage(request: WebRequest): Promise<WebAnswer> {
  const { register } = request.services;
  const { today } = request;
  const executives = (await everyBody(register))
    .map(({ record }) => record)
    .filter((body) => body.kind === 'executive' && existsOn(body, today))
    .filter(({ id }) => request.may('decision.publish', { bodyId: id }));
  const wanted = request.query.get('body');
  const body = executives.find(({ id }) => id === wanted) ?? executives[0];
  if (!body) throw new NotAllowed();
  const newest = municipalYearOf(today);
  const years = Array.from({ length: YEARS }, (_, back) => newest - back);
  const year = years.find((one) => String(one) === request.query.get('year')) ?? newest;
  const { from, to } = municipalYear(year);
  const found = await urgentDecisionsOf(register, { bodyId: body.id, year, today });
  const html = render('decisions/special-urgency.njk', {
    frame: request.frame(say('specialUrgency', 'title'), {
      breadcrumbs: [{ text: say('decisions', 'title'), href: paths.decisionRecords() }],
    }),
    caption: body.name,
    period: say('specialUrgency', 'period', { from: formatDate(from), to: formatDate(to) }),
    count: found.length,
    rows: found.map(rowOf),
    action: paths.specialUrgency(),
    bodies: executives.map(({ id, name }) => ({ value: id, text: name, selected: id === body.id })),
    years: years.map((one) => ({ value: String(one), text: yearName(one), selected: one === year })),
    print: urgencyPrintLinks(body.id, year),
  });
  return { html };
}
