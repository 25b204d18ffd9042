import type { AgendaItem } from '../agenda-items/agenda-item.ts';
import { allowsShorterNotice, type ClearDaysRule, type Procedure } from '../bodies/procedure.ts';
import type { Day } from '../calendar/day.ts';
import type { Calendar } from '../calendar/working-days.ts';
import type { KeyDecisionNotice } from '../decisions/key-decision-notice.ts';
import { agreementGaps, routeGaps } from '../decisions/key-route.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { calendarOfBody, publishBy } from '../meetings/publish-by.ts';
import { clearBetween, earliestAfter } from '../statutory-clock/clear-days.ts';
import type { ItemRoute, Slot } from './agenda.ts';
import { countsAsPublishedOn, latenessOf } from './publication.ts';

/** What lateness is judged by: the meeting, the rules of its body on its day, and the organisation's calendar. */
export type Judging = {
  readonly meeting: Pick<Meeting, 'day' | 'convenedOn'>;
  readonly procedure: Procedure;
  readonly calendar: Calendar;
};

type Judged = Pick<Slot, 'publishedOn' | 'route'>;

/**
 * How an item stands with the law of notice. `late`: it may not be considered until it has a lawful route, or until the
 * person presiding, once asked, is minded to agree. `own-terms`: late by the body's own terms, which no statute backs.
 */
export type Judgement =
  | { readonly word: 'on-time'; readonly clearDays: number; readonly by: 'notice' | 'shorter-notice' | 'own-terms' }
  | { readonly word: 'has-route'; readonly clearDays: number; readonly route: ItemRoute }
  | {
      readonly word: 'late';
      readonly clearDays: number;
      readonly needed: number;
      readonly statutory: boolean;
      readonly asked: ItemRoute | null;
    };

const agreed = (route: ItemRoute | null, procedure: Procedure): boolean => {
  if (route?.route === 'chairs-urgency') return route.minded === true && procedure.routes.includes('chairs-urgency');
  return route?.route === 'own-terms' && route.minded === true && procedure.notice === null;
};

const mayHelp = (route: ItemRoute | null): ItemRoute | null =>
  route?.route === 'chairs-urgency' || route?.route === 'own-terms' ? route : null;

/**
 * Judges one item by the day on which the public first had it, or would have it (`ifPublished`) while it is not out.
 * LGA 1972 s.100B(4) for councils and their committees; SI 2012/2089 reg 6(2) for executives, whose items no chair can
 * make urgent; the 1960 Act s.1(4) for NHS bodies; the terms of reference where no statute binds.
 */
export function judgeItem(slot: Judged, ifPublished: Day, { meeting, procedure, calendar }: Judging): Judgement {
  const since = slot.publishedOn ?? ifPublished;
  const counting = {
    mode: procedure.notice?.mode ?? ('working' as const),
    calendar: calendarOfBody(procedure, calendar),
  };
  const clearDays = clearBetween(since, meeting.day, counting);
  const late = latenessOf(since, meeting, procedure, calendar);
  const statutory = procedure.notice !== null;
  const terms = statutory ? null : publishBy(meeting, procedure, calendar);
  if (late === null && (terms === null || since <= terms.day)) {
    const inTime = procedure.notice === null || clearDays >= procedure.notice.clearDays;
    return { word: 'on-time', clearDays, by: statutory ? (inTime ? 'notice' : 'shorter-notice') : 'own-terms' };
  }
  if (slot.route !== null && agreed(slot.route, procedure)) return { word: 'has-route', clearDays, route: slot.route };
  const needed = late?.needed ?? procedure.papers.workingDaysBefore ?? procedure.localDates.publishTarget;
  return { word: 'late', clearDays, needed, statutory, asked: mayHelp(slot.route) };
}

/** A way out for late business of a kind of body; those without a route of their own are never without a door. */
export type Door = 'chairs-urgency' | 'own-terms' | 'move-item' | 'move-meeting' | 'shorter-notice';

/** The doors that the kind of body has, in the order in which they are worth trying. */
export function doorsOf(procedure: Pick<Procedure, 'routes' | 'notice'>): readonly Door[] {
  return [
    ...(procedure.routes.includes('chairs-urgency') ? (['chairs-urgency'] as const) : []),
    ...(procedure.notice === null ? (['own-terms'] as const) : []),
    'move-item',
    'move-meeting',
    ...(procedure.notice !== null && allowsShorterNotice(procedure) ? (['shorter-notice'] as const) : []),
  ];
}

/** The route that the body has for late business and that somebody is asked about; null where it has none. */
export function routeAskedFor(procedure: Pick<Procedure, 'routes' | 'notice'>): 'chairs-urgency' | 'own-terms' | null {
  const doors = doorsOf(procedure);
  return (['chairs-urgency', 'own-terms'] as const).find((door) => doors.includes(door)) ?? null;
}

/** The first day to which the meeting could be moved so that what is published on a day is in time. */
export function earliestMeetingFor(publishedOn: Day, procedure: Procedure, calendar: Calendar): Day {
  const own = calendarOfBody(procedure, calendar);
  if (procedure.notice !== null)
    return earliestAfter(publishedOn, procedure.notice.clearDays, { mode: procedure.notice.mode, calendar: own });
  const days = procedure.papers.workingDaysBefore ?? procedure.localDates.publishTarget;
  return earliestAfter(publishedOn, Math.max(0, days - 1), { mode: 'working', calendar: own });
}

/** Is the meeting itself convened with less than its notice? LGA 1972 ss.100A(6)(a), 100B(3)(a); reg 7 SI 2012/2089. */
export function isAtShorterNotice({ meeting, procedure, calendar }: Judging): boolean {
  if (meeting.convenedOn === null || procedure.notice === null) return false;
  const counting = { mode: procedure.notice.mode, calendar: calendarOfBody(procedure, calendar) };
  return clearBetween(meeting.convenedOn, meeting.day, counting) < procedure.notice.clearDays;
}

type OfExecutive = Pick<AgendaItem, 'keyDecision' | 'keyRoute' | 'accessClass'>;

/** A notice of an executive that an item needs: by when, when it was given, and whether that will do. */
export type NoticeStanding = {
  readonly about: 'key-decision' | 'private-intention' | 'private-further';
  readonly by: Day;
  readonly given: Day | null;
  readonly word: 'in-time' | 'general-exception' | 'special-urgency' | 'private-urgent' | 'to-give' | 'missed';
};

type Given = Pick<KeyDecisionNotice, 'keyDecision' | 'private' | 'published' | 'state' | 'from'>;
type Within = { readonly today: Day; readonly notice: Given | null; readonly rule: ClearDaysRule };

/** The day that the notice counts as published; null where it is not out, or announces a later day than the meeting's. */
function dayGiven({ notice }: Within, { meeting, procedure, calendar }: Judging): Day | null {
  if (notice?.state !== 'published' || notice.published === null) return null;
  if (notice.from === null || notice.from > meeting.day) return null;
  return countsAsPublishedOn(notice.published.at, procedure, calendar);
}

function keyDecisionStanding(item: OfExecutive, judging: Judging, within: Within): NoticeStanding {
  const { meeting, procedure, calendar } = judging;
  const days = { calendar: calendarOfBody(procedure, calendar), noticeMode: within.rule.mode };
  const by = publishBy(meeting, { ...procedure, notice: within.rule }, calendar).day;
  const given = within.notice?.keyDecision ? dayGiven(within, judging) : null;
  const inTime = given !== null && given <= by;
  const other = item.keyRoute !== null && item.keyRoute.sort !== 'notice' ? item.keyRoute : null;
  const lawful = other !== null && routeGaps(other, meeting.day, days).length === 0;
  const none = given === null && within.today <= by ? 'to-give' : 'missed';
  return { about: 'key-decision', by, given, word: inTime ? 'in-time' : lawful ? other.sort : none };
}

function privateStandings(judging: Judging, within: Within): NoticeStanding[] {
  const { meeting, procedure, calendar } = judging;
  const own = within.notice?.private ?? null;
  const urgent = own?.urgency != null && agreementGaps(own.urgency, meeting.day).length === 0;
  const further = own?.furtherNotice ? countsAsPublishedOn(own.furtherNotice.publishedAt, procedure, calendar) : null;
  return (['private-intention', 'private-further'] as const).map((about) => {
    // The further notice has the five clear days of the agenda itself: reg 5(4).
    const rule = about === 'private-intention' ? within.rule : procedure.notice;
    const by = publishBy(meeting, { ...procedure, notice: rule }, calendar).day;
    const given = own === null ? null : about === 'private-intention' ? dayGiven(within, judging) : further;
    if (given !== null && given <= by) return { about, by, given, word: 'in-time' };
    if (urgent) return { about, by, given, word: 'private-urgent' };
    return { about, by, given, word: given === null && within.today <= by ? 'to-give' : 'missed' };
  });
}

/**
 * How an item of an executive stands with its notices: a key decision with reg 9 (28 clear days), 10 or 11; private
 * business with reg 5 (28 and five clear days, or agreement that it is urgent). Empty for every other body.
 */
export function noticesOf(
  item: OfExecutive,
  { notice, today }: { notice: Given | null; today: Day },
  judging: Judging,
): readonly NoticeStanding[] {
  const rule = judging.procedure.keyDecisionNotice;
  if (rule === null) return [];
  const within = { today, notice, rule };
  return [
    ...(item.keyDecision ? [keyDecisionStanding(item, judging, within)] : []),
    ...(item.accessClass === 'private' ? privateStandings(judging, within) : []),
  ];
}
