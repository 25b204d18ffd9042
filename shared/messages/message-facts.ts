import type { Day } from '../domain/calendar/day.ts';
import type { Due } from '../domain/commitments/commitment.ts';
import type { What, Who } from '../domain/messages/milestone.ts';
import type { Because } from '../domain/messages/recipients.ts';
import type { AccessClass } from '../domain/record.ts';
import type { Language } from './words.ts';

/** Who reads it, and where the answers go. */
export type Reader = {
  /** The form of address: 'Councillor Kestrel', 'Owen Sandpiper'. */
  readonly addressedAs: string;
  /** An outside contact cannot sign in: the answer goes to this link officer instead of a page. */
  readonly answersTo: { readonly name: string; readonly email: string } | null;
  /** A member of the public, who has no channel or rhythm to choose. */
  readonly outside?: boolean;
};

/** Where the message comes from. */
export type Sender = {
  readonly organisation: string;
  readonly contactEmail: string;
  /** The configured public address, no slash at the end. */
  readonly publicAddress: string;
  readonly language: Language;
};

/** One promise as a message tells it: plain facts, true on `today`. */
export type PromiseFacts = {
  readonly id: string;
  readonly reference: string;
  readonly subject: string;
  readonly asSaid: string;
  /** 'Resolution (2), minute 27'; null when not known. */
  readonly source: string | null;
  readonly madeOn: Day;
  readonly due: Due;
  readonly accessClass: AccessClass;
  /** Number of the agenda item it arose from: all that a message about private business may say of it. */
  readonly itemNumber: string | null;
  /** 'report' or 'paper', as the body calls it (body.ts, `paperName`). */
  readonly paper: string;
  /** Full name of the body it is owed to. */
  readonly bodyName: string;
  /** Person or role with the organisation, as it should be read: 'Owen Sandpiper, programme manager'; null: nobody. */
  readonly owner: string | null;
  /** How often the day has moved by agreement. */
  readonly timesMoved: number;
  /** Working days after its last day, on `today`; 0 when not overdue. */
  readonly workingDaysOverdue: number;
  /** Working days from `today` to the milestone's target; null where there is none or it is past. */
  readonly workingDaysLeft: number | null;
  /** The next meeting it could go to, or is placed on. */
  readonly nextMeeting: { readonly day: Day; readonly publishBy: Day | null } | null;
  /** Meetings left inside its window, in order. */
  readonly meetingsInWindow: readonly Day[];
};

/** One thing to say to one reader. `target` and `meetingDay` are the milestone's. */
export type Notice = {
  readonly what: What;
  readonly as: Who;
  readonly because: Because;
  readonly target: Day | null;
  readonly meetingDay: Day | null;
  readonly promise: PromiseFacts;
};

export type OwnMessage = {
  readonly notice: Notice;
  readonly reader: Reader;
  readonly sender: Sender;
  readonly today: Day;
};

/** A built email. */
export type EmailWords = { readonly subject: string; readonly text: string; readonly html: string };
