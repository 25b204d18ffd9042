import '../../shared/pages/words/layout.ts';
import '../../shared/pages/words/public.ts';
import '../../shared/pages/words/public-decisions.ts';
import type { PageFrame } from '../../shared/pages/page-frame.ts';
import { publicAddresses } from '../../shared/pages/published/addresses.ts';
import { say } from '../../shared/pages/say.ts';
import type { PublicServices } from './public-page.ts';

const places = [
  { text: say('layout', 'navCommittees'), href: publicAddresses.committees() },
  { text: say('publicDecisions', 'nav'), href: publicAddresses.decisions() },
  { text: say('public', 'navHelp'), href: publicAddresses.help() },
];

/** What every public page shows around its content: the same for everybody. */
export function publicFrame(title: string, path: string, services: PublicServices): PageFrame {
  const { organisationName, demonstration, today } = services;
  return {
    title,
    organisationName,
    homeHref: publicAddresses.committees(),
    navigation: places.map((place) => ({
      ...place,
      current: path === place.href || path.startsWith(`${place.href}/`),
    })),
    signInHref: publicAddresses.signIn(),
    footer: {
      help: publicAddresses.help(),
      accessibility: publicAddresses.about('accessibility'),
      privacy: publicAddresses.about('privacy'),
      openData: publicAddresses.about('open-data'),
    },
    ...(demonstration ? { demonstration: { today: today(), moveTimeHref: demonstration.moveTimeHref } } : {}),
  };
}
