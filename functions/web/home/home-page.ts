import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { chairSection } from './chair-section.ts';
import { bodiesWhere, everybodyFor } from './home-data.ts';

/** The front door: home for somebody signed in, the public pages for everybody else. */
export async function frontPage(request: WebRequest): Promise<WebAnswer> {
  return { redirect: request.visitor ? paths.home() : paths.committees() };
}

/** A person's home, by what they are: secretary, chair, owner, administrator, in that order. */
export async function homePage(request: WebRequest): Promise<WebAnswer> {
  const { memberships } = request.signedIn();
  const { today } = request;
  const persons = await everybodyFor(request);
  const chairs = bodiesWhere(memberships, ['chair', 'vice-chair'], today);
  const chair = chairs.length > 0 ? await chairSection(request, chairs, persons) : null;
  const title = say('home', chair ? 'chairTitle' : 'plainTitle');
  const html = render('home/home.njk', { frame: request.frame(title), title, day: formatDay(today), chair });
  return { html };
}
