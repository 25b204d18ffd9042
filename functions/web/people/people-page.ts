import type { Person } from '../../../shared/domain/people/person.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { everybody } from '../../../shared/store/people.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { addressWords, presenceWords } from './person-words.ts';

/** A page of names; more are found by asking for a part of the name. */
const MOST = 300;

const matches = (asked: string, who: Person): boolean =>
  [who.name, who.email, who.jobTitle, who.directorate, who.organisation].some((text) =>
    (text ?? '').toLowerCase().includes(asked),
  );

/** Everybody, by name, or those found by a word. */
export async function peoplePage(request: WebRequest): Promise<WebAnswer> {
  request.require('people.see');
  const { today } = request;
  const asked = request.query.get('find').trim();
  const all = (await everybody(request.services.register)).map(({ record }) => record);
  const found = all.filter((who) => matches(asked.toLowerCase(), who));
  const manages = request.may('people.manage');
  const rows = found.slice(0, MOST).map((who) => [
    {
      text: who.name,
      ...(manages ? { href: paths.person(who.id) } : {}),
      ...(presenceWords(who, today) === '' ? {} : { note: presenceWords(who, today) }),
    },
    [who.jobTitle, who.directorate, who.organisation].filter((text) => text !== null).join(', '),
    addressWords(who),
  ]);
  const frame = request.frame(say('people', 'listTitle'));
  const more = found.length > MOST ? say('people', 'listMore', { shown: MOST, count: found.length }) : '';
  const links = manages
    ? [
        { text: say('people', 'newTitle'), href: paths.newPerson() },
        { text: say('people', 'pasteTitle'), href: paths.pastePeople() },
      ]
    : [];
  return {
    html: render('people/list.njk', { frame, rows, asked, count: found.length, more, links, action: paths.people() }),
  };
}
