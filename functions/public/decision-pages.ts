import '../../shared/pages/compiled/public.gen.js';
import { formatDate, formatDay } from '../../shared/domain/calendar/day-words.ts';
import type { Answered } from '../../shared/domain/decisions/decision.ts';
import type { PublishedDecision } from '../../shared/domain/decisions/in-public.ts';
import { recordId } from '../../shared/domain/record.ts';
import { inspectionPeriods } from '../../shared/domain/statutory-clock/retention.ts';
import { formatTime } from '../../shared/pages/day-words.ts';
import { publicAddresses } from '../../shared/pages/published/addresses.ts';
import { render } from '../../shared/pages/render.ts';
import { say } from '../../shared/pages/say.ts';
import { publishedDecisionOf, publishedDecisions } from '../../shared/store/published-decisions.ts';
import { contactOf } from './contact.ts';
import type { PublicPage } from './public-page.ts';

/** How it stands today: the snapshot knows its window, and the day moves on without it. */
function standsWords({ state, window }: PublishedDecision, today: string): string {
  if (state !== 'call-in-open' || window === null) return say('publicDecisions', `state-${state}`);
  if (today <= window.closesOn) return say('publicDecisions', 'stands-open', { day: formatDay(window.closesOn) });
  return say('publicDecisions', 'stands-closed');
}

const stopped = ['called-in', 'referred-back', 'referred-to-council'];

function statusesOf(decision: PublishedDecision, today: string) {
  const { state, key, inPrivate } = decision;
  const kind = stopped.includes(state) ? 'stop' : state === 'call-in-open' ? 'wait' : 'done';
  return [
    { kind, text: standsWords(decision, today) },
    ...(key ? [{ kind: 'open', text: say('publicDecisions', 'keyDecision') }] : []),
    ...(inPrivate === null ? [] : [{ kind: 'private', text: say('publicDecisions', 'inPrivate') }]),
  ];
}

/** Published decisions, the newest first. */
export const decisionsPage: PublicPage = async ({ services, today, frame }) => {
  const all = await publishedDecisions(services.table);
  const title = say('publicDecisions', 'title');
  return render('public/decisions.njk', {
    frame: frame(title),
    title,
    planHref: publicAddresses.forwardPlan(),
    rows: all.map((one) => [
      { text: one.title, href: publicAddresses.decision(one.id), about: formatDate(one.decidedOn), note: one.bodyName },
      one.decidedBy,
      formatDay(one.decidedOn),
      { text: '', status: statusesOf(one, today)[0] },
    ]),
  });
};

const answeredWords = (of: Answered): string =>
  of.sort === 'none' ? say('publicDecisions', 'noneSaid') : of.text.split('\n').join('; ');

function recordRows(one: PublishedDecision) {
  const row = (term: string, text: string) => (text === '' ? [] : [{ term, text }]);
  const answered = (term: string, of: Answered | null) => (of === null ? [] : row(term, answeredWords(of)));
  return [
    ...row(say('publicDecisions', 'reasons'), one.reasons),
    ...answered(say('publicDecisions', 'alternatives'), one.alternatives),
    ...answered(say('publicDecisions', 'conflicts'), one.conflicts),
    ...answered(say('publicDecisions', 'dispensation'), one.dispensation),
    ...row(say('publicDecisions', 'delegation'), one.delegation),
    ...answered(say('publicDecisions', 'report'), one.report),
    ...answered(say('publicDecisions', 'background'), one.backgroundPapers),
    ...row(
      say('publicDecisions', 'key'),
      `${say('publicDecisions', one.key ? 'yes' : 'notYes')}. ${one.route === null ? '' : `${say('publicDecisions', `route-${one.route}`)}. `}${one.keyWhy}`.trim(),
    ),
    ...row(
      say('publicDecisions', 'callIn'),
      `${say('publicDecisions', `callin-${one.callIn}`)}. ${one.callInReason}`.trim(),
    ),
  ];
}

function dayRows({ publishedOn, window, decidedOn }: PublishedDecision) {
  const { sixYearsLastDay, fourYearsLastDay } = inspectionPeriods(decidedOn);
  const until = { six: formatDate(sixYearsLastDay), four: formatDate(fourYearsLastDay) };
  const closes = window && { day: formatDay(window.closesOn), time: formatTime(window.time) };
  return [
    { term: say('publicDecisions', 'published'), text: formatDay(publishedOn) },
    ...(closes ? [{ term: say('publicDecisions', 'closes'), text: say('publicDecisions', 'dayAndTime', closes) }] : []),
    ...(window ? [{ term: say('publicDecisions', 'from'), text: formatDay(window.from) }] : []),
    { term: say('publicDecisions', 'inspect'), text: say('publicDecisions', 'inspection', until) },
  ];
}

/** One published decision with its record, and until when it can be called in. */
export const decisionPage: PublicPage = async ({ params, services, today, frame }) => {
  const id = recordId.safeParse(params['id']);
  const one = id.success ? await publishedDecisionOf(services.table, id.data) : undefined;
  if (!one) return undefined;
  return render('public/decision.njk', {
    frame: frame(one.title, {
      breadcrumbs: [{ text: say('publicDecisions', 'title'), href: publicAddresses.decisions() }],
    }),
    caption: one.bodyName,
    title: one.title,
    lede: say('publicDecisions', 'lede1', { who: one.decidedBy, day: formatDay(one.decidedOn) }),
    statuses: statusesOf(one, today),
    privateWhy: one.inPrivate === null ? null : say('publicDecisions', 'privateWhy', { why: one.inPrivate }),
    said: one.text,
    days: dayRows(one),
    record: recordRows(one),
    contact: contactOf(services),
  });
};
