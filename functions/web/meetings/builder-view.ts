import type { AgendaItem } from '../../../shared/domain/agenda-items/agenda-item.ts';
import type { Agenda, Slot } from '../../../shared/domain/agendas/agenda.ts';
import { canMove } from '../../../shared/domain/agendas/build.ts';
import { partOfSlot } from '../../../shared/domain/agendas/numbering.ts';
import { type Offered, promisesOffered } from '../../../shared/domain/agendas/offered.ts';
import { reportStanding } from '../../../shared/domain/agendas/publication.ts';
import {
  type Business,
  numberedBusiness,
  type Readiness,
  readinessOf,
  wantsReport,
} from '../../../shared/domain/agendas/readiness.ts';
import type { Day } from '../../../shared/domain/calendar/day.ts';
import { formatDate } from '../../../shared/domain/calendar/day-words.ts';
import { exclusionMotion, inPrivate, privateLines } from '../../../shared/pages/agendas/private-words.ts';
import { formatDateWithoutYear } from '../../../shared/pages/day-words.ts';
import { dueWords, ownerWords, type Status } from '../../../shared/pages/promises/promise-words.ts';
import { say } from '../../../shared/pages/say.ts';
import type { AgendaAround } from '../../../shared/store/agenda-around.ts';
import { paths } from '../paths.ts';
import { judgingOf } from './clock-view.ts';
import { factsOf, judgedIn, noticeWords, standingsOf, statusesFor, whyHere } from './item-words.ts';

/** The days that everything on the page is judged by: today, and the day that publishing now would count as. */
export type On = { readonly today: Day; readonly ifPublished: Day };

/** Business that the reader may know of, withdrawn or not; of the rest not even the number. */
export function knownBusiness(around: AgendaAround, mayKnow: (item: AgendaItem) => boolean): readonly Business[] {
  if (around.agenda === null) return [];
  const known = [...around.items.values()].map(({ record }) => record).filter(mayKnow);
  return numberedBusiness(around.agenda.record, new Map(known.map((item) => [item.id, item])));
}

/** What of it is still to be considered. */
export const notWithdrawn = (business: readonly Business[]): readonly Business[] =>
  business.filter(({ slot }) => slot.withdrawn === null);

const reportWords = ({ reports }: AgendaItem, { publications }: Pick<Agenda, 'publications'>) =>
  reports.map(({ id, title, pages, accessClass }) => {
    const { withdrawnBy } = reportStanding({ publications }, id);
    if (withdrawnBy !== null) {
      const slots = { title, day: formatDate(withdrawnBy.day), note: withdrawnBy.said ?? '' };
      return say('agendas', 'reportWithdrawn', slots);
    }
    return accessClass === 'private'
      ? say('agendas', 'reportPrivate', { title })
      : say('agendas', 'reportPages', { title, count: pages ?? 1 });
  });

const about = ({ number, title }: Pick<Slot, 'number' | 'title'>) => ({ number, title });

/** Where an item is now that was withdrawn from this agenda after it was published. */
function wentTo({ meetingId, state }: AgendaItem, { meeting, context }: AgendaAround): string[] {
  if (state === 'deferred') return [say('agendas', 'withdrawnWaits')];
  const to = context.meetings.find(({ id }) => id === meetingId);
  return to && to.id !== meeting.record.id ? [say('agendas', 'withdrawnTo', { day: formatDate(to.day) })] : [];
}

/** What was withdrawn keeps its number and its place, and nothing more can be done with it here. */
function withdrawnRow({ slot, item }: Business, around: AgendaAround, went: boolean) {
  const { id } = around.meeting.record;
  const note = slot.withdrawn && { day: formatDate(slot.withdrawn.on), note: slot.withdrawn.note };
  const still = { text: '', can: false };
  return {
    id: item.id,
    number: slot.number,
    // As it stood on this agenda: elsewhere it may have another title by now.
    title: slot.title,
    isPrivate: partOfSlot(slot) === 'private',
    isWithdrawn: true,
    quiet: true,
    facts: [],
    lines: [...(note ? [say('agendas', 'withdrawnOn', note)] : []), ...(went ? wentTo(item, around) : [])],
    why: null,
    statuses: [{ kind: 'stop', text: say('agendas', 'withdrawn') }],
    routeHref: null,
    editHref: paths.agendaItem(id, item.id),
    offHref: null,
    offText: '',
    reportsHref: null,
    noticesHref: null,
    about: say('agendas', 'about', about(slot)),
    up: still,
    down: still,
    fixed: true,
  };
}

/** What is out is withdrawn with a note, or put off with one; what nobody has seen is taken off. */
function offOf({ slot, item }: Business, meetingId: string) {
  const isShown = slot.publishedOn !== null;
  return {
    offHref: isShown ? paths.withdraw(meetingId, item.id) : paths.agendaItem(meetingId, item.id, 'off'),
    offText: say('agendas', isShown ? 'withdrawOrPutOff' : 'takeOff'),
  };
}

function rowOf(business: Business, around: AgendaAround, { on, motion }: { on: On; motion: readonly string[] }) {
  const { slot, item } = business;
  const { id } = around.meeting.record;
  const judged = judgedIn(around, business, on.ifPublished);
  const agenda = around.agenda?.record ?? { slots: [], publications: [] };
  const { offHref, offText } = offOf(business, id);
  return {
    id: item.id,
    number: slot.number,
    title: item.title,
    isPrivate: partOfSlot(slot) === 'private',
    isWithdrawn: false,
    quiet: slot.standing !== null && slot.standing !== 'minutes',
    facts: factsOf(item),
    lines: [
      ...(slot.standing === 'exclusion' ? motion : []),
      ...privateLines(slot.accessClass === 'private' ? item.privateReason : null),
      ...(item.report === 'to-follow' && item.toFollowReason
        ? [say('agendas', 'toFollowReason', { reason: item.toFollowReason })]
        : []),
      ...(item.blockedBy === null ? [] : [item.blockedBy]),
      ...reportWords(item, agenda),
    ],
    why: whyHere(item, around),
    statuses: statusesFor(around, business, on),
    routeHref: judged.word === 'on-time' ? null : paths.agendaItem(id, item.id, 'route'),
    editHref: paths.agendaItem(id, item.id),
    // The motion to exclude the public stays while there is private business.
    offHref: slot.standing === 'exclusion' ? null : offHref,
    offText,
    // What stands on every agenda and is said there has no reports, and no link to them.
    reportsHref: wantsReport(item) || item.reports.length > 0 ? paths.itemReports(item.id) : null,
    noticesHref: standingsOf(around, item, on.today).length === 0 ? null : paths.itemNotices(id, item.id),
    about: say('agendas', 'about', about(slot)),
    up: { text: say('agendas', 'up', about(slot)), can: canMove(agenda, item.id, -1) },
    down: { text: say('agendas', 'down', about(slot)), can: canMove(agenda, item.id, 1) },
    fixed: slot.publishedOn !== null || slot.standing === 'exclusion',
  };
}

/** The items in both parts, each part's place in the whole list kept for moving. `went` tells where withdrawn ones are now. */
export function itemsView(around: AgendaAround, business: readonly Business[], on: On & { readonly went: boolean }) {
  const stands = notWithdrawn(business);
  const motion = exclusionMotion(inPrivate(stands), around.context.procedure);
  const rows = business.map((one) =>
    one.slot.withdrawn === null ? rowOf(one, around, { on, motion }) : withdrawnRow(one, around, on.went),
  );
  const mover = stands.find(({ slot }) => slot.standing === 'exclusion');
  return {
    count: stands.length,
    openCount: stands.filter(({ slot }) => partOfSlot(slot) !== 'private').length,
    open: rows.filter(({ isPrivate }) => !isPrivate),
    closed: rows.filter(({ isPrivate }) => isPrivate),
    partTwoNote: mover
      ? say('agendas', 'partTwoNote', { number: mover.slot.number })
      : say('agendas', 'partTwoNoMotion'),
  };
}

const each = (business: readonly Business[], kind: string, text: (one: Business) => string): Status[] =>
  business.map((one) => ({ kind, text: text(one) }));

/** A status with what was said of it. */
type Ready = Status & { note?: string };

function chairStatus(around: AgendaAround, { chair }: Readiness): Ready {
  const { askedOn = null, said = null, on = null } = around.agenda?.record.chairsAgreement ?? {};
  const day = formatDateWithoutYear(on ?? askedOn ?? around.meeting.record.day);
  switch (chair) {
    case 'not-asked':
      return { kind: 'todo', text: say('agendas', 'readyNotAsked') };
    case 'asked':
      return { kind: 'wait', text: say('agendas', 'readyAsked', { day }) };
    case 'agreed':
      return { kind: 'done', text: say('agendas', 'readyAgreed', { day }) };
    case 'question':
      return { kind: 'due', text: say('agendas', 'readyQuestion'), note: said ?? '' };
  }
}

const numberOf = ({ slot }: Business) => ({ number: slot.number });

function noticeStatuses(around: AgendaAround, business: readonly Business[], today: Day): Status[] {
  return business.flatMap(({ slot, item }) =>
    standingsOf(around, item, today)
      .filter(({ word }) => word === 'to-give' || word === 'missed')
      .map((one) => ({
        kind: one.word === 'missed' ? 'stop' : 'due',
        text: say('agendas', 'readyKey', { number: slot.number, what: noticeWords(one) }),
      })),
  );
}

function postedStatus(around: AgendaAround, ready: Readiness): Status[] {
  if (around.meeting.record.openTo === 'private' || !ready.out) return [];
  const where = (around.agenda?.record.posted ?? []).map((one) => one.where).join('; ');
  return ready.posted
    ? [{ kind: 'done', text: say('agendas', 'readyPosted', { where }) }]
    : [{ kind: 'due', text: say('agendas', 'readyNotPosted') }];
}

/** What is ready and what is not, in one list. */
export function readyView(around: AgendaAround, business: readonly Business[], on: On): Ready[] {
  if (around.agenda === null) return [];
  const judging = judgingOf(around);
  const ready = readinessOf(around.agenda.record, business, { ifPublished: on.ifPublished, judging });
  const { here, of } = ready.reports;
  const reasonGiven = ready.toFollow.filter((one) => !ready.withoutReason.includes(one));
  return [
    ready.out
      ? { kind: 'done', text: say('agendas', 'readyOut') }
      : { kind: 'open', text: say('agendas', 'readyNotOut') },
    {
      kind: here === of ? 'done' : 'wait',
      text: of === 0 ? say('agendas', 'readyReportsNone') : say('agendas', 'readyReports', { here, of }),
    },
    ...each(ready.missing, 'late', (one) => say('agendas', 'readyMissing', numberOf(one))),
    ...each(ready.withoutReason, 'late', (one) => say('agendas', 'readyNoReason', numberOf(one))),
    ...each(reasonGiven, 'wait', (one) => say('agendas', 'readyToFollow', numberOf(one))),
    ...ready.blocked.map((one) => ({
      kind: 'stop',
      text: say('agendas', 'readyBlocked', numberOf(one)),
      note: one.item.blockedBy ?? '',
    })),
    ...each(ready.late, 'stop', (one) => say('agendas', 'readyLate', numberOf(one))),
    ...noticeStatuses(around, business, on.today),
    chairStatus(around, ready),
    ...postedStatus(around, ready),
  ];
}

type Persons = Parameters<typeof ownerWords>[1];

function promiseOffer({ promise, why }: Offered, around: AgendaAround, persons: Persons) {
  const kinds = { placed: 'open', window: 'open', overdue: 'late' } as const;
  return {
    sort: 'promise',
    id: promise.id,
    title: promise.subject,
    status: { kind: kinds[why], text: say('agendas', `offered-${why}`, { body: around.context.body.shortName }) },
    text: say('agendas', 'offeredPromise', { owner: ownerWords(promise, persons), due: dueWords(promise.due) }),
    said: promise.asSaid,
    storyHref: paths.commitment(promise.id),
  };
}

function waitingOffer(item: AgendaItem, { context }: AgendaAround) {
  const from = item.origin.sort === 'deferred' ? item.origin.fromMeetingId : null;
  const day = context.meetings.find(({ id }) => id === from)?.day;
  return {
    sort: 'waiting',
    id: item.id,
    title: item.title,
    status: { kind: 'wait', text: say('meetings', item.state === 'deferred' ? 'itemDeferred' : 'itemProposed') },
    text: day ? say('agendas', 'offeredDeferred', { day: formatDate(day) }) : say('agendas', 'offeredProposed'),
    said: null,
    storyHref: null,
  };
}

/** What could be added: promises and business that waits. Only what the reader may know of is handed in. */
export function offeredView(
  around: AgendaAround,
  business: readonly Business[],
  { today, persons }: { today: Day; persons: Persons['persons'] },
) {
  const onAgenda = business.map(({ item }) => item);
  // What was withdrawn from this agenda after it was published keeps its number here: it is offered to others.
  const numbers = new Set(around.agenda?.record.slots.map(({ itemId }) => itemId));
  return [
    ...promisesOffered(around.meeting.record, around.owed, { onAgenda, today }).map((one) =>
      promiseOffer(one, around, { persons, today }),
    ),
    ...around.waiting.filter(({ id }) => !numbers.has(id)).map((item) => waitingOffer(item, around)),
    ...around.toReport.map(({ id, title }) => ({
      sort: 'written',
      id,
      title,
      status: { kind: 'wait', text: say('agendas', 'offered-written') },
      text: say('agendas', 'offeredWritten'),
      said: null,
      storyHref: paths.writtenResolution(id),
    })),
  ];
}
