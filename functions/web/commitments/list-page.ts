import { existsOn } from '../../../shared/domain/bodies/body.ts';
import { ORGANISATION } from '../../../shared/domain/bodies/membership.ts';
import { pressingFirst } from '../../../shared/domain/commitments/action-log.ts';
import type { Commitment } from '../../../shared/domain/commitments/commitment.ts';
import type { Person } from '../../../shared/domain/people/person.ts';
import { dueWords, ownerWords, statusesOf } from '../../../shared/pages/promises/promise-words.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { everyBody } from '../../../shared/store/bodies.ts';
import type { BodyContext } from '../../../shared/store/body-context.ts';
import { everybodyFor, ownBodies } from '../home/home-data.ts';
import { ownerSection } from '../home/owner-section.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';

/** One promise as a row of a list. */
export function promiseRow(
  promise: Commitment,
  { body, calendar }: Pick<BodyContext, 'body' | 'calendar'>,
  on: { persons: ReadonlyMap<string, Person>; today: string },
) {
  return {
    reference: promise.reference,
    subject: promise.subject,
    href: paths.commitment(promise.id),
    owner: ownerWords(promise, on),
    due: dueWords(promise.due),
    statuses: statusesOf(promise, { ...on, calendar, shortName: body.shortName }),
  };
}

/** The promises to the bodies that somebody has a part in, and those that they owe. */
export async function listPage(request: WebRequest): Promise<WebAnswer> {
  const { memberships } = request.signedIn();
  const { today } = request;
  const [persons, all] = await Promise.all([everybodyFor(request), everyBody(request.services.register)]);
  const own = new Set(memberships.map(({ bodyId }) => bodyId).filter((id) => id !== ORGANISATION));
  const seen = all
    .map(({ record }) => record)
    .filter((body) => existsOn(body, today) && own.has(body.id) && request.may('commitment.see', { bodyId: body.id }));
  const [bodies, owner] = await Promise.all([
    ownBodies(
      request,
      seen.map(({ id }) => id),
      persons,
    ),
    ownerSection(request, persons),
  ]);
  const title = say('commitments', 'listTitle');
  const html = render('commitments/list.njk', {
    frame: request.frame(title),
    title,
    groups: bodies
      .filter(({ owed }) => owed.length > 0)
      .map(({ context, owed }) => ({
        body: context.body.name,
        href: paths.actionLog(context.body.id),
        rows: pressingFirst(owed, today).map((promise) => promiseRow(promise, context, { persons, today })),
      })),
    owner,
    records: request.may('register.record'),
    recordHref: paths.newCommitment(),
  });
  return { html };
}
