import { heldOn } from '../../../shared/domain/bodies/membership.ts';
import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { chairSection } from './chair-section.ts';
import { decisionsSection } from './decisions-section.ts';
import { bodiesWhere, everybodyFor } from './home-data.ts';
import { memberSection } from './member-section.ts';
import { ownerSection } from './owner-section.ts';
import { secretarySection } from './secretary-section.ts';
import { writtenSection } from './written-section.ts';

/** The front door: home for somebody signed in, the public pages for everybody else. */
export async function frontPage(request: WebRequest): Promise<WebAnswer> {
  return { redirect: request.visitor ? paths.home() : paths.committees() };
}

const administration = () => [
  { text: say('home', 'adminPeople'), href: paths.people() },
  { text: say('home', 'adminAdministration'), href: paths.administration() },
  { text: say('home', 'adminMessages'), href: paths.messages() },
];

const titleOf = (of: { secretary: unknown; chair: unknown; owes: boolean }): string => {
  if (of.secretary) return say('home', 'secretaryTitle');
  if (of.chair) return say('home', 'chairTitle');
  return say('home', of.owes ? 'ownerTitle' : 'plainTitle');
};

/** A person's home, by what they are that day: secretary, chair, owner, member, administrator, in that order. */
export async function homePage(request: WebRequest): Promise<WebAnswer> {
  const { memberships } = request.signedIn();
  const { today } = request;
  request.require('home.see');
  const persons = await everybodyFor(request);
  const chairs = bodiesWhere(memberships, ['chair', 'vice-chair'], today);
  const [secretary, chair, owner, member, decisions, written] = await Promise.all([
    secretarySection(request, persons),
    chairs.length > 0 ? chairSection(request, chairs, persons) : null,
    ownerSection(request, persons),
    memberSection(request),
    decisionsSection(request),
    writtenSection(request),
  ]);
  const administers = memberships.some((held) => held.role === 'administrator' && heldOn(held, today));
  const owes = owner.rows.length > 0;
  const title = titleOf({ secretary, chair, owes });
  const html = render('home/home.njk', {
    frame: request.frame(title),
    title,
    lede: secretary?.lede ?? chair?.lede ?? (owes ? owner.lede : null),
    day: formatDay(today),
    secretary,
    chair,
    owner,
    // Somebody who neither serves nor chairs is still told that they owe nothing.
    showOwner: owes || !(secretary || chair || administers),
    member,
    decisions,
    decisionsHref: paths.decisionRecords(),
    written: {
      rows: written,
      href: paths.writtenResolutions(),
      // A chair's own committees come first, unless somebody waits for the chair's vote.
      first: chair === null || written.some(({ status }) => status.kind === 'due'),
    },
    administers: administers ? administration() : [],
  });
  return { html };
}
