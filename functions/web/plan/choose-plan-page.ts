import { existsOn, planName } from '../../../shared/domain/bodies/body.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { everyBody } from '../../../shared/store/bodies.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';

/** The plans that somebody may see, those of their own committees first. */
export async function choosePlanPage(request: WebRequest): Promise<WebAnswer> {
  const { memberships } = request.signedIn();
  const all = await everyBody(request.services.register);
  const own = new Set(memberships.map(({ bodyId }) => bodyId));
  const seen = all
    .map(({ record }) => record)
    .filter((body) => existsOn(body, request.today) && request.may('plan.see', { bodyId: body.id }))
    .toSorted((a, b) => Number(own.has(b.id)) - Number(own.has(a.id)) || a.name.localeCompare(b.name));
  const rows = seen.map((body) => [
    { text: body.name, href: paths.body(body.id) },
    {
      text: say('plan', 'openPlan', { plan: planName[body.kind] }),
      href: paths.bodyPlan(body.id),
      about: say('plan', 'ofBody', { body: body.name }),
    },
    request.may('commitment.see', { bodyId: body.id })
      ? {
          text: say('plan', 'openLog'),
          href: paths.actionLog(body.id),
          about: say('plan', 'ofBody', { body: body.name }),
        }
      : '',
  ]);
  const title = say('plan', 'chooseTitle');
  return { html: render('plan/choose.njk', { frame: request.frame(title), title, rows }) };
}
