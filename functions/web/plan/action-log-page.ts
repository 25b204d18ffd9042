import '../../../shared/pages/words/promises.ts';
import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import { isInPart, type LogPart, logParts, pressingFirst } from '../../../shared/domain/commitments/action-log.ts';
import { firstDayOf, lastDayOf } from '../../../shared/domain/commitments/commitment.ts';
import { standingOf } from '../../../shared/domain/commitments/standing.ts';
import { toCsv } from '../../../shared/pages/csv.ts';
import { heardWords, ownerWords, statusesOf } from '../../../shared/pages/promises/promise-words.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { NotFound } from '../../../shared/store/errors.ts';
import { promiseRow } from '../commitments/list-page.ts';
import { everybodyFor, ownBodies } from '../home/home-data.ts';
import { paths } from '../paths.ts';
import { bodyPrintLinks } from '../print/print-links.ts';
import type { WebAnswer, WebRequest } from '../route.ts';

async function logOf(request: WebRequest) {
  const bodyId = request.params['id'] ?? '';
  request.require('commitment.see', { bodyId });
  const persons = await everybodyFor(request);
  const [own] = await ownBodies(request, [bodyId], persons);
  if (!own) throw new NotFound(`body ${bodyId}`);
  const asked = request.query.get('show');
  const part: LogPart = logParts.find((one) => one === asked) ?? 'all';
  const { today } = request;
  const promises = pressingFirst(
    own.owed.filter((promise) => isInPart(promise, part, today)),
    today,
  );
  return { context: own.context, owed: own.owed, promises, part, persons };
}

/** The body's open promises as a standing item: page and print. */
export async function actionLogPage(request: WebRequest): Promise<WebAnswer> {
  const { context, owed, promises, part, persons } = await logOf(request);
  const { today } = request;
  const { body } = context;
  const title = say('bodies', 'logTitle');
  const count = (one: LogPart) => owed.filter((promise) => isInPart(promise, one, today)).length;
  const html = render('bodies/action-log.njk', {
    frame: request.frame(title, {
      breadcrumbs: [
        { text: say('layout', 'navPlan'), href: paths.plan() },
        { text: body.name, href: paths.body(body.id) },
      ],
    }),
    title,
    body,
    lede: say('bodies', 'logLede', { count: owed.length, body: body.shortName, day: formatDay(today) }),
    parts: logParts.map((one) => ({
      text: `${say('bodies', `part-${one}`)} (${count(one)})`,
      href: paths.actionLog(body.id, one),
      current: one === part,
    })),
    rows: promises.map((promise) => ({
      ...promiseRow(promise, context, { persons, today }),
      heard: heardWords(promise),
    })),
    csvHref: paths.actionLogCsv(body.id),
    printLinks: bodyPrintLinks(body.id),
  });
  return { html };
}

const heads = [
  'csvReference',
  'csvKind',
  'csvPromise',
  'csvSaid',
  'csvMadeOn',
  'csvOwner',
  'csvDueFrom',
  'csvDue',
  'csvPlaced',
  'csvState',
  'csvDaysOver',
  'csvHeard',
] as const;

/** The same as a file for spreadsheets; days as YYYY-MM-DD. */
export async function actionLogFile(request: WebRequest): Promise<WebAnswer> {
  const { context, promises, persons } = await logOf(request);
  const { today } = request;
  const { body, calendar } = context;
  const rows = promises.map((promise) => {
    const standing = standingOf(promise, { today, calendar });
    const statuses = statusesOf(promise, { today, calendar, persons, shortName: body.shortName });
    return [
      promise.reference,
      say('promises', `kind-${promise.kind}`),
      promise.subject,
      promise.asSaid,
      promise.madeOn,
      ownerWords(promise, { persons, today }),
      promise.due.sort === 'window' ? (firstDayOf(promise.due) ?? '') : '',
      lastDayOf(promise.due) ?? '',
      promise.placedOn?.day ?? '',
      statuses.map(({ text }) => text).join('; '),
      standing.sort === 'overdue' ? standing.workingDays : 0,
      heardWords(promise),
    ];
  });
  const download = toCsv([heads.map((key) => say('bodies', key)), ...rows]);
  return { download, type: 'text/csv; charset=utf-8', fileName: `action-log-${body.code}-${today}.csv` };
}
