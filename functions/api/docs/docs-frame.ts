import '../../../shared/pages/compiled/api.gen.js';
import type { PageFrame } from '../../../shared/pages/page-frame.ts';
import { say } from '../../../shared/pages/say.ts';

/** What the documentation is told. It knows nobody. */
export type DocsServices = {
  readonly publicAddress: string;
  readonly organisationName: string;
  readonly demonstration: { readonly today: string; readonly moveTimeHref: string } | null;
};

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
