import type { Action, Subject } from '../../shared/domain/access/access.ts';
import type { Clock } from '../../shared/lambda/business-clock.ts';
import type { Configuration } from '../../shared/lambda/configuration.ts';
import type { Visitor } from '../../shared/lambda/visitor.ts';
import type { PageFrame } from '../../shared/pages/page-frame.ts';
import type { Command } from '../../shared/store/commitment-acts.ts';
import type { Files } from '../../shared/store/files.ts';
import type { Register } from '../../shared/store/record-kind.ts';

/** What pages are given. Small, named, and the same on both hosts. */
export type WebServices = {
  configuration: Configuration;
  register: Register;
  files: Files;
  clock: Clock;
  /** Security time, in milliseconds: sessions and tokens only. */
  realNow: () => number;
  /** A new sortable id. */
  newId: () => string;
};

/** A form post or query as text by name; the first value of each, and all of them. */
export type Fields = {
  get(name: string): string;
  all(name: string): readonly string[];
  has(name: string): boolean;
  names(): readonly string[];
};

/** A file sent with a form. */
export type SentFile = { field: string; name: string; type: string; bytes: Uint8Array };

export type WebRequest = {
  method: 'GET' | 'POST';
  path: string;
  params: Readonly<Record<string, string>>;
  query: Fields;
  form: Fields;
  files: readonly SentFile[];
  cookies: Readonly<Record<string, string>>;
  visitor: Visitor | null;
  today: string;
  /** The visitor; throws `SignInNeeded` when nobody is signed in. */
  signedIn(): Visitor;
  /** Throws `NotAllowed` unless the access table lets this visitor do that to this. */
  require(action: Action, subject?: Subject): void;
  /** Would `require` pass? For leaving out what somebody cannot do. */
  may(action: Action, subject?: Subject): boolean;
  /** The command that this form stands for: its id is in the form, so that pressing twice does it once. */
  command(suffix?: string): Command;
  /** The frame of a page for this visitor. */
  frame(title: string, more?: Partial<PageFrame>): PageFrame;
  services: WebServices;
};

/** What a page answers. `flash` is said once on the page that the redirect leads to. */
export type WebAnswer =
  | { html: string; status?: number; cookies?: readonly string[]; headers?: Readonly<Record<string, string>> }
  | { redirect: string; flash?: string; cookies?: readonly string[] }
  | { download: string; type: string; fileName: string };

/** A route is a line: method, path, the action it needs, what the audit calls it, and the page. */
export type Route = {
  method: 'GET' | 'POST';
  /** `/commitments/{id}`; `{name+}` takes the rest of the path. */
  path: string;
  action: Action;
  /** Past tense, for the audit log of posts; null for reading. */
  event: string | null;
  page: (request: WebRequest) => Promise<WebAnswer>;
  /**
   * Of a page that is read: begins what it reads first, by its address alone. It is read beside the session, so that the page
   * finds it read; nothing of it is shown, or known to be there, before the page has asked who may see it.
   */
  ahead?: (register: Register, params: Readonly<Record<string, string>>) => readonly Promise<unknown>[];
};

/** Pages that belong together. They are loaded when one of them is first asked for, and none before. */
export type Area = {
  /** The first parts of their addresses: `people` of /people/{id}, '' of /. Two areas may share one. */
  firstParts: readonly string[];
  load: () => Promise<readonly Route[]>;
};

/** Nobody is signed in: the page comes after sign-in. */
export class SignInNeeded extends Error {
  override name = 'SignInNeeded';
}

/** Signed in, and not allowed. Of what is private the answer is `NotFound`, which never hints that it exists. */
export class NotAllowed extends Error {
  override name = 'NotAllowed';
}
