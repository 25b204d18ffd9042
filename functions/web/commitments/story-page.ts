import '../../../shared/pages/words/promises.ts';
import { paperName } from '../../../shared/domain/bodies/body.ts';
import { formatDate } from '../../../shared/domain/calendar/day-words.ts';
import { addWorkingDays } from '../../../shared/domain/calendar/working-days.ts';
import { nextStepOf } from '../../../shared/domain/commitments/next-step.ts';
import { ownerGapOf } from '../../../shared/domain/commitments/owners-side.ts';
import { windowFigure } from '../../../shared/pages/charts/window-figure.ts';
import { dueWords, ownerWords, statusesOf } from '../../../shared/pages/promises/promise-words.ts';
import { storyTimeline } from '../../../shared/pages/promises/story-timeline.ts';
import { whatWillBeSent } from '../../../shared/pages/promises/what-will-be-sent.ts';
import { windowOf } from '../../../shared/pages/promises/window-of-promise.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { type PromiseStory, promiseStory } from '../../../shared/store/promise-around.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { actFor, secretaryActs } from './acts-offered.ts';
import { mayDo, requireOf } from './see-promise.ts';
import { closureWords, dateRows, progressRows, reportRows, sourceWords, whoRows } from './story-view.ts';

function inWords({ record, context }: PromiseStory): string {
  const slots = {
    body: context.body.name,
    day: formatDate(record.madeOn),
    due: dueWords(record.due),
    reference: record.reference,
  };
  if (record.state === 'proposed') return say('commitments', 'proposedOn', slots);
  return say('commitments', record.due.sort === 'undated' ? 'askedUndated' : 'asked', slots);
}

/** By when the report is to be with the secretary, where it is placed on a meeting to come. */
function byWords({ record, context }: PromiseStory, today: string): string {
  const { placedOn } = record;
  if (placedOn === null || placedOn.day < today) return '';
  const { calendar, reportDeadlineWorkingDays } = context.reminders;
  const deadline = addWorkingDays(placedOn.day, -reportDeadlineWorkingDays, calendar);
  return say('commitments', 'nextBy', { day: formatDate(deadline), meeting: formatDate(placedOn.day) });
}

function nextStep(request: WebRequest, story: PromiseStory) {
  const { record, context, persons } = story;
  const { today } = request;
  const gap = ownerGapOf(record, persons, today);
  const { step, whose } = nextStepOf(record, { today, gap });
  const text = say('commitments', step === 'nothing' ? 'next-closed' : `next-${step}`, {
    owner: ownerWords(record, { persons, today }),
    body: context.body.shortName,
    paper: paperName[context.body.kind],
    by: byWords(story, today),
  });
  const answers = record.state === 'open' && mayDo(request, 'commitment.answer', record, persons);
  const answer = answers ? { text: say('commitments', 'act-answer'), href: paths.answer(record.id) } : null;
  const places = mayDo(request, 'commitment.place', record, persons);
  const act = places ? actFor(step, record) : null;
  const main = whose === 'owner' ? (answer ?? act) : (act ?? answer);
  const others = [...(places ? secretaryActs(record) : []), ...(answer ? [answer] : [])];
  return { text, main, others: others.filter(({ href }) => href !== main?.href) };
}

function view(request: WebRequest, story: PromiseStory) {
  const { record, context, persons, history, messages, handled } = story;
  const { today } = request;
  const { body, meetings, reminders, memberships, calendar } = context;
  const kind = say('promises', `kind-${record.kind}`);
  const window = windowOf(record, { meetings, reminders, history, today });
  const timeline = storyTimeline(record, { history, messages, persons, shortName: body.shortName, today });
  return {
    promise: record,
    caption: say('promises', 'kindTo', { kind, body: body.name }),
    lede: inWords(story),
    statuses: statusesOf(record, { today, calendar, persons, shortName: body.shortName }),
    source: sourceWords(story),
    sourceHref: paths.commitmentSource(record.id),
    next: nextStep(request, story),
    figure: window && windowFigure(window),
    dueDay: record.due.sort === 'day',
    timeline,
    who: whoRows(story, today),
    dates: dateRows(story),
    reports: reportRows(story),
    progress: progressRows(story),
    closure: closureWords(story),
    coming: whatWillBeSent(record, { reminders, memberships, persons, handled, today }),
  };
}

/** The whole story of one promise. */
export async function storyPage(request: WebRequest): Promise<WebAnswer> {
  const { register } = request.services;
  const story = await promiseStory(register, request.params['id'] ?? '', request.today);
  requireOf(request, 'commitment.see', story.record, story.persons);
  const { body } = story.context;
  const frame = request.frame(story.record.subject, {
    breadcrumbs: [
      { text: say('layout', 'navHome'), href: paths.home() },
      { text: say('layout', 'navCommitments'), href: paths.commitments() },
      { text: body.name, href: paths.body(body.id) },
    ],
  });
  return { html: render('commitments/story.njk', { frame, ...view(request, story) }) };
}
