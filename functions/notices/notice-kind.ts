import type { Day } from '../../shared/domain/calendar/day.ts';
import type { PublishedSitting } from '../../shared/domain/meetings/published.ts';
import type { Person } from '../../shared/domain/people/person.ts';
import type { PlainNotice } from '../../shared/messages/plain-notice.ts';
import type { Register } from '../../shared/store/record-kind.ts';

/** What is to be said, to whom: `person` is null for somebody who is not in the register (a member of the public). */
export type NoticeAsked = {
  readonly recordId: string;
  readonly personId: string;
  readonly person: Person | null;
  readonly day: Day;
  /** Which of several of the same kind: '2' for the second supplement, 'T-2' for a reminder; null when there is one. */
  readonly round: string | null;
};

export type NoticeSaid = {
  readonly notice: PlainNotice;
  readonly bodyId: string | null;
  /** The meeting it is about, where its entry in the reader's calendar is to follow: emails carry it. */
  readonly sitting?: PublishedSitting;
  /** Only for somebody who is not in the register: the confirmed address that the record itself holds. */
  readonly to?: { readonly name: string; readonly email: string };
};

/**
 * One kind of notice: reads its record as it is now and answers the words, or null when there is nothing (any more) to
 * say to this person. It must look itself whether this person may know of it; it sends nothing and writes nothing.
 */
export type NoticeKind = (asked: NoticeAsked, services: { register: Register }) => Promise<NoticeSaid | null>;
