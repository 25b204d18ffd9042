import type { PageFrame } from '../../shared/pages/page-frame.ts';
import { say } from '../../shared/pages/say.ts';
import type { PublicServices } from './public-page.ts';
import { publicPaths } from './public-paths.ts';

const places = [
  { text: say('layout', 'navCommittees'), href: publicPaths.committees() },
  { text: say('public', 'navHelp'), href: publicPaths.help() },
];

/** What every public page shows around its content: the same for everybody. */
export function publicFrame(title: string, path: string, services: PublicServices): PageFrame {
  const { organisationName, demonstration, today } = services;
  return {
    title,
    organisationName,
    homeHref: publicPaths.committees(),
    navigation: places.map((place) => ({
      ...place,
      current: path === place.href || path.startsWith(`${place.href}/`),
    })),
    signInHref: publicPaths.signIn(),
    footer: {
      help: publicPaths.help(),
      accessibility: publicPaths.about('accessibility'),
      privacy: publicPaths.about('privacy'),
      openData: publicPaths.about('open-data'),
    },
    ...(demonstration ? { demonstration: { today: today(), moveTimeHref: demonstration.moveTimeHref } } : {}),
  };
}
