import { heldOn, ORGANISATION } from '../../../shared/domain/bodies/membership.ts';
import type { WrittenResolution } from '../../../shared/domain/written-resolutions/written-resolution.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { closesWords } from '../../../shared/pages/written/sum-words.ts';
import { everyBody } from '../../../shared/store/bodies.ts';
import { endedWritten, openWritten } from '../../../shared/store/written-resolutions.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { crumbsOf, maySeeWritten } from './see-written.ts';
import { statusesOf } from './written-view.ts';

// The last of each body: what is older is in the record of its resolutions.
const MOST_ENDED = 20;

const countWords = ({ put, counts }: WrittenResolution): string => {
  if (put === null) return say('written', 'notYetPut');
  const answered = counts.for + counts.against + counts.abstained + counts.stoodAside;
  return say('written', 'answeredOf', { answered, voting: put.electors.length });
};

const row = (which: WrittenResolution, bodyName: string) => [
  { text: which.title, href: paths.writtenResolution(which.id), note: bodyName },
  closesWords(which),
  { text: countWords(which), status: statusesOf(which)[0] },
];

/** Decisions in writing of the bodies that somebody serves or sits on. */
export async function listPage(request: WebRequest): Promise<WebAnswer> {
  const { register } = request.services;
  const { memberships } = request.signedIn();
  const own = new Set(memberships.filter((held) => heldOn(held, request.today)).map(({ bodyId }) => bodyId));
  const all = (await everyBody(register)).map(({ record }) => record);
  const seen = all.filter(
    ({ id }) => (own.has(id) || own.has(ORGANISATION)) && request.may('written-resolution.see', { bodyId: id }),
  );
  const lists = await Promise.all(
    seen.map(async ({ id, name }) => {
      const [open, ended] = await Promise.all([openWritten(register, id), endedWritten(register, id)]);
      const mine = (found: typeof open) =>
        found.map(({ record }) => record).filter((one) => maySeeWritten(request, one));
      return { name, open: mine(open), ended: mine(ended).slice(0, MOST_ENDED) };
    }),
  );
  const title = say('written', 'title');
  const puts = all.some(({ id }) => request.may('written-resolution.put', { bodyId: id }));
  return {
    html: render('written/list.njk', {
      frame: request.frame(title, { breadcrumbs: crumbsOf().slice(0, 1) }),
      title,
      links: puts ? [{ text: say('written', 'newLink'), href: paths.newWritten() }] : null,
      open: lists.flatMap(({ name, open }) => open.map((one) => row(one, name))),
      ended: lists.flatMap(({ name, ended }) => ended.map((one) => row(one, name))),
    }),
  };
}
