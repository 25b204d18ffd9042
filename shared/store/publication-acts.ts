import { type AgendaItem, itemTransitions } from '../domain/agenda-items/agenda-item.ts';
import { type Agenda, isComplete, isOut, type Publication, type Slot } from '../domain/agendas/agenda.ts';
import { beginAgenda, putOffFrom, withdrawnItem } from '../domain/agendas/build.ts';
import {
  countsAsPublishedOn,
  newReports,
  outgoing,
  type Publishing,
  settled,
  withPublication,
} from '../domain/agendas/publication.ts';
import type { Day } from '../domain/calendar/day.ts';
import { type Meeting, meetingTransitions } from '../domain/meetings/meeting.ts';
import type { PublishedMeeting } from '../domain/meetings/published.ts';
import { moved, TransitionRefused } from '../domain/record.ts';
import { goesTo, type Left, leavesFor } from './agenda-leaving.ts';
import { agendas } from './agendas.ts';
import { agendaItems } from './business.ts';
import { type Change, change, outcomeOf, runCommand } from './commit.ts';
import type { Command } from './commitment-acts.ts';
import { VersionConflict } from './errors.ts';
import { meetings, sitting } from './meetings.ts';
import { type Publishable, publishable } from './publish.ts';
import { laySnapshot, nameOfSnapshot } from './published.ts';
import { get, type Register } from './record-kind.ts';
import type { Write } from './table.ts';

/** Thrown when what is about to go out is not what the secretary looked at: somebody changed an item meanwhile. */
export class ChangedSinceLooked extends VersionConflict {
  override name = 'ChangedSinceLooked';
}

type Wanted = {
  readonly publishing: Publishing;
  readonly event: string;
  /** The meeting afterwards, where the act changes it, and what history calls that. */
  readonly meeting?: { readonly record: Meeting; readonly event: string };
  /** The agenda as the act makes it before it is published, and what changes with it. */
  readonly agenda?: Agenda;
  readonly changes?: readonly Change[];
  /** What the public is shown in the same transaction; left out, the workflow shows it. */
  readonly atOnce?: (agenda: Agenda, publication: Publication) => Promise<Write[]>;
  readonly unique?: string[];
  readonly also?: Write[];
  /** Deadlines of the body's promises are worked out again. */
  readonly changesProgramme?: boolean;
};

const personOf = ({ actor }: Command): string => (actor.sort === 'person' ? actor.personId : actor.part);

/** A meeting that has no agenda yet is moved and cancelled all the same. */
const bare = ({ id, bodyId, day }: Meeting): Agenda =>
  beginAgenda({ id, bodyId, numbering: 'plain', firstNumber: 1, series: day.slice(2, 4) }, []);

/** Does the public see this meeting at all? */
const sitsInPublic = ({ context }: Publishable, meeting: Meeting): boolean =>
  context.body.published && meeting.openTo === 'public';

const inPublic = (meeting: Meeting): Meeting => ({ ...meeting, published: true, accessClass: 'public' });

const puts = new Set<Publication['sort']>(['agenda', 'supplement', 'replacement', 'withdrawal']);

/** What one act would publish, with the name of its snapshot: the same records give the same name. */
function prepared(
  from: Publishable,
  { publishing, meeting }: Pick<Wanted, 'publishing' | 'meeting'>,
  { at, day, by }: Pick<Publication, 'at' | 'day' | 'by'>,
) {
  const was = meeting?.record ?? from.meeting.record;
  const { agenda, publication } = withPublication(from.agenda?.record ?? bare(was), publishing, { at, day, by });
  // A meeting that nobody outside has heard of is moved or cancelled without their hearing of it.
  const shown = sitsInPublic(from, was) && (from.meeting.record.published || puts.has(publishing.sort));
  const face = from.face(inPublic(was), agenda);
  if (!shown) return { agenda, publication, face };
  const snapshot = nameOfSnapshot(face);
  const now = { snapshot, documents: { state: 'waiting' as const, made: [] } };
  return { agenda: settled(agenda, publication.id, now), publication: { ...publication, ...now }, face };
}

/** Acts are told apart by their moments, and two machines' clocks may differ: a later act is never the earlier one. */
function afterTheLast({ agenda }: Publishable, at: string): string {
  const last = agenda?.record.publications.at(-1)?.at;
  return last === undefined || at > last ? at : new Date(Date.parse(last) + 1).toISOString();
}

/** The day on which it counts when it is published at this moment. */
export function dayItCounts({ context: { procedure, calendar } }: Publishable, at: string): Day {
  return countsAsPublishedOn(at, procedure, calendar);
}

const madeFirst = (from: Publishable, { agenda }: Wanted): Publishable =>
  agenda && from.agenda ? { ...from, agenda: { ...from.agenda, record: agenda } } : from;

/** An act that cannot wait for its workflow is shown by the transaction that asks for it. */
async function shownAtOnce(agenda: Agenda, publication: Publication, { atOnce }: Wanted) {
  if (!atOnce) return { agenda, writes: [] };
  const shown = settled(agenda, publication.id, { state: 'shown' });
  return { agenda: shown, writes: await atOnce(shown, publication) };
}

function changesOf(
  from: Publishable,
  { event, changes = [], meeting }: Wanted,
  { agenda: record, said: reason }: { agenda: Agenda; said: string | null },
): Change[] {
  return [
    change(agendas, { was: from.agenda, record, event, reason }),
    ...changes,
    ...(meeting ? [change(meetings, { was: from.meeting, ...meeting, reason })] : []),
  ];
}

/**
 * Asks for one act of publishing. What goes out is settled here: the snapshot is laid, seen by nobody, and the agenda
 * holds its name; the workflow that is asked for shows it, tells people and verifies it. Asked twice it is one.
 * Throws `VersionConflict`, `TransitionRefused` or `NotFound`.
 */
export async function ask(
  register: Register,
  command: Command,
  meetingId: string,
  decide: (from: Publishable) => Wanted | Promise<Wanted>,
) {
  const before = await outcomeOf(register, command.commandId);
  if (before) return { outcome: before, replayed: true };
  return runCommand(register, command.commandId, async () => {
    const from = await publishable(register, meetingId, command.today);
    if (command.version !== undefined && command.version !== (from.agenda?.version ?? 0))
      throw new VersionConflict([meetingId]);
    const wanted = await decide(from);
    const moment = { at: afterTheLast(from, command.at), day: dayItCounts(from, command.at), by: personOf(command) };
    const { agenda: asked, publication, face } = prepared(madeFirst(from, wanted), wanted, moment);
    if (publication.snapshot !== null) await laySnapshot(register.table, publication.snapshot, face);
    const { agenda, writes } = await shownAtOnce(asked, publication, wanted);
    return {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { id: meetingId, publicationId: publication.id, day: publication.day },
      changes: changesOf(from, wanted, { agenda, said: publication.said }),
      outbox: [
        { topic: 'publication-asked', recordId: meetingId, word: publication.id },
        ...(wanted.changesProgramme
          ? [{ topic: 'programme-changed' as const, recordId: agenda.bodyId, word: publication.id }]
          : []),
      ],
      unique: wanted.unique ?? [],
      also: [...(wanted.also ?? []), ...writes],
    };
  });
}

const requireOut = (agenda: Agenda | undefined, event: string): Agenda => {
  if (!agenda || !isOut(agenda)) throw new TransitionRefused('not-published', event);
  return agenda;
};

/** What the agenda's first publication puts out now. */
export function firstPublication({ agenda, items }: Pick<Publishable, 'agenda' | 'items'>): Publishing {
  if (!agenda) throw new TransitionRefused('no-agenda', 'publish');
  const itemIds = outgoing(agenda.record, items).out.map(({ itemId }) => itemId);
  return { sort: 'agenda', said: null, itemIds, reportIds: newReports(agenda.record, itemIds, items) };
}

/** The public's page as it would be if the agenda went out at this moment. */
export function preview(from: Publishable, at: string): PublishedMeeting {
  const moment = { at, day: dayItCounts(from, at), by: 'preview' };
  return prepared(from, { publishing: firstPublication(from) }, moment).face;
}

/** Of no moment of its own, so that two looks have the same name until something changes. */
const UNTIMED = '1970-01-01T00:00:00.000Z';

/** A name for what would go out now and the day on which it would count: it changes when either does. */
export function seenName(from: Publishable, at: string): string {
  const moment = { at: UNTIMED, day: dayItCounts(from, at), by: 'preview' };
  return nameOfSnapshot(prepared(from, { publishing: firstPublication(from) }, moment).face);
}

/** Publishes the agenda. Throws `ChangedSinceLooked` when it is not what was `seen`, `TransitionRefused` when it is out. */
export function publishAgenda(register: Register, command: Command, meetingId: string, seen?: string) {
  return ask(register, command, meetingId, (from) => {
    if (from.agenda && isOut(from.agenda.record)) throw new TransitionRefused('published', 'publish');
    // Refused here rather than when it is shown.
    meetingPublished(from.meeting.record);
    if (seen !== undefined && seen !== seenName(from, command.at)) throw new ChangedSinceLooked([meetingId]);
    return { publishing: firstPublication(from), event: 'agenda published' };
  });
}

/** A meeting whose agenda is out. One that was only planned is called by its notice. Throws `TransitionRefused`. */
export function meetingPublished(meeting: Meeting): Meeting {
  if (meeting.state === 'published') return meeting;
  const called = meeting.state === 'planned' ? moved(meetingTransitions, 'planned', 'call') : meeting.state;
  return { ...meeting, state: moved(meetingTransitions, called, 'publish') };
}

/** Items and reports added after the agenda went out; what changed is said, and no number changes. */
export function publishSupplement(
  register: Register,
  command: Command,
  meetingId: string,
  { itemIds, said }: { itemIds: readonly string[]; said: string },
) {
  return ask(register, command, meetingId, ({ agenda, items }) => {
    const out = requireOut(agenda?.record, 'supplement');
    const waiting = new Set(outgoing(out, items).out.map(({ itemId }) => itemId));
    const added = itemIds.filter((id) => waiting.has(id));
    const published = out.slots.filter(({ publishedOn }) => publishedOn !== null).map(({ itemId }) => itemId);
    const named = itemIds.filter((id) => waiting.has(id) || published.includes(id));
    const reportIds = newReports(out, named, items);
    const withReports = named.filter((id) => items.get(id)?.reports.some((report) => reportIds.includes(report.id)));
    const all = [...new Set([...added, ...withReports])];
    if (all.length === 0) throw new TransitionRefused('nothing-new', 'supplement');
    return { publishing: { sort: 'supplement', said, itemIds: all, reportIds }, event: 'supplement published' };
  });
}

const itemOut = (agenda: Agenda, itemId: string): Slot => {
  const slot = agenda.slots.find((one) => one.itemId === itemId);
  if (slot?.publishedOn == null) throw new TransitionRefused('not-published', 'withdraw');
  if (slot.withdrawn !== null) throw new TransitionRefused('withdrawn', 'withdraw');
  return slot;
};

/** What becomes of an item that was published: it is withdrawn for good, waits for another agenda, or goes to a meeting. */
export type AfterWithdrawal = 'for-good' | 'defer' | { readonly toMeetingId: string };

async function leaves(
  register: Register,
  command: Command,
  out: Agenda,
  { itemId, said: reason, after }: { itemId: string; said: string; after: AfterWithdrawal },
): Promise<Left> {
  const was = await get(register, agendaItems, itemId);
  if (after === 'for-good') {
    // What was considered already stays what it was: only its place on the agenda is withdrawn.
    const record = itemTransitions[was.record.state].withdraw ? withdrawnItem(was.record) : was.record;
    return leavesFor(register, command, out.id, { was, record, event: 'withdrawn after publication', reason });
  }
  const record = putOffFrom(out, was.record);
  if (after === 'defer')
    return leavesFor(register, command, out.id, { was, record, event: 'put off after publication', reason });
  const event = 'put off to another meeting after publication';
  return goesTo(register, command, after.toMeetingId, { was, record, event, reason });
}

/**
 * Takes an item off what the public reads; its number stays, with a note. In the same transaction it is withdrawn for
 * good, or put off with its reports and the promise that it reports on. One that should never have gone out is not put off.
 */
export function withdrawItem(
  register: Register,
  command: Command,
  meetingId: string,
  {
    itemId,
    said,
    titleShown,
    after = 'for-good',
  }: { itemId: string; said: string; titleShown: boolean; after?: AfterWithdrawal },
) {
  return ask(register, command, meetingId, async ({ agenda }) => {
    const out = requireOut(agenda?.record, 'withdraw');
    const { accessClass } = itemOut(out, itemId);
    if (after !== 'for-good' && !titleShown) throw new TransitionRefused('hidden', 'defer');
    const withdrawn = { on: command.today, note: said, titleShown };
    // Of private business nothing was ever shown: the note stays inside.
    const inPublicSaid = accessClass === 'private' ? null : said;
    return {
      publishing: { sort: 'withdrawal', said: inPublicSaid, itemIds: [itemId], withdrawn },
      event: after === 'for-good' ? 'item withdrawn' : 'item withdrawn and put off',
      ...(await leaves(register, command, out, { itemId, said, after })),
    };
  });
}

const reportOf = (items: ReadonlyMap<string, AgendaItem>, reportId: string): AgendaItem => {
  const found = [...items.values()].find(({ reports }) => reports.some(({ id }) => id === reportId));
  if (!found) throw new TransitionRefused('not-published', 'withdraw');
  return found;
};

/** Takes a report off what the public reads, with a note in its place. */
export function withdrawReport(
  register: Register,
  command: Command,
  meetingId: string,
  { reportId, said }: { reportId: string; said: string },
) {
  return ask(register, command, meetingId, ({ agenda, items }) => {
    const out = requireOut(agenda?.record, 'withdraw');
    const { id } = reportOf(items, reportId);
    if (!out.publications.some(({ reportIds }) => reportIds.includes(reportId)))
      throw new TransitionRefused('not-published', 'withdraw');
    const publishing: Publishing = { sort: 'withdrawal', said, itemIds: [id], withdrawnReportIds: [reportId] };
    return { publishing, event: 'report withdrawn' };
  });
}

/** Puts the newer reports of the same item in the place of one that was published; the note says so. */
export function replaceReport(
  register: Register,
  command: Command,
  meetingId: string,
  { reportId, said }: { reportId: string; said: string },
) {
  return ask(register, command, meetingId, ({ agenda, items }) => {
    const out = requireOut(agenda?.record, 'replace');
    const { id } = reportOf(items, reportId);
    const reportIds = newReports(out, [id], items);
    if (reportIds.length === 0) throw new TransitionRefused('nothing-new', 'replace');
    const publishing: Publishing = {
      sort: 'replacement',
      said,
      itemIds: [id],
      reportIds,
      withdrawnReportIds: [reportId],
    };
    return { publishing, event: 'report replaced' };
  });
}

/** Cancels a meeting; its page stays and says so. */
export function cancelMeeting(register: Register, command: Command, meetingId: string, said: string) {
  return ask(register, command, meetingId, ({ meeting: { record } }) => ({
    publishing: { sort: 'cancellation', said, itemIds: [] },
    event: 'cancellation published',
    changesProgramme: true,
    meeting: {
      record: { ...record, state: moved(meetingTransitions, record.state, 'cancel') },
      event: 'meeting cancelled',
    },
  }));
}

const freed = (value: string): Write => ({ remove: { pk: `UNIQUE#${value}`, sk: 'TAKEN' } });

export type MovedTo = { readonly day: Day; readonly time: string | null; readonly venue: string | null };

/** Moves a meeting. Its address stays and says where it was; it is convened for its new day from today. */
export function moveMeeting(
  register: Register,
  command: Command,
  meetingId: string,
  { to, said }: { to: MovedTo; said: string },
) {
  return ask(register, command, meetingId, ({ meeting: { record } }) => {
    if (!['planned', 'called', 'published'].includes(record.state)) throw new TransitionRefused(record.state, 'move');
    const { day, time, venue } = record;
    const [was, now] = [sitting(record), sitting({ ...record, ...to })];
    return {
      publishing: { sort: 'move', said, itemIds: [], movedFrom: { day, time, venue } },
      event: 'move published',
      changesProgramme: true,
      meeting: { record: { ...record, ...to, convenedOn: command.today }, event: 'meeting moved' },
      unique: was === now ? [] : [now],
      also: was === now ? [] : [freed(was)],
    };
  });
}

/** Records where the printed notice was put up, by whoever records it. Throws `TransitionRefused` while nothing is out. */
export function recordPosted(
  register: Register,
  command: Command,
  meetingId: string,
  posted: { where: string; on: Day; time: string },
) {
  return runCommand(register, command.commandId, async () => {
    const was = await get(register, agendas, meetingId);
    if (command.version !== undefined && command.version !== was.version) throw new VersionConflict([meetingId]);
    if (was.record.publications.length === 0) throw new TransitionRefused('not-published', 'post');
    const record = { ...was.record, posted: [...was.record.posted, { ...posted, by: personOf(command) }] };
    return {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { id: meetingId },
      changes: [change(agendas, { was, record, event: 'notice posted' })],
    };
  });
}

/**
 * Looks again for a publication that was not found where the public reads, whose documents could not be made, or whose
 * workflow gave up: everything that was done stays done, and only what was not is done. Throws `TransitionRefused` for
 * one that is complete.
 */
export function lookAgain(register: Register, command: Command, meetingId: string, publicationId: string) {
  return runCommand(register, command.commandId, async () => {
    const was = await get(register, agendas, meetingId);
    const found = was.record.publications.find(({ id }) => id === publicationId);
    if (!found || isComplete(found)) throw new TransitionRefused(found?.state ?? 'none', 'look-again');
    const { state: made } = found.documents;
    const now = {
      state: found.state === 'asked' ? ('asked' as const) : ('shown' as const),
      ...(made === 'not-made' ? { documents: { state: 'waiting' as const, made: [] } } : {}),
    };
    return {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { id: meetingId, publicationId },
      changes: [change(agendas, { was, record: settled(was.record, publicationId, now), event: 'looked for again' })],
      outbox: [{ topic: 'publication-asked', recordId: meetingId, word: `${publicationId}/${was.version}` }],
    };
  });
}
