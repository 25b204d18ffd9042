import type { AgendaItem } from '../domain/agenda-items/agenda-item.ts';
import type { Agenda, Publication } from '../domain/agendas/agenda.ts';
import { settled } from '../domain/agendas/publication.ts';
import type { Actor } from '../domain/history/history-entry.ts';
import { type Meeting, meetingTransitions } from '../domain/meetings/meeting.ts';
import { withoutHidden } from '../domain/meetings/published-agenda.ts';
import { agendas } from './agendas.ts';
import { agendaItems } from './business.ts';
import { change, runCommand } from './commit.ts';
import { meetings } from './meetings.ts';
import { noteForAdministrator } from './operations.ts';
import { meetingPublished } from './publication-acts.ts';
import { publishable } from './publish.ts';
import {
  feedLine,
  isLaid,
  laySnapshot,
  nameOfSnapshot,
  pointTo,
  shownNow,
  snapshotNamed,
  unlisted,
} from './published.ts';
import { find, get, getMany, type Register, type Versioned } from './record-kind.ts';
import type { Write } from './table.ts';

/** One act of publishing: the meeting whose agenda holds it, and its id there. */
export type Which = { readonly meetingId: string; readonly publicationId: string };
type Moment = { readonly at: string; readonly today: string };

const system: Actor = { sort: 'system', part: 'agenda-publication' };

/** Thrown when a snapshot is not there as its name says and can no longer be made: nothing is shown rather than half of it. */
export class SnapshotMissing extends Error {
  override name = 'SnapshotMissing';
}

/** The publication with its agenda as they are now; undefined when there is none of the name. */
export async function publicationOf(
  register: Register,
  { meetingId, publicationId }: Which,
): Promise<{ agenda: Versioned<Agenda>; publication: Publication } | undefined> {
  const agenda = await find(register, agendas, meetingId);
  const publication = agenda?.record.publications.find(({ id }) => id === publicationId);
  return agenda && publication && { agenda, publication };
}

/**
 * Sees to it that the snapshot is there, whole and as its name says. It was laid when the publication was asked for; one
 * that is torn is laid again where the records still make the same. Throws `SnapshotMissing`.
 */
export async function repairSnapshot(register: Register, which: Which, { today }: Moment): Promise<'laid' | 'none'> {
  const found = await publicationOf(register, which);
  const snapshot = found?.publication.snapshot ?? null;
  if (found === undefined || snapshot === null) return 'none';
  if (await isLaid(register.table, snapshot)) return 'laid';
  const { face, meeting } = await publishable(register, which.meetingId, today);
  const agenda = settled(found.agenda.record, which.publicationId, { snapshot: null });
  const again = face({ ...meeting.record, published: true, accessClass: 'public' }, agenda);
  if (nameOfSnapshot(again) !== snapshot) throw new SnapshotMissing(snapshot);
  await laySnapshot(register.table, snapshot, again);
  return 'laid';
}

const shownMeeting = (meeting: Meeting, { sort, snapshot }: Publication): Meeting => {
  // Cancelled or held meanwhile: what went out went out, and the meeting stays what it has become.
  const canPublish = meeting.state === 'planned' || meetingTransitions[meeting.state].publish !== undefined;
  const out = sort === 'agenda' && canPublish ? meetingPublished(meeting) : meeting;
  return snapshot === null ? out : { ...out, published: true, accessClass: 'public' };
};

/** Lines of the feed that named what is hidden now say nothing of it. They keep their places, so that readers follow. */
function feedWithoutHidden(agenda: Agenda, { bodyName, day }: { bodyName: string; day: string }): Write[] {
  return agenda.publications
    .filter(
      ({ snapshot, state, said }) => snapshot !== null && state !== 'asked' && withoutHidden(agenda, said) !== said,
    )
    .map(({ id: publicationId, sort, number, at }) =>
      feedLine(agenda.bodyId, { meetingId: agenda.id, publicationId, sort, number, bodyName, day, said: null, at }),
    );
}

/** What changes on the public side: the pointer, the listing under its day and no other, and a line in the feed. */
export async function publicWrites(register: Register, agenda: Agenda, publication: Publication): Promise<Write[]> {
  const { snapshot, at, id, sort, number, said } = publication;
  if (snapshot === null) return [];
  const [face, now] = await Promise.all([snapshotNamed(register.table, snapshot), shownNow(register.table, agenda.id)]);
  if (!face) throw new SnapshotMissing(snapshot);
  const { sitting } = face;
  const line = feedLine(agenda.bodyId, {
    meetingId: agenda.id,
    publicationId: id,
    sort,
    number,
    bodyName: sitting.bodyName,
    day: sitting.day,
    said: withoutHidden(agenda, said),
    at,
  });
  // A later act is shown already and holds this one too: the public is never taken back to an older state.
  if (now && now.at > at) return [line];
  const former = agenda.publications.flatMap(({ movedFrom }) => (movedFrom ? [movedFrom.day] : []));
  const hidden = feedWithoutHidden(agenda, sitting);
  return [...pointTo(sitting, { snapshot, at }), ...unlisted(sitting, former), ...hidden, line];
}

/** Items that a commit marks at once; each is two actions. */
const ITEMS_AT_ONCE = 15;

/** Says on each item that it has been published. Each once, however often it is tried. */
async function markItems(register: Register, which: Which, { itemIds, sort }: Publication, { at }: Moment) {
  if (sort !== 'agenda' && sort !== 'supplement') return;
  for (let from = 0; from < itemIds.length; from += ITEMS_AT_ONCE) {
    const batch = await getMany(register, agendaItems, itemIds.slice(from, from + ITEMS_AT_ONCE));
    const unmarked = batch.filter(({ record }) => !record.published);
    if (unmarked.length === 0) continue;
    const commandId = `mark-${from}-${which.publicationId}-${which.meetingId}`;
    const changes = unmarked.map((was) => {
      const record: AgendaItem = { ...was.record, published: true };
      if (record.accessClass === 'internal') record.accessClass = 'public';
      return change(agendaItems, { was, record, event: 'published' });
    });
    await runCommand(register, commandId, async () => ({ commandId, actor: system, at, outcome: {}, changes }));
  }
}

/** Shows the publication to the public: one transaction, once. `none` when there is no such publication. */
export async function showPublication(
  register: Register,
  which: Which,
  moment: Moment,
): Promise<'shown' | 'already' | 'none'> {
  const found = await publicationOf(register, which);
  if (!found) return 'none';
  const { agenda, publication } = found;
  if (publication.state === 'asked') {
    const meeting = await get(register, meetings, which.meetingId);
    const now = shownMeeting(meeting.record, publication);
    const isSame = JSON.stringify(now) === JSON.stringify(meeting.record);
    const record = settled(agenda.record, publication.id, { state: 'shown' });
    const also = await publicWrites(register, agenda.record, publication);
    const commandId = `show-${which.publicationId}-${which.meetingId}`;
    await runCommand(register, commandId, async () => ({
      commandId,
      actor: system,
      at: moment.at,
      outcome: { ...which },
      changes: [
        change(agendas, { was: agenda, record, event: `${publication.sort} shown` }),
        ...(isSame ? [] : [change(meetings, { was: meeting, record: now, event: 'published' })]),
      ],
      also,
    }));
  }
  await markItems(register, which, publication, moment);
  return publication.state === 'asked' ? 'shown' : 'already';
}

type Looked = { readonly proof: string | null; readonly found: Publication['found'] };

/** Records what was found on looking where the public looks: the proof, or that it was not there. */
export async function recordProof(register: Register, which: Which, { proof, found }: Looked, { at, today }: Moment) {
  const there = await publicationOf(register, which);
  if (!there) return 'none';
  const { agenda, publication } = there;
  if (publication.state === 'verified') return 'verified';
  const state = proof === null ? 'failed' : 'verified';
  const record = settled(agenda.record, publication.id, {
    state,
    ...(proof === null ? {} : { verifiedAt: at, proof, found: [...found] }),
  });
  // Not found twice is two entries, since somebody had it looked for between the two; so is found again, with its documents.
  const once = state === 'failed' ? agenda.version : (publication.verifiedAt ?? '');
  const commandId = `${state}-${once}-${which.publicationId}-${which.meetingId}`;
  const event =
    proof === null ? `${publication.sort} not found where the public reads` : `${publication.sort} verified`;
  await runCommand(register, commandId, async () => ({
    commandId,
    actor: system,
    at,
    outcome: { ...which, state },
    changes: [change(agendas, { was: agenda, record, event })],
  }));
  if (proof === null) {
    const note = {
      day: today,
      what: 'publication-not-found' as const,
      id: which.meetingId,
      detail: which.publicationId,
    };
    await noteForAdministrator(register.table, note);
  }
  return state;
}
