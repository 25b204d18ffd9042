import '../../shared/pages/words/layout.ts';
import '../../shared/pages/words/public.ts';
import type { PageFrame } from '../../shared/pages/page-frame.ts';
import { say } from '../../shared/pages/say.ts';
import type { AskServices } from './ask-page.ts';
import { askPaths } from './ask-paths.ts';

/** What every page of the public's own forms shows around its content: as the public site does. */
export function askFrame(title: string, services: AskServices): PageFrame {
  const { organisationName, moveTimeHref, today } = services;
  return {
    title,
    organisationName,
    homeHref: askPaths.committees(),
    navigation: [
      { text: say('layout', 'navCommittees'), href: askPaths.committees(), current: true },
      { text: say('public', 'navHelp'), href: askPaths.about('help') },
    ],
    signInHref: '/sign-in',
    footer: {
      help: askPaths.about('help'),
      accessibility: askPaths.about('accessibility'),
      privacy: askPaths.about('privacy'),
      openData: askPaths.about('open-data'),
    },
    ...(moveTimeHref === null ? {} : { demonstration: { today: today(), moveTimeHref } }),
  };
}

/** Whom to ask: an address to write to where one is configured, else the organisation by name. */
export function contactOf({ contactEmail, organisationName }: AskServices): { text: string; href?: string } {
  if (contactEmail === '') return { text: say('public', 'contactTeam', { organisation: organisationName }) };
  return { text: contactEmail, href: `mailto:${contactEmail}` };
}
