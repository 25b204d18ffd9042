import { paperName } from '../../shared/domain/bodies/body.ts';
import type { Day } from '../../shared/domain/calendar/day.ts';
import { workingDaysBetween } from '../../shared/domain/calendar/working-days.ts';
import { type Commitment, isOverdue, lastDayOf, owedStates } from '../../shared/domain/commitments/commitment.ts';
import { becauses } from '../../shared/domain/messages/recipients.ts';
import type { Person } from '../../shared/domain/people/person.ts';
import { meetingsInWindow } from '../../shared/domain/plan/plan.ts';
import type { Notice, PromiseFacts } from '../../shared/messages/message-facts.ts';
import type { BodyContext, Contexts } from '../../shared/store/body-context.ts';
import { agendaItems } from '../../shared/store/business.ts';
import { commitments } from '../../shared/store/commitments.ts';
import { people } from '../../shared/store/people.ts';
import { getMany, type Register } from '../../shared/store/record-kind.ts';
import type { WaitingLine } from '../../shared/store/reminders.ts';

/** A waiting line with the promise and body it is about, as they are now. */
export type Found = { line: WaitingLine; promise: Commitment; context: BodyContext; notice: Notice };

type Known = { context: BodyContext; owner: Person | undefined; itemNumber: string | null; today: Day };

const ownerWords = (promise: Commitment, owner: Person | undefined): string | null => {
  const role = owner?.jobTitle ?? promise.owner?.role ?? null;
  if (!owner) return role;
  return [owner.name, role, owner.organisation].filter((part) => part !== null).join(', ');
};

/** The plain facts of a promise, true on a day, as messages tell them. */
export function factsOf(
  promise: Commitment,
  { context, owner, itemNumber, today }: Known,
): Omit<PromiseFacts, 'workingDaysLeft'> {
  const { body, calendar, meetings, reminders } = context;
  const coming = meetingsInWindow(promise, meetings).filter(({ day }) => day >= today);
  const placed = meetings.find(({ id }) => id === promise.placedOn?.meetingId);
  const next = placed && placed.day >= today ? placed : coming[0];
  const last = lastDayOf(promise.due);
  return {
    id: promise.id,
    reference: promise.reference,
    subject: promise.subject,
    asSaid: promise.asSaid,
    source: promise.source.limb === null ? null : `Resolution, part (${promise.source.limb})`,
    madeOn: promise.madeOn,
    due: promise.due,
    accessClass: promise.accessClass,
    itemNumber,
    paper: paperName[body.kind],
    bodyName: body.name,
    owner: ownerWords(promise, owner),
    timesMoved: promise.extensions.filter(({ answer }) => answer === 'agreed').length,
    workingDaysOverdue: last !== null && isOverdue(promise, today) ? workingDaysBetween(last, today, calendar) : 0,
    nextMeeting: next ? { day: next.day, publishBy: reminders.publishByOf(next) } : null,
    meetingsInWindow: coming.map(({ day }) => day),
  };
}

/** Stop at once when it is done, closed, handed over or given a new day: such a line no longer holds. */
function stillHolds({ cycle, what }: WaitingLine, promise: Commitment): boolean {
  if (cycle !== promise.cycle || !owedStates.includes(promise.state)) return false;
  if (promise.state === 'done' || promise.state === 'reported') return false;
  if (what === 'not-placed') return promise.placedOn === null;
  if (what === 'accept' || what === 'second-ask') return promise.acceptance.state !== 'accepted';
  return true;
}

function noticeOf(line: WaitingLine, promise: Commitment, known: Known): Notice {
  const { calendar, meetings } = known.context;
  const facts = factsOf(promise, known);
  const ahead = line.target !== null && line.target >= known.today;
  return {
    what: line.what,
    as: line.as,
    because: becauses.find((because) => because === line.because) ?? 'is-it',
    target: line.target,
    meetingDay: meetings.find(({ id }) => id === line.meetingId)?.day ?? null,
    promise: {
      ...facts,
      workingDaysLeft: ahead && line.target !== null ? workingDaysBetween(known.today, line.target, calendar) : null,
    },
  };
}

const recordsOf = <T>(all: readonly { record: T }[]): T[] => all.map(({ record }) => record);

/** The lines that still hold, each with what it is about as it is now. */
export async function findNotices(
  lines: readonly WaitingLine[],
  today: Day,
  { register, contexts: read }: { register: Register; contexts: Contexts },
): Promise<Found[]> {
  const promises = new Map(
    (
      await getMany(
        register,
        commitments,
        lines.map(({ commitmentId }) => commitmentId),
      )
    ).map(({ record }) => [record.id, record]),
  );
  const all = [...promises.values()];
  const present = (ids: (string | null | undefined)[]) => ids.filter((id) => id !== null && id !== undefined);
  const [owners, items, contexts] = await Promise.all([
    getMany(register, people, present(all.map(({ owner }) => owner?.personId))),
    getMany(register, agendaItems, present(all.map(({ source }) => source.itemId))),
    Promise.all([...new Set(all.map(({ bodyId }) => bodyId))].map((id) => read(id, today))),
  ]);
  return lines.flatMap((line): Found[] => {
    const promise = promises.get(line.commitmentId);
    const context = contexts.find(({ body }) => body.id === promise?.bodyId);
    if (!promise || !context || !stillHolds(line, promise)) return [];
    const owner = recordsOf(owners).find(({ id }) => id === promise.owner?.personId);
    const itemNumber = recordsOf(items).find(({ id }) => id === promise.source.itemId)?.number ?? null;
    return [{ line, promise, context, notice: noticeOf(line, promise, { context, owner, itemNumber, today }) }];
  });
}
