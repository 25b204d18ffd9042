import { addDays, type Day, weekday } from '../calendar/day.ts';
import { addWorkingDays, type Calendar, isWorkingDay, nextWorkingDay } from '../calendar/working-days.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { Person } from '../people/person.ts';
import type { What, Who } from './milestone.ts';
import type { ReminderPolicy } from './reminder-policy.ts';

/** Clocks first, then what is missing, then answers, then messages that came back. */
export const digestSections = ['clocks', 'missing', 'answers', 'bounces'] as const;
export type DigestSection = (typeof digestSections)[number];

/** A line that waits for a person's digest. */
export type DigestLine = {
  readonly as: Who;
  readonly section: DigestSection;
  /** The day it counts to: sorts within its section; null last. */
  readonly day: Day | null;
  readonly pastDue: boolean;
  readonly reference: string;
};

export type DigestDay = {
  readonly today: Day;
  readonly calendar: Calendar;
  readonly policy: ReminderPolicy;
  /** Of the bodies whose lines the person reads as chair. */
  readonly meetings: readonly Meeting[];
};

const sections: Partial<Record<What, DigestSection>> = {
  'answer-more-time': 'answers',
  reassign: 'answers',
  'second-ask': 'answers',
  'not-placed': 'missing',
  'no-date': 'missing',
  'report-missing': 'missing',
  placed: 'answers',
};

/** The part of a digest that a milestone belongs to. */
export function sectionOf(what: What): DigestSection {
  return sections[what] ?? 'clocks';
}

/** Is this the day of the week, or the first working day after it when it is none? */
function isWeekly(wanted: number, { today, calendar }: DigestDay): boolean {
  const thisWeek = addDays(today, wanted - weekday(today));
  // A week shut altogether (Christmas) passes its digest on to the next.
  return [thisWeek, addDays(thisWeek, -7)].some((day) => day <= today && nextWorkingDay(day, calendar) === today);
}

function isFirstMondayOfMonth({ today, calendar }: DigestDay): boolean {
  const first = `${today.slice(0, 8)}01`;
  const monday = addDays(first, (8 - weekday(first)) % 7);
  return nextWorkingDay(monday, calendar) === today;
}

function isBeforeBriefing(on: DigestDay): boolean {
  const { briefingBeforeMeeting, digestBeforeBriefing } = on.policy.digests.chair;
  const before = briefingBeforeMeeting + digestBeforeBriefing;
  const days = on.meetings
    .filter((meeting) => meeting.state !== 'cancelled' && meeting.day >= addDays(on.today, -31))
    .map((meeting) => addWorkingDays(meeting.day, -before, on.calendar));
  if (days.includes(on.today)) return true;
  const thisMonth = days.some((day) => day.slice(0, 7) === on.today.slice(0, 7));
  return !thisMonth && isFirstMondayOfMonth(on);
}

type Reader = Pick<Person, 'weeklyDay' | 'dailyDigest'>;

// Monday is the preset of the policy; a person who chose another day has it.
const weeklyDayOf = (reader: Reader, preset: number): number => (reader.weeklyDay === 1 ? preset : reader.weeklyDay);

function asOwner(reader: Reader, lines: readonly DigestLine[], on: DigestDay): boolean {
  const { weeklyDay, dailyWhenDueWithin } = on.policy.digests.owner;
  const soon = addWorkingDays(on.today, dailyWhenDueWithin, on.calendar);
  const dueSoon = lines.some(({ day }) => day !== null && day >= on.today && day <= soon);
  return reader.dailyDigest || dueSoon || isWeekly(weeklyDayOf(reader, weeklyDay), on);
}

function asLineManager(reader: Reader, lines: readonly DigestLine[], on: DigestDay): boolean {
  const { weeklyDay, onlyIfPastDue } = on.policy.digests.lineManager;
  const wanted = !onlyIfPastDue || lines.some(({ pastDue }) => pastDue);
  return wanted && (reader.dailyDigest || isWeekly(weeklyDayOf(reader, weeklyDay), on));
}

function goesAs(as: Who, reader: Reader, lines: readonly DigestLine[], on: DigestDay): boolean {
  switch (as) {
    case 'owner':
      return asOwner(reader, lines, on);
    case 'secretary':
    case 'link-officer':
      return true;
    case 'chair':
      return isBeforeBriefing(on);
    case 'line-manager':
    case 'their-manager':
      return asLineManager(reader, lines, on);
  }
}

const order = (a: DigestLine, b: DigestLine): number =>
  digestSections.indexOf(a.section) - digestSections.indexOf(b.section) ||
  (a.day ?? '9999-12-31').localeCompare(b.day ?? '9999-12-31') ||
  a.reference.localeCompare(b.reference);

/**
 * The lines of a person's digest today, in order; empty when none goes. One digest a person a day at most: if it goes
 * in one capacity, what waits for the person in another goes with it. Never empty-handed, never on a day that is no
 * working day.
 */
export function digestFor<Line extends DigestLine>(
  reader: Reader,
  waiting: readonly Line[],
  on: DigestDay,
): readonly Line[] {
  if (waiting.length === 0 || !isWorkingDay(on.today, on.calendar)) return [];
  const capacities = [...new Set(waiting.map(({ as }) => as))];
  const goes = capacities.some((as) =>
    goesAs(
      as,
      reader,
      waiting.filter((line) => line.as === as),
      on,
    ),
  );
  return goes ? waiting.toSorted(order) : [];
}

/**
 * Own messages of one person on one day: each alone up to the most the policy allows, otherwise all of them together
 * in one ("several urgent things").
 */
export function capOwnMessages<Message>(
  messages: readonly Message[],
  policy: ReminderPolicy,
  alreadySentToday = 0,
): { readonly alone: readonly Message[]; readonly together: readonly Message[] } {
  const room = Math.max(0, policy.digests.ownMessagesAtMost - alreadySentToday);
  return messages.length <= room
    ? { alone: messages, together: [] }
    : { alone: messages.slice(0, Math.max(0, room - 1)), together: messages.slice(Math.max(0, room - 1)) };
}
