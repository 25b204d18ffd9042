import type { Day } from '../../shared/domain/calendar/day.ts';
import type { TourStop } from './demonstration/tour.ts';
import type { Organisation } from './environment.ts';
import type { SignIn } from './identity/sign-in-list.ts';
import type { Registry } from './registry.ts';
import type { TableFault, TableRequest } from './table/proxy.ts';

/** What a loader of first data is given: the functions' own environment is in place, the table is empty. */
export type FirstData = { readonly today: Day; readonly say: (line: string) => void };

export type HostOptions = {
  readonly registry: Registry;
  /** Everything is kept in this folder. */
  readonly folder: string;
  readonly port: number;
  /** The folder that `npm run assets` fills. */
  readonly assets: string;
  readonly organisation: Organisation;
  readonly signInList: readonly SignIn[];
  /** Names of people by their ids in Slack, so that the page that stands for it can say who got what. */
  readonly slackNames?: ReadonlyMap<string, string>;
  /** What the demonstration shows a visitor; none where it began empty. */
  readonly tour?: readonly TourStop[];
  /** On an empty folder the first day; on another the day to move to. */
  readonly today?: Day;
  /** Fills the empty table, once. Killed in the middle, it is called again and goes on where it was. */
  readonly firstData?: (wanted: FirstData) => Promise<void>;
  /** Give the claims, and take the way of signing out, of Amazon Cognito. */
  readonly cognito?: boolean;
  /** `name:nth` of a crash point; see crash-points.ts. */
  readonly crashAt?: string;
  /** For tests: what goes wrong between the functions and the table. */
  readonly faultFor?: (request: TableRequest) => TableFault | undefined;
  /** For tests: indexes show the table as it was so many milliseconds ago. */
  readonly staleIndexMilliseconds?: number;
  readonly say: (line: string) => void;
  /** Told when the host cannot go on. */
  readonly onFatal: (reason: string) => void;
};
