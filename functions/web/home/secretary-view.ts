import '../../../shared/pages/words/agendas.ts';
import '../../../shared/pages/words/promises.ts';
import type { Day } from '../../../shared/domain/calendar/day.ts';
import { formatDate, formatDay, formatDayShort } from '../../../shared/domain/calendar/day-words.ts';
import { addWorkingDays, workingDaysBetween } from '../../../shared/domain/calendar/working-days.ts';
import { isInPart, type LogPart } from '../../../shared/domain/commitments/action-log.ts';
import { type Commitment, lastDayOf } from '../../../shared/domain/commitments/commitment.ts';
import { type Question, questionOf } from '../../../shared/domain/commitments/needs-answer.ts';
import { nextStepOf } from '../../../shared/domain/commitments/next-step.ts';
import { ownerGapOf } from '../../../shared/domain/commitments/owners-side.ts';
import type { Meeting } from '../../../shared/domain/meetings/meeting.ts';
import { publishBy } from '../../../shared/domain/meetings/publish-by.ts';
import type { Message } from '../../../shared/domain/messages/message.ts';
import { reportDeadline } from '../../../shared/domain/messages/targets.ts';
import type { Person } from '../../../shared/domain/people/person.ts';
import { dayStrip } from '../../../shared/pages/charts/day-strip.ts';
import type { Figure } from '../../../shared/pages/charts/figure.ts';
import { formatTime } from '../../../shared/pages/day-words.ts';
import { dueWords, heardWords, ownerWords } from '../../../shared/pages/promises/promise-words.ts';
import { say } from '../../../shared/pages/say.ts';
import { paths } from '../paths.ts';
import type { AgendaSoon } from './agendas-soon.ts';
import { toCome } from './chair-view.ts';
import type { OwnBody } from './home-data.ts';

type On = { persons: ReadonlyMap<string, Person>; today: Day };

const unpublished = ({ state }: Meeting): boolean => state === 'planned' || state === 'called';

/** A clock that runs out today (or has run out): one publication, with its sum and one button. */
export type Clock = {
  title: string;
  text: string;
  unit: string;
  word: string;
  href: string;
  button: string;
  figure: Figure;
  sum: { term: string; text: string; total?: boolean }[];
};

type Agendas = ReadonlyMap<string, AgendaSoon>;

function clockOf(own: OwnBody, meeting: Meeting, { today, agendas }: { today: Day; agendas: Agendas }): Clock | null {
  const { body, procedure, calendar } = own.context;
  const by = publishBy(meeting, procedure, calendar);
  const agenda = agendas.get(meeting.id);
  if (by.day > today || !unpublished(meeting) || agenda?.out) return null;
  const counted = by.sum.filter(({ number }) => number !== null).map(({ day }) => formatDayShort(day));
  return {
    title: say('home', 'clockTitle', { body: body.name, day: formatDay(meeting.day) }),
    text: say('home', by.day === today ? 'clockToday' : 'clockPast', {
      day: formatDay(by.day),
      time: formatTime(procedure.closeTime),
    }),
    word: say('home', by.day === today ? 'clockWordToday' : 'clockWordLate'),
    unit: say('home', 'clockUnit', { time: formatTime(procedure.closeTime) }),
    href: agenda?.begun ? paths.checkAgenda(meeting.id) : paths.meeting(meeting.id),
    button: say('home', agenda?.begun ? 'clockPublish' : 'clockBegin'),
    figure: dayStrip({ id: meeting.id, today, sum: by.sum }),
    sum: [
      { term: say('home', 'sumRule'), text: by.sourceOfRule },
      { term: say('home', 'sumMeeting'), text: formatDay(meeting.day) },
      { term: say('home', 'sumDays', { count: counted.length }), text: counted.join(', ') },
      { term: say('home', 'sumLast'), text: formatDay(by.day), total: true },
    ],
  };
}

/** What must happen today, by law or lateness. */
export function clocksToday(bodies: readonly OwnBody[], today: Day, agendas: Agendas): Clock[] {
  return bodies.flatMap((own) =>
    toCome(own, today).flatMap((meeting) => clockOf(own, meeting, { today, agendas }) ?? []),
  );
}

/** The next thing that will have to happen, for when nothing must today. */
export function nextClock(bodies: readonly OwnBody[], today: Day): string | null {
  const all = bodies.flatMap((own) =>
    toCome(own, today)
      .filter(unpublished)
      .map((meeting) => ({
        day: publishBy(meeting, own.context.procedure, own.context.calendar).day,
        what: say('home', 'clockTitle', { body: own.context.body.name, day: formatDay(meeting.day) }),
      })),
  );
  const next = all.filter(({ day }) => day > today).toSorted((a, b) => a.day.localeCompare(b.day))[0];
  return next ? say('home', 'clockNext', { day: formatDay(next.day), what: next.what }) : null;
}

const NEXT = 10; // working days: what a secretary looks ahead

/** How long is left to publish: the word beside the day. */
function publishStatus(meeting: Meeting, by: Day, { context }: OwnBody, { today, out }: { today: Day; out: boolean }) {
  if (!unpublished(meeting) || out) return { kind: 'done', text: say('agendas', 'published') };
  const left = workingDaysBetween(today, by, context.calendar);
  if (by < today) return { kind: 'late', text: say('home', 'publishLate', { count: -left }) };
  if (left === 0) return { kind: 'due', text: say('home', 'publishToday') };
  return { kind: left <= 3 ? 'due' : 'open', text: say('promises', 'statusLeft', { count: left }) };
}

/** Who is expected at a meeting, beside its quorum. */
export type ExpectedCell = { text: string; href: string; about: string; status: { kind: string; text: string } };

type Beside = { today: Day; expected: ReadonlyMap<string, ExpectedCell>; agendas: Agendas };

function meetingRow(own: OwnBody, meeting: Meeting, { today, expected, agendas }: Beside) {
  const { body, procedure, calendar } = own.context;
  const agenda = agendas.get(meeting.id);
  const by = publishBy(meeting, procedure, calendar).day;
  const placed = own.owed.filter(({ placedOn }) => placedOn?.meetingId === meeting.id).length;
  const text = say('home', 'meetingLine', { body: body.name, day: formatDay(meeting.day) });
  return [
    { text, href: paths.meeting(meeting.id) },
    agenda?.state ?? say('plan', `state-${meeting.state}`),
    { text: formatDay(by), status: publishStatus(meeting, by, own, { today, out: agenda?.out ?? false }) },
    {
      text: agenda?.papers || say('home', 'papersNone'),
      ...(agenda?.blocked ? { note: agenda.blocked } : {}),
    },
    say('home', 'placedCount', { count: placed }),
    expected.get(meeting.id) ?? '',
  ];
}

/** The meetings of the next ten working days, the next first. */
export function soonOf(bodies: readonly OwnBody[], today: Day) {
  return bodies
    .flatMap((own) => {
      const end = addWorkingDays(today, NEXT, own.context.calendar);
      return toCome(own, today)
        .filter(({ day }) => day <= end)
        .map((meeting) => ({ own, meeting }));
    })
    .toSorted((a, b) => a.meeting.day.localeCompare(b.meeting.day));
}

/** One line for each meeting of the next ten working days, with what is known of it beside, by the meeting's id. */
export function meetingsSoon(bodies: readonly OwnBody[], beside: Beside) {
  return soonOf(bodies, beside.today).map(({ own, meeting }) => meetingRow(own, meeting, beside));
}

const actOn: Record<Question, (id: string) => string> = {
  'not-mine': paths.reassign,
  'more-time': paths.moreTime,
  vacant: paths.reassign,
  left: paths.reassign,
  'already-late': paths.alreadyLate,
  'no-date': paths.giveDate,
  consider: paths.consider,
  reported: paths.close,
};

const kinds: Record<Question, string> = {
  'not-mine': 'due',
  'more-time': 'wait',
  vacant: 'late',
  left: 'late',
  'already-late': 'late',
  'no-date': 'nodate',
  consider: 'due',
  reported: 'wait',
};

/** What only the secretary can settle, each with one link. */
export function questionsFor(bodies: readonly OwnBody[], { persons, today }: On) {
  return bodies.flatMap(({ context, owed }) =>
    owed.flatMap((promise) => {
      const question = questionOf(promise, ownerGapOf(promise, persons, today), today);
      if (question === null) return [];
      const text = say('home', 'questionText', {
        body: context.body.name,
        due: dueWords(promise.due),
        owner: ownerWords(promise, { persons, today }),
      });
      return [
        {
          status: { kind: kinds[question], text: say('home', `question-${question}`) },
          title: promise.subject,
          text,
          links: [
            { text: say('home', `act-${question}`), href: actOn[question](promise.id), about: promise.subject },
            { text: say('home', 'readStory'), href: paths.commitment(promise.id), about: promise.subject },
          ],
        },
      ];
    }),
  );
}

/** Messages about these bodies that came back. */
export function bounced(messages: readonly Message[], bodyIds: ReadonlySet<string>, { persons }: On) {
  return messages
    .filter(({ state, bodyId }) => state === 'failed' && bodyId !== null && bodyIds.has(bodyId))
    .slice(0, 20)
    .map((message) => ({
      status: { kind: 'late', text: say('home', 'bounced') },
      title: message.title,
      text: say('home', 'bouncedText', {
        name: persons.get(message.recipient)?.name ?? message.recipient,
        day: formatDate(message.dueOn),
        why: message.why ?? '',
      }),
      links: [],
    }));
}

/** Since when the secretary waits for the owner, and for what; null while nothing is late. */
function waits(promise: Commitment, { context }: OwnBody, { persons, today }: On) {
  const { step, whose } = nextStepOf(promise, { today, gap: ownerGapOf(promise, persons, today) });
  if (whose !== 'owner') return null;
  if (step === 'accept') {
    // Nobody is waited for before it was theirs: minutes may be read in long after the promise was made.
    const theirs = promise.owner?.since ?? promise.madeOn;
    return { since: theirs > promise.madeOn ? theirs : promise.madeOn, key: 'waitsForAnswer' as const };
  }
  const meeting = context.meetings.find(({ id }) => id === promise.placedOn?.meetingId);
  const deadline = meeting ? reportDeadline(meeting, context.reminders) : null;
  const since = [deadline, lastDayOf(promise.due)].find((day) => day !== null && day < today) ?? null;
  return since === null ? null : { since, key: 'waitsForReport' as const };
}

/** Whom the secretary waits for: an answer, or a report whose deadline has passed. */
export function waitingOn(bodies: readonly OwnBody[], on: On) {
  return bodies.flatMap((own) =>
    own.owed.flatMap((promise) => {
      const { body, calendar } = own.context;
      const waiting = waits(promise, own, on);
      if (waiting === null) return [];
      const count = workingDaysBetween(waiting.since, on.today, calendar);
      const what = { text: promise.subject, href: paths.commitment(promise.id), note: body.name };
      const since = say('home', 'since', { day: formatDate(waiting.since), count });
      return [[what, ownerWords(promise, on), say('home', waiting.key), since, heardWords(promise)]];
    }),
  );
}

/** Counts by body that open the action log at those promises. */
export function countsByBody(bodies: readonly OwnBody[], { today }: On) {
  return bodies.map((own) => {
    const { body } = own.context;
    const cell = (part: LogPart) => {
      const count = own.owed.filter((promise) => isInPart(promise, part, today)).length;
      const about = say('home', 'countAbout', { body: body.name });
      return count === 0 ? String(count) : { text: String(count), href: paths.actionLog(body.id, part), about };
    };
    return [
      { text: body.name, href: paths.body(body.id) },
      cell('overdue'),
      cell('month'),
      cell('unplaced'),
      cell('all'),
    ];
  });
}
