import type { Day } from '../../shared/domain/calendar/day.ts';
import { formatDate, formatDay } from '../../shared/domain/calendar/day-words.ts';
import type { PublishedNotice } from '../../shared/domain/decisions/in-public.ts';
import type { PublishedWay } from '../../shared/domain/decisions/urgent-way.ts';
import { say } from '../../shared/pages/say.ts';
import type { PublishedTable } from '../../shared/store/published.ts';
import { publishedNotices, publishedWays } from '../../shared/store/published-decisions.ts';

type Rows = { term: string; text: string; note?: string }[];

/** A notice of a decision to come, as pages show it. */
export type Announcement = {
  id: string;
  title: string;
  note: string;
  statuses: { kind: string; text: string }[];
  rows: Rows;
  further: { title: string; rows: Rows } | null;
};

const lines = (text: string): string =>
  text === '' ? say('publicDecisions', 'notGiven') : text.split('\n').join('; ');

/** A notice as an entry: what it says, by the letters of regulation 9(1). */
function noticeEntry(notice: PublishedNotice): Announcement {
  const { from, to, further } = notice;
  const when =
    to === null ? formatDay(from) : say('publicDecisions', 'period', { from: formatDay(from), to: formatDay(to) });
  const row = (key: 'a' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h' | 'why' | 'urgent', text: string, note?: string) => ({
    term: say('publicDecisions', `field-${key}`),
    text,
    ...(note ? { note } : {}),
  });
  const names = notice.members.join(', ');
  return {
    id: notice.id,
    title: notice.matter,
    note: say('publicDecisions', 'noticeOut', { day: formatDate(notice.publishedOn) }),
    statuses: [
      ...(notice.keyDecision ? [{ kind: 'open', text: say('publicDecisions', 'keyDecision') }] : []),
      ...(notice.inPrivate === null
        ? []
        : [{ kind: 'private', text: say('publicDecisions', 'privateMeeting', { why: notice.inPrivate }) }]),
    ],
    rows: [
      ...(notice.statement === '' ? [] : [row('a', notice.statement)]),
      row('d', when),
      row('c', notice.maker, names === '' ? undefined : say('publicDecisions', 'members', { names })),
      row('e', lines(notice.documents)),
      row('f', lines(notice.address)),
      row('g', lines(notice.others)),
      row('h', lines(notice.howToAsk)),
      ...(notice.urgency === null
        ? []
        : [
            row(
              'urgent',
              say('publicDecisions', 'urgentWords', {
                who: say('publicDecisions', `office-${notice.urgency.agreedBy}`),
                name: notice.urgency.name,
                day: notice.urgency.on === null ? '' : formatDate(notice.urgency.on),
                why: notice.urgency.why,
              }),
            ),
          ]),
      ...(notice.privateBecause === '' ? [] : [row('why', notice.privateBecause)]),
    ],
    further: further && {
      title: say('publicDecisions', 'furtherTitle', { day: formatDate(further.publishedOn) }),
      rows: [
        {
          term: say('publicDecisions', 'representations'),
          text:
            further.representations === ''
              ? say('publicDecisions', 'noRepresentations')
              : lines(further.representations),
        },
        { term: say('publicDecisions', 'response'), text: lines(further.response) },
      ],
    },
  };
}

/** A key decision without 28 clear days' notice: who was told or agreed, and why. SI 2012/2089 regs 10 and 11. */
function wayEntry({ itemId, on, bodyName, matter, way }: PublishedWay): Announcement {
  const row = (key: 'c' | 'd' | 'told' | 'agreed' | 'noNotice' | 'urgentWhy', text: string) => ({
    term: say('publicDecisions', `field-${key}`),
    text,
  });
  const when = way.sort === 'general-exception' ? way.availableOn : way.agreedOn;
  const told = (of: Extract<PublishedWay['way'], { sort: 'general-exception' }>): string =>
    of.informedOn === null
      ? of.informed
      : say('publicDecisions', 'toldOn', { who: of.informed, day: formatDate(of.informedOn) });
  return {
    id: `way-${itemId}`,
    title: matter,
    note: say('publicDecisions', way.sort === 'general-exception' ? 'noticeOut' : 'agreedOn', {
      day: formatDate(when),
    }),
    statuses: [
      { kind: 'open', text: say('publicDecisions', 'keyDecision') },
      { kind: 'due', text: say('publicDecisions', `way-${way.sort}`) },
    ],
    rows: [
      row('d', formatDay(on)),
      row('c', bodyName),
      ...(way.sort === 'general-exception'
        ? [row('told', told(way)), row('noNotice', way.why)]
        : [
            row(
              'agreed',
              say('publicDecisions', 'agreedBy', {
                who: say('publicDecisions', `office-${way.agreedBy}`),
                name: way.name,
              }),
            ),
            row('urgentWhy', way.why),
          ]),
    ],
    further: null,
  };
}

/** Everything that is announced, by its day: which body, from which day to which, and the entry. */
export async function announcements(
  table: PublishedTable,
): Promise<{ bodyId: string; meetingId: string | null; from: Day; to: Day; entry: Announcement }[]> {
  const [notices, ways] = await Promise.all([publishedNotices(table), publishedWays(table)]);
  return [
    ...notices.map((one) => {
      const { bodyId, from, to } = one;
      return { bodyId, meetingId: null, from, to: to ?? from, entry: noticeEntry(one) };
    }),
    ...ways.map((one) => ({
      bodyId: one.bodyId,
      meetingId: one.meetingId,
      from: one.on,
      to: one.on,
      entry: wayEntry(one),
    })),
  ].toSorted((a, b) => a.from.localeCompare(b.from));
}
