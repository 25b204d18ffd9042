import { type AgendaItem, unarranged } from '../domain/agenda-items/agenda-item.ts';
import type { Commitment } from '../domain/commitments/commitment.ts';
import type { Meeting } from '../domain/meetings/meeting.ts';
import type { Minute } from '../domain/minutes/minute.ts';
import type { AccessClass } from '../domain/record.ts';
import type { Resolution } from '../domain/resolutions/resolution.ts';
import type { Find, FindOf } from './find.ts';
import { findsOf, keptOf } from './kept-finds.ts';
import { itemOf } from './parts.ts';
import { speaksOfPrivateBusiness } from './private-business.ts';
import { promiseFrom } from './promise-from.ts';
import type { PartToEnter, ReadingRecord } from './reading-record.ts';

/** What one part puts in the register. An item's first part has the item and its minute; the rest only what follows. */
export type EnteredRecords = {
  item: AgendaItem | null;
  minute: Minute | null;
  resolution: Resolution | null;
  commitments: readonly Commitment[];
};

/** Thrown when a part names a find that the reading does not hold, or a text not accepted is entered: a mistake in the code. */
export class NotAccepted extends Error {
  override name = 'NotAccepted';
}

/** Business is as open as the meeting it was before; being open is not being published. */
function opennessOf(
  meeting: Pick<Meeting, 'accessClass'>,
  { reading }: Pick<ReadingRecord, 'reading'>,
): { business: AccessClass; promise: AccessClass } {
  if (speaksOfPrivateBusiness(reading.source)) return { business: 'private', promise: 'private' };
  // A promise is chased inside the organisation: it is not told in public channels because its resolution may be read.
  return { business: meeting.accessClass, promise: meeting.accessClass === 'private' ? 'private' : 'internal' };
}

/** The records of one part of an accepted text. Pure: the same part gives the same records, however often it is entered. */
export function recordsOfPart(record: ReadingRecord, part: PartToEnter, meeting: Meeting): EnteredRecords {
  const [by, today] = [record.acceptedBy, record.acceptedOn];
  if (by === null || today === null) throw new NotAccepted(`Reading ${record.id} has not been accepted`);
  const open = opennessOf(meeting, record);
  const base = { bodyId: record.bodyId, published: false, accessClass: open.business } as const;
  return {
    item: part.isFirst ? { ...unarranged, ...base, ...itemFrom(record, part), meetingId: meeting.id } : null,
    minute: part.isFirst
      ? {
          ...base,
          ...minuteFrom(record, part),
          meetingId: meeting.id,
          status: record.minutesStatus,
          recordedOn: today,
          source: record.source === 'typed' ? 'typed' : 'read',
        }
      : null,
    resolution: resolutionFrom(record, part, { ...base, meetingId: meeting.id }),
    commitments: part.promises.map((promise) =>
      promiseFrom(record, part, promise, { by, today, accessClass: open.promise }),
    ),
  };
}

type Business = Pick<
  AgendaItem,
  | 'id'
  | 'number'
  | 'title'
  | 'purpose'
  | 'reportOf'
  | 'attendedFor'
  | 'mattersRaised'
  | 'report'
  | 'commitmentId'
  | 'state'
>;

const oneLine = (text: string, most: number): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, most);

function itemFrom(record: ReadingRecord, part: PartToEnter): Business {
  const items = keptOf(record, 'item');
  const found = items.find(({ id }) => id === part.itemFindId);
  const belongs = (find: Find): boolean => itemOf(find, items) === part.itemFindId;
  const documents = keptOf(record, 'supporting-documents').filter(belongs);
  return {
    id: part.itemId,
    number: found?.number?.slice(0, 20) ?? null,
    title: oneLine(found?.title ?? record.ownTitle ?? '', 500),
    purpose: null,
    reportOf: presentedBy(keptOf(record, 'presenter').filter(belongs)),
    attendedFor: keptOf(record, 'attendee')
      .filter(belongs)
      .filter(({ attendance }) => attendance === 'for-this-item')
      .map(({ id, name }) => ({ named: oneLine(name, 200), personId: record.matched[id] ?? null, at: null })),
    mattersRaised: keptOf(record, 'matter-raised')
      .filter(belongs)
      .map(({ id, text }) => ({
        text: oneLine(text, 2000),
        answer: record.mattersToFollow.includes(id) ? 'to-follow' : 'answered',
      })),
    report: documents.some(({ names }) => names.length > 0) ? 'attached' : 'not-attached',
    commitmentId: null,
    state: 'considered',
  };
}

function presentedBy(presenters: readonly FindOf<'presenter'>[]): string | null {
  const named = presenters.map(({ name, role }) => (role === null ? name : `${name}, ${role}`));
  return named.length === 0 ? null : oneLine([...new Set(named)].join('; '), 500);
}

/** The minute's words are those of the text from its item to the next; what stands before the first item goes with it. */
function minuteFrom(record: ReadingRecord, part: PartToEnter): Pick<Minute, 'id' | 'itemId' | 'number' | 'text'> {
  const items = keptOf(record, 'item');
  const index = items.findIndex(({ id }) => id === part.itemFindId);
  const from = index <= 0 ? 0 : (items[index]?.start ?? 0);
  const to = index === -1 ? undefined : items[index + 1]?.start;
  return {
    id: part.minuteId,
    itemId: part.itemId,
    number: items[index]?.number?.slice(0, 40) ?? null,
    text: record.reading.source.slice(from, to),
  };
}

type Held = Pick<Resolution, 'bodyId' | 'published' | 'accessClass' | 'meetingId'>;

function resolutionFrom(record: ReadingRecord, part: PartToEnter, held: Held): Resolution | null {
  if (part.resolutionId === null) return null;
  const finds = findsOf(record);
  const limbs = part.limbs.map((findId) => {
    const find = finds.find(({ id }) => id === findId);
    if (find?.kind !== 'resolution') throw new NotAccepted(`${findId} is no part of a resolution`);
    return {
      number: find.number?.slice(0, 20) ?? null,
      text: find.text.trim().slice(0, 10_000),
      outcome: find.outcome,
    };
  });
  return {
    ...held,
    id: part.resolutionId,
    itemId: part.itemId,
    minuteId: part.minuteId,
    resolvedOn: record.meetingDay,
    limbs,
    writtenResolutionId: null,
    votes: [],
  };
}
