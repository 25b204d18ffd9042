import type { PageFrame } from '../../shared/pages/page-frame.ts';
import type { Files } from '../../shared/store/files.ts';
import type { PublishedTable } from '../../shared/store/published.ts';

/** What public pages are told. There is no session, no cookie and no person. */
export type PublicServices = {
  readonly organisationName: string;
  readonly contactEmail: string;
  /** Where this site is, without a slash at its end: feeds are read elsewhere and say it in full. */
  readonly publicAddress: string;
  /** The banner's own links; null outside a demonstration. */
  readonly demonstration: { readonly moveTimeHref: string; readonly tourHref: string } | null;
  readonly table: PublishedTable;
  /** Of published files only: the rights of the function reach no other. */
  readonly files: Pick<Files, 'link'>;
  readonly today: () => string;
};

export type PublicRequest = {
  readonly params: Readonly<Record<string, string>>;
  readonly today: string;
  readonly services: PublicServices;
  /** What stands around the page. */
  readonly frame: (title: string, more?: Partial<PageFrame>) => PageFrame;
};

/** What is not a page: a calendar or a feed. `changedAt` is the UTC moment of its last change, where that is known. */
export type PublicFile = { readonly body: string; readonly type: string; readonly changedAt?: string };

/** Elsewhere, for a short while: a published file is read from storage. */
export type PublicElsewhere = { readonly redirect: string };

/** A page's HTML, a file, or where it is; undefined where there is nothing at this address that is published. */
export type PublicPage = (request: PublicRequest) => Promise<string | PublicFile | PublicElsewhere | undefined>;
