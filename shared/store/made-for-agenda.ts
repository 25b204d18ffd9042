import type { Agenda } from '../domain/agendas/agenda.ts';
import { snapshotOf } from '../domain/agendas/as-published.ts';
import { neighboursOf } from '../domain/agendas/start.ts';
import type { Commitment } from '../domain/commitments/commitment.ts';
import type { Meeting } from '../domain/meetings/meeting.ts';
import { isOpenPromise, logInPublic, type MadeForAgenda } from '../domain/meetings/published-log.ts';
import { agendaItems, minutes, resolutions } from './business.ts';
import { endedTo, owedTo } from './commitments.ts';
import { meetings } from './meetings.ts';
import { people } from './people.ts';
import { publishedMeetingOf, snapshotNamed } from './published.ts';
import { getMany, type Register } from './record-kind.ts';

const present = (ids: readonly (string | null | undefined)[]): string[] => [
  ...new Set(ids.filter((id) => id !== null && id !== undefined)),
];

/** Those of the promises that the public may know of: their sources are looked at as they are now. */
async function openPromises(register: Register, promises: readonly Commitment[]): Promise<Commitment[]> {
  const sources = promises.map(({ source }) => source);
  const [sat, ...read] = await Promise.all([
    getMany(register, meetings, present(sources.map(({ meetingId }) => meetingId))),
    getMany(register, agendaItems, present(sources.map(({ itemId }) => itemId))),
    getMany(register, minutes, present(sources.map(({ minuteId }) => minuteId))),
    getMany(register, resolutions, present(sources.map(({ resolutionId }) => resolutionId))),
  ]);
  const closed = sat.filter(({ record }) => record.openTo !== 'public' || record.accessClass === 'private');
  const withheld = read.flat().filter(({ record }) => record.accessClass === 'private');
  const hidden = new Set([...closed, ...withheld].map(({ record }) => record.id));
  const shown = new Set(
    [...sat, ...read.flat()].filter(({ record }) => record.published).map(({ record }) => record.id),
  );
  return promises.filter((promise) => isOpenPromise(promise, { hidden, shown }));
}

/**
 * The action log as it was published, since a report is open to inspection as it went out (LGA 1972 s.100B), less what has
 * become private since; as it is today where none has gone out.
 */
async function logFor(register: Register, agenda: Agenda, today: string): Promise<MadeForAgenda['log']> {
  if (!agenda.slots.some(({ standing, withdrawn }) => standing === 'action-log' && withdrawn === null)) return null;
  const shown = snapshotOf(agenda);
  const [face, owed] = await Promise.all([
    shown === null ? undefined : snapshotNamed(register.table, shown),
    owedTo(register, agenda.bodyId),
  ]);
  const was = face?.items.find(({ arranged }) => arranged?.log)?.arranged?.log;
  const all = was ? [...owed, ...(await endedTo(register, agenda.bodyId))] : owed;
  const open = await openPromises(
    register,
    all.map(({ record }) => record),
  );
  if (was) {
    const known = new Set(open.map(({ reference }) => reference));
    return { ...was, rows: was.rows.filter(({ reference }) => known.has(reference)) };
  }
  const holders = await getMany(register, people, present(open.map(({ owner }) => owner?.personId)));
  return logInPublic(open, { persons: new Map(holders.map(({ record }) => [record.id, record])), today });
}

/** The last meeting, where the public reads its minutes at its own page. */
async function minutesFor(
  register: Register,
  agenda: Agenda,
  { meeting, all }: { meeting: Meeting; all: readonly Meeting[] },
): Promise<MadeForAgenda['minutesOf']> {
  if (!agenda.slots.some(({ standing }) => standing === 'minutes')) return undefined;
  const { last } = neighboursOf(meeting, all);
  if (!last?.published) return undefined;
  const face = await publishedMeetingOf(register.table, last.id);
  const told = face?.items.some((item) => item.minutes.length > 0) ?? false;
  return told ? { meetingId: last.id, day: last.day } : undefined;
}

/** What Quorate attaches to the standing items of an agenda, as far as the public may have it. */
export async function madeForAgenda(
  register: Register,
  agenda: Agenda,
  { today, ...around }: { meeting: Meeting; all: readonly Meeting[]; today: string },
): Promise<MadeForAgenda> {
  const [log, minutesOf] = await Promise.all([logFor(register, agenda, today), minutesFor(register, agenda, around)]);
  return { log, minutesOf };
}
