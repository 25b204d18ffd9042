import '../../../shared/pages/words/api.ts';
import '../../../shared/pages/words/layout.ts';
import '../../../shared/pages/compiled/api.gen.js';
import type { PageFrame } from '../../../shared/pages/page-frame.ts';
import { say } from '../../../shared/pages/say.ts';
import type { DocsServices } from './docs-services.ts';

/** What stands around a page of the documentation: the same for everybody, as on the public pages. */
export function docsFrame(title: string, { organisationName, demonstration }: DocsServices): PageFrame {
  return {
    title,
    organisationName,
    homeHref: '/committees',
    navigation: [
      { text: say('layout', 'navCommittees'), href: '/committees', current: false },
      { text: say('api', 'title'), href: '/api/docs', current: true },
    ],
    signInHref: '/sign-in',
    footer: {
      help: '/about/help',
      accessibility: '/about/accessibility',
      privacy: '/about/privacy',
      openData: '/about/open-data',
    },
    ...(demonstration ? { demonstration } : {}),
  };
}
