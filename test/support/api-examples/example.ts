import type { Register } from '../../../shared/store/record-kind.ts';
import type { apiOver } from '../api.ts';

/** What an example is prepared with: the store, and the API itself. */
export type Making = {
  register: Register;
  api: ReturnType<typeof apiOver>;
  /** Sends a command as that person, with a key of its own, and answers what came; throws when it was refused. */
  send: (who: string, path: string, body: unknown, version?: number) => Promise<Record<string, unknown>>;
  /** Reads as that person. */
  read: (who: string, path: string) => Promise<Record<string, unknown>>;
};

/** How one operation is asked for in earnest: as whom, of which records, with what. */
export type Example = {
  who?: string;
  /** Somebody who may not; null where everybody may, and reads what concerns them. */
  mayNot?: string | null;
  /** What stands in the address. */
  at?: Readonly<Record<string, string>>;
  query?: string;
  body?: unknown;
  /** The version in If-Match; 1 unless told. */
  version?: number;
  /** Makes what it needs, and answers what only then is known. */
  prepare?: (making: Making) => Promise<Pick<Example, 'at' | 'body' | 'version'> | undefined>;
};

/** An operation's example, and how each problem that it names of its own is provoked: the example, with that changed. */
export type Examples = Readonly<Record<string, Example & { refused?: Readonly<Record<string, Example | Example[]>> }>>;
