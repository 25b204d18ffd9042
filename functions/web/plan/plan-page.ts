import '../../../shared/pages/words/programme.ts';
import { planName } from '../../../shared/domain/bodies/body.ts';
import type { Commitment } from '../../../shared/domain/commitments/commitment.ts';
import { planTimeline } from '../../../shared/pages/charts/plan-timeline.ts';
import type { PlanInput } from '../../../shared/pages/charts/plan-words.ts';
import { render } from '../../../shared/pages/render.ts';
import { type Key, say } from '../../../shared/pages/say.ts';
import { bodyContext } from '../../../shared/store/body-context.ts';
import { itemsPerMeeting } from '../../../shared/store/business.ts';
import { owedTo } from '../../../shared/store/commitments.ts';
import { personsById } from '../../../shared/store/promise-around.ts';
import { maySee, subjectOf } from '../commitments/see-promise.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { knownOf } from './known-of.ts';
import { comingYear, monthsOf, type Planned, undatedRows, unplacedRows, yearOf } from './plan-view.ts';

async function planned(request: WebRequest): Promise<Planned> {
  const { register } = request.services;
  const { today } = request;
  const bodyId = request.params['id'] ?? '';
  request.require('plan.see', { bodyId });
  const [context, all, persons] = await Promise.all([
    bodyContext(register, bodyId, today),
    owedTo(register, bodyId, request.query.get('changed')),
    personsById(register),
  ]);
  const mayKnow = knownOf(request, bodyId);
  const coming = comingYear(context, today).filter(mayKnow);
  const items = await itemsPerMeeting(
    register,
    coming.map(({ id }) => id),
    // What is on an agenda that is being made is nobody else's, and not how much of it there is.
    (item) => mayKnow(item) && (item.published || request.may('agenda.draft', { bodyId })),
  );
  // A plan is wider read than a promise's story; of private business it says nothing to those who may not know.
  const promises = all.filter(({ record }) => request.may('plan.see', subjectOf(record, persons, today)));
  const storyOf = (promise: Commitment) => (maySee(request, promise, persons) ? paths.commitment(promise.id) : null);
  return { context, promises, coming, items, today, storyOf };
}

const ledeOf = ({ coming, promises }: Planned, unplaced: number): string =>
  [
    say('plan', 'lede', { count: coming.length, promises: say('plan', 'ledePromises', { count: promises.length }) }),
    unplaced === 0 ? say('plan', 'ledeAllPlaced') : say('plan', 'ledeUnplaced', { count: unplaced }),
  ].join(' ');

const isDrawn = ({ bodies, undated }: PlanInput): boolean =>
  undated.length > 0 || bodies.some(({ meetings, promises }) => meetings.length > 0 || promises.length > 0);

const titleOf = (kind: keyof typeof planName): string => {
  const names: Record<string, Key<'plan'>> = {
    'forward plan': 'forward plan',
    'business programme': 'business programme',
    'work programme': 'work programme',
    'cycle of business': 'cycle of business',
  };
  return say('plan', names[planName[kind]] ?? 'work programme');
};

/** The plan of a body, under the name its kind gives it: what is promised and on no agenda first. */
export async function planPage(request: WebRequest): Promise<WebAnswer> {
  const plan = await planned(request);
  const { body } = plan.context;
  const unplaced = unplacedRows(plan, request.services.newId);
  const year = yearOf(plan);
  const title = titleOf(body.kind);
  const links = [
    ...(request.may('commitment.see', { bodyId: body.id })
      ? [{ text: say('plan', 'linkLog'), href: paths.actionLog(body.id) }]
      : []),
    ...(request.may('register.record', { bodyId: body.id })
      ? [{ text: say('plan', 'linkRecord'), href: paths.newCommitment(body.id) }]
      : []),
    ...(request.may('plan.change', { bodyId: body.id })
      ? [{ text: say('programme', 'link'), href: paths.programme(body.id) }]
      : []),
    { text: say('plan', 'linkBody', { body: body.shortName }), href: paths.body(body.id) },
  ];
  const html = render('plan/plan.njk', {
    frame: request.frame(title, {
      breadcrumbs: [
        { text: say('layout', 'navPlan'), href: paths.plan() },
        { text: body.name, href: paths.body(body.id) },
      ],
    }),
    title,
    body,
    lede: ledeOf(plan, unplaced.length),
    links,
    places: request.may('commitment.place', { bodyId: body.id }),
    unplaced,
    undated: undatedRows(plan),
    figure: isDrawn(year) ? planTimeline(year) : null,
    months: monthsOf(plan),
    planHref: paths.bodyPlan(body.id),
  });
  return { html };
}
