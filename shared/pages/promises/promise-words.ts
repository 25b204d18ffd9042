import '../words/promises.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { formatDate } from '../../domain/calendar/day-words.ts';
import type { Calendar } from '../../domain/calendar/working-days.ts';
import { waitingRequest } from '../../domain/commitments/acts.ts';
import type { Commitment, Due } from '../../domain/commitments/commitment.ts';
import { ownerGapOf } from '../../domain/commitments/owners-side.ts';
import { cameLateBy, lastHeard, type Standing, standingOf } from '../../domain/commitments/standing.ts';
import type { Person } from '../../domain/people/person.ts';
import { say } from '../say.ts';

/** A status as pages show it: a shape and a word. */
export type Status = { kind: string; text: string };

/** What words about a promise are made from. */
export type Around = {
  readonly today: Day;
  readonly calendar: Calendar;
  readonly persons: ReadonlyMap<string, Person>;
  /** How speech refers to the body: 'Board'. */
  readonly shortName: string;
};

/** 'between 17 April 2019 and 17 October 2019', 'by 12 June 2019', 'no date: “in due course”'. */
export function dueWords(due: Due): string {
  if (due.sort === 'window')
    return say('promises', 'dueWindow', { from: formatDate(due.from), to: formatDate(due.to) });
  if (due.sort === 'day') return say('promises', 'dueDay', { day: formatDate(due.day) });
  return due.asSaid === '' ? say('promises', 'dueUndated') : say('promises', 'dueUndatedSaid', { said: due.asSaid });
}

/** 'Dr Amara Whimbrel, Director of public health'. An id that nobody has any more is shown as nothing. */
export function personWords(person: Person | undefined): string {
  if (!person) return '';
  const { name, jobTitle } = person;
  return jobTitle === null ? name : say('promises', 'personAndJob', { name, job: jobTitle });
}

/** Who owes it, the role first; a vacancy and a leaver are said in words. */
export function ownerWords(
  { owner }: Pick<Commitment, 'owner'>,
  { persons, today }: Pick<Around, 'persons' | 'today'>,
) {
  if (owner === null) return say('promises', 'ownerNobody');
  const person = persons.get(owner.personId ?? '');
  const role = owner.role ?? person?.jobTitle ?? '';
  const gap = ownerGapOf({ owner }, persons, today);
  if (gap === 'vacant' || !person)
    return role === '' ? say('promises', 'ownerNobody') : say('promises', 'ownerVacant', { role });
  if (gap === 'left')
    return say('promises', 'ownerLeft', { name: person.name, role, day: formatDate(person.lastDay ?? today) });
  return role === '' ? person.name : say('promises', 'ownerRoleAndName', { role, name: person.name });
}

/** The last thing heard of it, in words. */
export function heardWords(promise: Commitment): string {
  const heard = lastHeard(promise);
  if (heard === null) return say('promises', 'heardNothing');
  const slots = { day: formatDate(heard.on), text: heard.text ?? '' };
  switch (heard.sort) {
    case 'accepted':
      return say('promises', 'heardAccepted', slots);
    case 'refused':
      return say('promises', 'heardRefused', slots);
    case 'more-time':
      return say('promises', 'heardMoreTime', slots);
    case 'considered':
      return say('promises', 'heardConsidered', slots);
    case 'progress':
      return say('promises', 'heardProgress', slots);
  }
}

const SOON = 10; // working days: from here on the reminders go to the owner alone

function timeStatus(standing: Standing): Status[] {
  if (standing.sort === 'overdue')
    return [{ kind: 'late', text: say('promises', 'statusOverdue', { count: standing.workingDays }) }];
  if (standing.sort === 'no-date') return [{ kind: 'nodate', text: say('promises', 'statusNoDate') }];
  if (standing.sort !== 'left') return [];
  if (standing.workingDays === 0) return [{ kind: 'due', text: say('promises', 'statusToday') }];
  const kind = standing.workingDays <= SOON ? 'due' : 'open';
  return [{ kind, text: say('promises', 'statusLeft', { count: standing.workingDays }) }];
}

function stateStatus({ state, closure }: Commitment, { shortName }: Around): Status[] {
  switch (state) {
    case 'open':
      return [];
    case 'not-mine':
      return [{ kind: 'due', text: say('promises', 'statusNotMine') }];
    case 'proposed':
      return [{ kind: 'todo', text: say('promises', 'statusProposed') }];
    case 'done':
      return [{ kind: 'wait', text: say('promises', 'statusDone', { body: shortName }) }];
    case 'reported':
      return [{ kind: 'wait', text: say('promises', 'statusReported') }];
    case 'closed':
      return [
        { kind: 'done', text: say('promises', 'statusClosed', { day: formatDate(closure?.on ?? '1000-01-01') }) },
      ];
    case 'withdrawn':
      return [{ kind: 'stop', text: say('promises', 'statusWithdrawn') }];
    case 'history':
      return [{ kind: 'todo', text: say('promises', 'statusHistory') }];
  }
}

function openStatuses(promise: Commitment, { persons, today }: Around): Status[] {
  const { state, chasedFrom, acceptance } = promise;
  if (state !== 'open' && state !== 'not-mine') return [];
  const gap = ownerGapOf(promise, persons, today);
  return [
    ...(gap === 'vacant' ? [{ kind: 'late', text: say('promises', 'statusVacant') }] : []),
    ...(gap === 'left' ? [{ kind: 'late', text: say('promises', 'statusLeaver') }] : []),
    ...(waitingRequest(promise) ? [{ kind: 'wait', text: say('promises', 'statusMoreTime') }] : []),
    ...(chasedFrom === null ? [{ kind: 'wait', text: say('promises', 'statusNotChased') }] : []),
    ...(state === 'open' && gap === null && acceptance.state !== 'accepted'
      ? [{ kind: 'wait', text: say('promises', 'statusNotAccepted') }]
      : []),
  ];
}

/** Everything that stands out about a promise today, the most pressing first. */
export function statusesOf(promise: Commitment, around: Around): Status[] {
  const late = cameLateBy(promise, around.calendar);
  const moved = promise.extensions.filter(({ answer }) => answer === 'agreed').length;
  const { placedOn, state } = promise;
  return [
    ...timeStatus(standingOf(promise, around)),
    ...stateStatus(promise, around),
    ...(late > 0 ? [{ kind: 'late', text: say('promises', 'statusCameLate', { count: late }) }] : []),
    ...openStatuses(promise, around),
    ...(placedOn && (state === 'open' || state === 'done')
      ? [{ kind: 'done', text: say('promises', 'statusPlaced', { day: formatDate(placedOn.day) }) }]
      : []),
    ...(moved > 0 ? [{ kind: 'open', text: say('promises', 'statusMoved', { count: moved }) }] : []),
    ...(promise.accessClass === 'private' ? [{ kind: 'private', text: say('promises', 'statusPrivate') }] : []),
  ];
}
