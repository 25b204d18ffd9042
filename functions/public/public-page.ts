import type { PageFrame } from '../../shared/pages/page-frame.ts';
import type { PublishedTable } from '../../shared/store/published.ts';

/** What public pages are told. There is no session, no cookie and no person. */
export type PublicServices = {
  readonly organisationName: string;
  readonly contactEmail: string;
  /** The banner's own links; null outside a demonstration. */
  readonly demonstration: { readonly moveTimeHref: string; readonly tourHref: string } | null;
  readonly table: PublishedTable;
  readonly today: () => string;
};

export type PublicRequest = {
  readonly params: Readonly<Record<string, string>>;
  readonly today: string;
  readonly services: PublicServices;
  /** What stands around the page. */
  readonly frame: (title: string, more?: Partial<PageFrame>) => PageFrame;
};

/** A page's HTML; undefined where there is nothing at this address that is published. */
export type PublicPage = (request: PublicRequest) => Promise<string | undefined>;
