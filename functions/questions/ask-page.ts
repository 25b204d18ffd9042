import type { PageFrame } from '../../shared/pages/page-frame.ts';
import type { Register } from '../../shared/store/record-kind.ts';

/** What the public's own forms are told. There is no session, no cookie and no person. */
export type AskServices = {
  readonly organisationName: string;
  readonly contactEmail: string;
  readonly publicAddress: string;
  /** The banner's own link; null outside a demonstration. */
  readonly moveTimeHref: string | null;
  readonly register: Register;
  /** Business time: a UTC timestamp, and its day in London. */
  readonly now: () => string;
  readonly today: () => string;
  /** Security time, in milliseconds. */
  readonly realNow: () => number;
  readonly newId: () => string;
};

export type AskRequest = {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
  readonly now: string;
  readonly today: string;
  readonly services: AskServices;
  /** What stands around the page. */
  readonly frame: (title: string, more?: Partial<PageFrame>) => PageFrame;
};

/** undefined: there is nothing at this address. */
export type AskAnswer = { readonly html: string; readonly status?: number } | { readonly redirect: string } | undefined;

export type AskPage = (request: AskRequest) => Promise<AskAnswer>;
