import { type AgendaItem, agendaItem, unarranged } from '../domain/agenda-items/agenda-item.ts';
import { type Minute, minute } from '../domain/minutes/minute.ts';
import { type Resolution, resolution } from '../domain/resolutions/resolution.ts';
import { list, type RecordKind, type Register, type Versioned } from './record-kind.ts';

const ofMeeting = (sort: string, meetingId: string | null, id: string) =>
  meetingId === null ? {} : { gsi1: [`MEETING#${meetingId}#${sort}`, id] as const };

/** The first shape knew nothing of what the agenda builder arranges. */
function arrangedLater(old: Record<string, unknown>): Record<string, unknown> {
  const attended: unknown = old['attendedFor'];
  const attendedFor = Array.isArray(attended) ? attended.map((one) => ({ at: null, ...one })) : [];
  return { ...unarranged, ...old, attendedFor };
}

/** Agenda items; listed by meeting, and by body while they wait for one. */
export const agendaItems: RecordKind<AgendaItem> = {
  type: 'agenda-item',
  schema: agendaItem,
  stored: 2,
  upcasts: { 1: arrangedLater },
  accessClassOf: ({ accessClass }) => accessClass,
  lists: ({ id, bodyId, meetingId, state }) => ({
    ...ofMeeting('ITEMS', meetingId, id),
    ...(state === 'deferred' || state === 'proposed' ? { gsi2: [`WAITING#${bodyId}`, id] as const } : {}),
  }),
};

/** Business of a body that was deferred, or proposed and on no agenda yet. */
export async function waitingItems(register: Register, bodyId: string): Promise<Versioned<AgendaItem>[]> {
  return list(register, agendaItems, { index: 'gsi2', partition: `WAITING#${bodyId}` });
}

/** Minutes; listed by meeting. */
export const minutes: RecordKind<Minute> = {
  type: 'minute',
  schema: minute,
  stored: 1,
  upcasts: {},
  accessClassOf: ({ accessClass }) => accessClass,
  lists: ({ id, meetingId }) => ofMeeting('MINUTES', meetingId, id),
};

/** Resolutions; listed by meeting, and those passed in writing by body. */
export const resolutions: RecordKind<Resolution> = {
  type: 'resolution',
  schema: resolution,
  stored: 2,
  // The first shape knew of resolutions passed at a meeting only.
  upcasts: { 1: (old) => ({ ...old, writtenResolutionId: null, votes: [] }) },
  accessClassOf: ({ accessClass }) => accessClass,
  lists: ({ id, bodyId, meetingId, resolvedOn }) =>
    meetingId === null
      ? { gsi1: [`RESOLUTIONS#${bodyId}`, `${resolvedOn}#${id}`] }
      : ofMeeting('RESOLUTIONS', meetingId, id),
};

/** What was before a meeting: its items, minutes and resolutions. */
export async function businessOf(
  register: Register,
  meetingId: string,
): Promise<{ items: Versioned<AgendaItem>[]; minutes: Versioned<Minute>[]; resolutions: Versioned<Resolution>[] }> {
  const [items, minuted, resolved] = await Promise.all([
    list(register, agendaItems, { index: 'gsi1', partition: `MEETING#${meetingId}#ITEMS` }),
    list(register, minutes, { index: 'gsi1', partition: `MEETING#${meetingId}#MINUTES` }),
    list(register, resolutions, { index: 'gsi1', partition: `MEETING#${meetingId}#RESOLUTIONS` }),
  ]);
  return { items, minutes: minuted, resolutions: resolved };
}

/** How many items each meeting has on its agenda, by the meeting's id; only those that the reader may know of. */
export async function itemsPerMeeting(
  register: Register,
  meetingIds: readonly string[],
  mayKnow: (item: AgendaItem) => boolean,
): Promise<Map<string, number>> {
  const counts = await Promise.all(
    meetingIds.map(async (id): Promise<[string, number]> => {
      const items = await list(register, agendaItems, { index: 'gsi1', partition: `MEETING#${id}#ITEMS` });
      return [id, items.filter(({ record }) => record.state !== 'withdrawn' && mayKnow(record)).length];
    }),
  );
  return new Map(counts);
}
