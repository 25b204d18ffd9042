import '../../shared/pages/compiled/public.gen.js';
import { publicAddresses } from '../../shared/pages/published/addresses.ts';
import { render } from '../../shared/pages/render.ts';
import { say } from '../../shared/pages/say.ts';
import { announcements } from './announcements.ts';
import { contactOf } from './contact.ts';
import type { PublicPage } from './public-page.ts';

/** The forward plan: every notice for a day that has not passed, the nearest first. */
export const forwardPlanPage: PublicPage = async ({ services, today, frame }) => {
  const all = await announcements(services.table);
  const title = say('publicDecisions', 'planTitle');
  return render('public/forward-plan.njk', {
    frame: frame(title),
    title,
    decisionsHref: publicAddresses.decisions(),
    entries: all.filter(({ to }) => to >= today).map(({ entry }) => entry),
    contact: contactOf(services),
  });
};
