import { type AgendaItem, unarranged } from '../../../shared/domain/agenda-items/agenda-item.ts';
import type { Minute } from '../../../shared/domain/minutes/minute.ts';
import type { Outcome, Resolution } from '../../../shared/domain/resolutions/resolution.ts';
import { meetingId, meetings } from './meetings.ts';

/** One piece of business as a meeting dealt with it, in the fewest words that make an item, a minute and a resolution. */
export type PastBusiness = {
  readonly number: string;
  readonly title: string;
  readonly purpose?: AgendaItem['purpose'];
  readonly reportOf?: string;
  readonly minute: string;
  readonly raised?: AgendaItem['mattersRaised'];
  /** Parts, in order: outcome and words. None where nothing was resolved. */
  readonly resolved?: readonly (readonly [Outcome, string])[];
};

/** What became of a piece of business. */
export type Business = { readonly item: AgendaItem; readonly minute: Minute; readonly resolution: Resolution | null };

/** 'item-hosb-2018-11-28-6'; `kind` is item, minute or resolution. */
export function businessId(
  kind: 'item' | 'minute' | 'resolution',
  bodyId: string,
  day: string,
  number: string,
): string {
  return `${kind}-${bodyId}-${day}-${number.replaceAll('.', '-')}`;
}

function meetingOf(bodyId: string, day: string) {
  const found = meetings.find((meeting) => meeting.id === meetingId(bodyId, day));
  if (!found) throw new Error(`The demonstration has no meeting of ${bodyId} on ${day}.`);
  return found;
}

/**
 * The business of a meeting already held. Items of a public meeting are published; minutes and resolutions when the
 * minutes are confirmed (`decisionsOut` where an executive has published its decisions before that).
 */
export function heldAt(
  bodyId: string,
  day: string,
  { decisionsOut = false }: { decisionsOut?: boolean },
  all: readonly PastBusiness[],
): readonly Business[] {
  const meeting = meetingOf(bodyId, day);
  const status = meeting.minutesStatus ?? 'not-known';
  const confirmed = meeting.published && status === 'confirmed';
  const access = (published: boolean) => ({ published, accessClass: published ? 'public' : 'internal' }) as const;
  return all.map(({ number, title, purpose = 'decision', reportOf = null, minute, raised = [], resolved = [] }) => {
    const [itemId, minuteId] = [businessId('item', bodyId, day, number), businessId('minute', bodyId, day, number)];
    return {
      item: {
        id: itemId,
        bodyId,
        meetingId: meeting.id,
        number,
        title,
        purpose,
        reportOf,
        ...unarranged,
        attendedFor: [],
        mattersRaised: [...raised],
        report: reportOf === null ? 'oral' : 'attached',
        commitmentId: null,
        state: 'considered',
        ...access(meeting.published),
      },
      minute: {
        id: minuteId,
        bodyId,
        meetingId: meeting.id,
        itemId,
        number,
        text: [minute, ...resolved.map(([, text], index) => `RESOLVED (${index + 1}) ${text}`)].join('\n\n'),
        status,
        recordedOn: day,
        source: 'typed',
        ...access(confirmed),
      },
      resolution:
        resolved.length === 0
          ? null
          : {
              id: businessId('resolution', bodyId, day, number),
              writtenResolutionId: null,
              votes: [],
              bodyId,
              meetingId: meeting.id,
              itemId,
              minuteId,
              resolvedOn: day,
              limbs: resolved.map(([outcome, text], index) => ({ number: String(index + 1), text, outcome })),
              ...access(confirmed || decisionsOut),
            },
    };
  });
}

/** Business still to come: on the agenda of a meeting that has not published it. */
export type ComingBusiness = Pick<AgendaItem, 'number' | 'title'> &
  Partial<Pick<AgendaItem, 'purpose' | 'reportOf' | 'report' | 'attendedFor' | 'commitmentId' | 'accessClass'>> &
  Partial<typeof unarranged> & {
    /** What its id ends in, where that is not its number. */
    readonly key?: string;
  };

/** Items on an agenda not yet published: seen inside only, and private business only by those who may. */
export function onAgendaOf(bodyId: string, day: string, all: readonly ComingBusiness[]): readonly AgendaItem[] {
  return all.map(({ key, ...item }) => ({
    ...unarranged,
    origin: { sort: 'typed' },
    purpose: null,
    reportOf: null,
    attendedFor: [],
    report: 'not-attached',
    commitmentId: null,
    accessClass: 'internal',
    ...item,
    id: businessId('item', bodyId, day, key ?? item.number ?? 'unnumbered'),
    bodyId,
    meetingId: meetingOf(bodyId, day).id,
    mattersRaised: [],
    state: 'on-agenda',
    published: false,
  }));
}
