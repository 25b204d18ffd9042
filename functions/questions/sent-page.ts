import { DAYS_TO_CONFIRM } from '../../shared/domain/questions/deadline.ts';
import { render } from '../../shared/pages/render.ts';
import { say } from '../../shared/pages/say.ts';
import type { AskPage } from './ask-page.ts';
import { askPaths } from './ask-paths.ts';
import { contactOf } from './frame.ts';
import { whatBodyTakes } from './what-a-body-takes.ts';

/** What is left to do: open the mail and confirm. It says the same whoever asked for it. */
export const sentPage: AskPage = async ({ params, services, today, frame }) => {
  const takes = await whatBodyTakes(services.register, params['bodyId'] ?? '', today);
  if (!takes) return undefined;
  const title = say('ask', 'sentTitle');
  const html = render('ask/sent.njk', {
    frame: frame(title),
    title,
    body: takes.body,
    days: DAYS_TO_CONFIRM,
    formHref: askPaths.form(takes.body.id),
    contact: contactOf(services),
  });
  return { html };
};
