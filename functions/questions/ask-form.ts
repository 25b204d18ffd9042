import '../../shared/pages/words/public.ts';
import { formatDay, formatDayShort } from '../../shared/domain/calendar/day-words.ts';
import { isInTime } from '../../shared/domain/questions/deadline.ts';
import { type SubmissionSort, sortsTaken } from '../../shared/domain/questions/question-rules.ts';
import { recordId } from '../../shared/domain/record.ts';
import { dayStrip } from '../../shared/pages/charts/day-strip.ts';
import { formatTime } from '../../shared/pages/day-words.ts';
import { render } from '../../shared/pages/render.ts';
import { say } from '../../shared/pages/say.ts';
import { keepAsking, newSecret } from '../../shared/store/askings.ts';
import { takenOf, tallyOf } from '../../shared/store/submissions.ts';
import type { AskAnswer, AskPage, AskRequest } from './ask-page.ts';
import { askPaths } from './ask-paths.ts';
import { contactOf } from './frame.ts';
import { figure, type Read, readAsked, type Wrong } from './read-asked.ts';
import { type Offer, type OpenMeeting, type Takes, whatBodyTakes } from './what-a-body-takes.ts';

const fields = ['sort', 'meeting', 'name', 'email', 'connection', 'text', 'signatures', 'publishName'] as const;

/** Everything typed, shown again as it was; what is asked for by the address where nothing was typed yet. */
function typedIn({ form, query }: AskRequest, sorts: readonly SubmissionSort[]): Record<string, string> {
  const given = Object.fromEntries(fields.map((name) => [name, (form.get(name) ?? '').slice(0, 200_000)]));
  const [only] = sorts.length === 1 ? sorts : [];
  return {
    ...given,
    meeting: given['meeting'] || (query.get('meeting') ?? ''),
    sort: given['sort'] || (query.get('sort') ?? only ?? ''),
  };
}

const untilWords = ({ deadline }: Offer): string =>
  say('ask', 'until', { time: formatTime(deadline.time), day: formatDay(deadline.day) });

/** What the body takes: a row for each sort, with until when for the next meeting that takes it. */
function rulesRows({ rules, meetings }: Takes, now: string) {
  return sortsTaken(rules).flatMap((sort) => {
    const own = rules[sort];
    if (own === null) return [];
    const next = meetings
      .flatMap(({ sitting, offers }) => offers.map((offer) => ({ sitting, offer })))
      .find(({ offer }) => offer.sort === sort && isInTime(now, offer.deadline));
    const when = next
      ? say('ask', 'untilFor', { until: untilWords(next.offer), day: formatDay(next.sitting.day) })
      : '';
    return [
      [
        say('ask', `sort-${sort}`),
        next ? when : say('ask', 'noneOpen'),
        say('ask', 'wordsAtMost', { most: figure(own.mostWords) }),
        own.mostPerMeeting === null
          ? say('ask', 'perPerson', { count: own.mostPerPerson })
          : say('ask', 'perPersonAndMeeting', { count: own.mostPerPerson, most: own.mostPerMeeting }),
        say('ask', 'minutesGiven', { count: own.minutes }),
      ],
    ];
  });
}

/** How the first deadline still ahead of each sort was reached. */
function sumsOf({ meetings, rules }: Takes, { now, today }: AskRequest) {
  const offers = meetings.flatMap(({ sitting, offers: all }) => all.map((offer) => ({ sitting, offer })));
  return sortsTaken(rules).flatMap((sort) => {
    const open = offers.find(({ offer }) => offer.sort === sort && isInTime(now, offer.deadline));
    if (!open) return [];
    const { sitting, offer } = open;
    const counted = offer.deadline.sum.filter(({ number }) => number !== null);
    return [
      {
        title: say('ask', 'sumTitle', { sort: say('ask', `sort-${sort}`), day: formatDay(sitting.day) }),
        rows: [
          { term: say('ask', 'sumRule'), text: rules.sourceOfRule },
          { term: say('ask', 'sumMeeting'), text: formatDay(sitting.day) },
          {
            term: say('ask', 'sumDays', { count: offer.rules.workingDaysBefore }),
            text: [...counted.map(({ day }) => formatDayShort(day))].toReversed().join(', ') || say('ask', 'sumNone'),
          },
          { term: say('ask', 'sumLast'), text: untilWords(offer), total: true },
        ],
        figure: dayStrip({ id: `deadline-${sort}`, today, sum: offer.deadline.sum }),
      },
    ];
  });
}

const meetingItems = (meetings: readonly OpenMeeting[], now: string, chosen: string) =>
  meetings
    .filter(({ sitting, offers }) => sitting.id === chosen || offers.some(({ deadline }) => isInTime(now, deadline)))
    .map(({ sitting }) => ({
      value: sitting.id,
      text: sitting.time === null ? formatDay(sitting.day) : `${formatDay(sitting.day)}, ${formatTime(sitting.time)}`,
      selected: sitting.id === chosen,
    }));

type Shown = { readonly wrong?: readonly Wrong[]; readonly commandId?: string; readonly status?: number };

function formPage(request: AskRequest, takes: Takes, { wrong = [], commandId, status = 200 }: Shown): AskAnswer {
  const { services, now, frame } = request;
  const { body, rules, meetings } = takes;
  const sorts = sortsTaken(rules);
  const typed = typedIn(request, sorts);
  const first = wrong.filter(({ field }, at) => wrong.findIndex((one) => one.field === field) === at);
  const items = meetingItems(meetings, now, typed['meeting'] ?? '');
  const title = say('ask', 'formTitle', { body: body.name });
  const html = render('ask/form.njk', {
    frame: frame(title, {
      breadcrumbs: [
        { text: say('public', 'committeesTitle'), href: askPaths.committees() },
        { text: body.name, href: askPaths.committee(body.id) },
      ],
      ...(wrong.length > 0 ? { errors: first.map(({ field, text }) => ({ text, href: `#${field}` })) } : {}),
    }),
    title,
    body,
    rules: rulesRows(takes, now),
    sums: sumsOf(takes, request),
    monthsKept: rules.monthsKept,
    sorts: sorts.map((sort) => ({
      value: sort,
      text: say('ask', `sort-${sort}`),
      hint: { text: say('ask', `hint-${sort}`) },
    })),
    petitions: sorts.includes('petition'),
    meetings: [{ value: '', text: say('ask', 'chooseMeeting') }, ...items],
    closed: items.length === 0,
    publish: [
      { value: 'yes', text: say('ask', 'publishYes') },
      { value: 'no', text: say('ask', 'publishNo') },
    ],
    typed,
    errors: Object.fromEntries(first.map(({ field, text }) => [field, { text }])),
    commandId: commandId ?? services.newId(),
    action: askPaths.form(body.id),
    privacyHref: askPaths.about('privacy'),
    contact: contactOf(services),
  });
  return { html, status };
}

/** The form: what the body takes, until when, and what to write. */
export const askForm: AskPage = async (request) => {
  const takes = await whatBodyTakes(request.services.register, request.params['bodyId'] ?? '', request.today);
  return takes && formPage(request, takes, {});
};

/** What of the counts stands in the way already; judged once more when the address is confirmed. */
async function crowded({ services }: AskRequest, { sort, meeting, offer, said }: Read): Promise<Wrong[]> {
  const tally = await tallyOf(services.register.table, meeting.sitting.id);
  const taken = await takenOf(services.register, tally, { sort, email: said.email });
  const { mostPerPerson, mostPerMeeting } = offer.rules;
  const day = formatDay(meeting.sitting.day);
  if (taken.ofPerson >= mostPerPerson)
    return [{ field: 'meeting', text: say('ask', 'tooManyOfYours', { count: mostPerPerson, day }) }];
  if (mostPerMeeting !== null && taken.ofMeeting >= mostPerMeeting)
    return [{ field: 'meeting', text: say('ask', 'tooManyOfMeeting', { count: mostPerMeeting, day }) }];
  return [];
}

const isWrong = (read: Read | readonly Wrong[]): read is readonly Wrong[] => Array.isArray(read);

/** Keeps what was sent until its address is confirmed. Nothing is in the register yet, and nobody is told of it. */
export const askPost: AskPage = async (request) => {
  const { services, now, today, form } = request;
  const takes = await whatBodyTakes(services.register, request.params['bodyId'] ?? '', today);
  if (!takes) return undefined;
  const given = recordId.safeParse(form.get('commandId'));
  const commandId = given.success ? given.data : services.newId();
  const read = readAsked(form, takes, now);
  if (isWrong(read)) return formPage(request, takes, { wrong: read, commandId, status: 422 });
  const full = await crowded(request, read);
  if (full.length > 0) return formPage(request, takes, { wrong: full, commandId, status: 422 });
  const { sort, meeting, signatures, said } = read;
  const kept = await keepAsking(
    services.register.table,
    {
      id: commandId,
      asked: { sort, bodyId: takes.body.id, meetingId: meeting.sitting.id, signatures },
      said,
      sentAt: now,
      secret: newSecret(),
    },
    services.realNow(),
  );
  if (kept !== 'too-many') return { redirect: askPaths.sent(takes.body.id) };
  const wrong = [{ field: 'email', text: say('ask', 'tooManyToday') }];
  return formPage(request, takes, { wrong, commandId, status: 429 });
};
