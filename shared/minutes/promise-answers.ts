import type { Day } from '../domain/calendar/day.ts';
import { type Due, firstDayOf, lastDayOf } from '../domain/commitments/commitment.ts';
import type { Meeting } from '../domain/meetings/meeting.ts';
import type { FindOf } from './find.ts';
import type { PromiseAnswer } from './reading-record.ts';

/** What is known of the body when a promise made to it is read. */
export type AtMeeting = { bodyId: string; meetingDay: Day; meetings: readonly Pick<Meeting, 'day' | 'state'>[] };

const MOST_LETTERS = 160;

const about =
  /\breports? (?:back )?(?:on|about|regarding|concerning|into) (.{3,200}?)(?= (?:(?:should |shall |will |to |would )?(?:be|is|are) (?:re)?(?:submitted|brought|presented|provided|made|prepared|taken|received|considered)\b|(?:be )?(?:submitted|brought|presented|provided) )|[.;]|$)/i;
const listMark = /^\s*(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s+)+/i;

/** "Sarah offered to provide an update": a name is no part of what is promised. */
const teller =
  /^(?:[A-Z][\w'’.-]{0,30} ){1,4}(?:(?:offered|agreed|undertook|promised|proposed|committed) to|(?:advised|said|stated|confirmed|reported|explained|added|noted) that) (?=\S)/;

const startsBig = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function shortened(text: string): string {
  if (text.length <= MOST_LETTERS) return text;
  const cut = text.slice(0, MOST_LETTERS);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MOST_LETTERS - 30))}…`;
}

/** What is promised, in few words taken from those said: "How the Out of Hospital model is working". */
export function subjectOf(text: string, rawWindow: string | null): string {
  const line = text.replaceAll(/\s+/g, ' ').replace(listMark, '').trim();
  const told = about.exec(line)?.[1] ?? line.replace(teller, '');
  const timeless = rawWindow === null ? told : told.replace(rawWindow, '');
  const bare = timeless
    .replaceAll(/\s+/g, ' ')
    .replace(/[\s.,;:]+$/, '')
    .trim();
  return startsBig(shortened(bare === '' ? line : bare));
}

const nextMeeting = /\bnext\b(?: \S+){0,6}? (?:meeting|session|committee|board|cabinet|executive)\b/i;

/** The first meeting of the body after that day that was not cancelled; null when none is known. */
export function meetingAfter({ meetingDay, meetings }: Omit<AtMeeting, 'bodyId'>): Day | null {
  const later = meetings.filter(({ day, state }) => day > meetingDay && state !== 'cancelled').map(({ day }) => day);
  return later.toSorted()[0] ?? null;
}

type Timed = Pick<FindOf<'promise'>, 'window' | 'rawWindow'>;

/**
 * When a promise is due by the words as said: the window as reckoned; "the next meeting" is looked up in the body's own
 * programme; anything else stays undated and asks for a day.
 */
export function dueAsSaid({ window, rawWindow }: Timed, at: Omit<AtMeeting, 'bodyId'>): Due {
  const asSaid = (rawWindow ?? '').slice(0, 500);
  if (window !== null && window.from === window.to) return { sort: 'day', day: window.to, asSaid };
  if (window !== null) return { sort: 'window', from: window.from, to: window.to, asSaid };
  const next = nextMeeting.test(asSaid) ? meetingAfter(at) : null;
  return next === null ? { sort: 'undated', asSaid } : { sort: 'day', day: next, asSaid };
}

/** What is offered to the secretary about a promise before they answer. Nobody owes it until they say who. */
export function suggestedAnswer(find: FindOf<'promise'>, at: AtMeeting): PromiseAnswer {
  return {
    ...nobodyYet(at.bodyId),
    kind: find.promiseKinds.includes('report-back') ? 'report-back' : 'action',
    subject: subjectOf(find.text, find.rawWindow),
    due: dueAsSaid(find, at),
  };
}

/** A matter raised whose answer is to follow is an action of somebody yet to be named. */
export function answerToFollow(find: FindOf<'matter-raised'>, bodyId: string): PromiseAnswer {
  return {
    ...nobodyYet(bodyId),
    kind: 'action',
    subject: subjectOf(find.text, null),
    due: { sort: 'undated', asSaid: '' },
  };
}

const nobodyYet = (toBodyId: string) => ({
  toBodyId,
  ownerRole: null,
  ownerPersonId: null,
  linkOfficerId: null,
  late: null,
  newDay: null,
});

/** Meetings of the body inside the days it is due, the earliest first. */
export function meetingsInside(due: Due, meetings: AtMeeting['meetings']): readonly Day[] {
  const [from, to] = [firstDayOf(due), lastDayOf(due)];
  if (from === null || to === null) return [];
  return meetings
    .filter(({ day, state }) => state !== 'cancelled' && day >= from && day <= to)
    .map(({ day }) => day)
    .toSorted();
}

/**
 * Is it late already when it is read? Its last day is past, or it is to come back to a meeting and every meeting that could
 * have had it is past.
 */
export function isAlreadyLate(
  { kind, due }: Pick<PromiseAnswer, 'kind' | 'due'>,
  today: Day,
  meetings: AtMeeting['meetings'],
): boolean {
  const last = lastDayOf(due);
  if (last === null) return false;
  if (last < today) return true;
  if (kind !== 'report-back' && kind !== 'referral') return false;
  const lastMeeting = meetingsInside(due, meetings).at(-1);
  return lastMeeting !== undefined && lastMeeting < today;
}
