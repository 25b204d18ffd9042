import '../../shared/pages/compiled/public.gen.js';
import '../../shared/pages/words/about.ts';
import '../../shared/pages/words/help.ts';
import { publicAddresses } from '../../shared/pages/published/addresses.ts';
import { render } from '../../shared/pages/render.ts';
import { type Key, say } from '../../shared/pages/say.ts';
import { type AboutPage, aboutPages, helpPages } from './about-pages.ts';
import { contactOf } from './contact.ts';
import type { PublicPage, PublicRequest } from './public-page.ts';

const pageOf = <Area extends 'about' | 'help'>(
  { frame, services }: PublicRequest,
  area: Area,
  { title, lede, sections }: AboutPage<Key<Area>>,
): string => {
  const slots = { organisation: services.organisationName, contact: contactOf(services).text };
  const words = (key: Key<Area>): string => say(area, key, slots);
  const breadcrumbs = area === 'help' ? [{ text: say('about', 'helpTitle'), href: publicAddresses.help() }] : [];
  return render('public/about.njk', {
    frame: frame(words(title), { breadcrumbs }),
    title: words(title),
    lede: words(lede),
    sections: sections.map(({ title: heading, text = [], points = [], links = [] }) => ({
      title: words(heading),
      text: text.map(words),
      points: points.map(words),
      links: links.map(({ text: shown, href }) => ({ text: words(shown), href })),
    })),
  });
};

const pick = <Page>(pages: Readonly<Record<string, Page>>, name: string | undefined): Page | undefined =>
  name !== undefined && Object.hasOwn(pages, name) ? pages[name] : undefined;

/** Privacy, accessibility, open data, and the list of help pages. */
export const aboutPage: PublicPage = async (request) => {
  const found = pick(aboutPages, request.params['name']);
  return found && pageOf(request, 'about', found);
};

/** Help for one kind of reader. */
export const helpPage: PublicPage = async (request) => {
  const found = pick(helpPages, request.params['name']);
  return found && pageOf(request, 'help', found);
};
