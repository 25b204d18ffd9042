import '../words/public.ts';
import '../words/published.ts';
import { formatDate, formatDay } from '../../domain/calendar/day-words.ts';
import type { PublishedAgenda, PublishedItem } from '../../domain/meetings/published.ts';
import { exclusionMotion } from '../agendas/private-words.ts';
import { formatMoment } from '../day-words.ts';
import { fileInWords } from '../file-words.ts';
import { type Key, say } from '../say.ts';
import { publicAddresses } from './addresses.ts';

type Arranged = NonNullable<PublishedItem['arranged']>;
type Told = Pick<PublishedAgenda['publications'][number], 'sort' | 'number'>;

/** 'Supplement 2'. */
export function publicationName({ sort, number }: Told): string {
  return say('published', `sort-${sort}`, { number });
}

/** The name of the publication of an id. */
export function nameIn({ publications }: PublishedAgenda, id: string): string {
  const found = publications.find((one) => one.id === id);
  return found ? publicationName(found) : '';
}

const routeWords: Readonly<Record<string, Key<'published'>>> = {
  'own-terms': 'lateRoute-own-terms',
  'general-exception': 'lateRoute-general-exception',
  'special-urgency': 'lateRoute-special-urgency',
};

/** What the chair said beforehand decides nothing: it is followed in neutral words. */
const chairWords = (minded: boolean | null | undefined): Key<'published'> => {
  if (minded == null) return 'lateRoute-chairs-urgency';
  return minded ? 'lateRoute-chair-minded' : 'lateRoute-chair-not-minded';
};

function lateWords({ clearDays, needed, route, reason, minded }: NonNullable<Arranged['late']>): string {
  const had = say('published', 'lateBy', { count: clearDays, needed });
  const key = route === 'chairs-urgency' ? chairWords(minded) : routeWords[route ?? ''];
  return `${had} ${key ? say('published', key, { reason: reason ?? '' }) : say('published', 'lateNoRoute')}`;
}

const motionWords = ({ motion }: Arranged): string[] =>
  motion ? exclusionMotion(motion.items, { preset: motion.executive ? 'executive' : '' }) : [];

/** What stands below the title of an item, in sentences. */
export function notesOf(item: PublishedItem, arranged: Arranged, agenda: PublishedAgenda): string {
  const { presenter, addedBy, addedOn, late, withdrawn, keyDecision, partPrivate } = arranged;
  if (withdrawn) return say('published', 'withdrawnOn', { day: formatDate(withdrawn.on), note: withdrawn.note });
  const added = addedBy.startsWith('agenda')
    ? []
    : [say('published', 'addedBy', { publication: nameIn(agenda, addedBy), day: formatDate(addedOn) })];
  return [
    ...(item.reportOf === null ? [] : [`${say('public', 'reportOf', { who: item.reportOf })}.`]),
    ...(presenter === null ? [] : [say('published', 'presenter', { who: presenter })]),
    ...(keyDecision ? [say('published', 'keyDecision')] : []),
    ...(partPrivate ? [say('published', 'partPrivate')] : []),
    ...added,
    ...(late ? [lateWords(late)] : []),
    ...motionWords(arranged),
  ].join(' ');
}

type Log = NonNullable<Arranged['log']>;
type LogRow = Log['rows'][number];

function dueWords({ from, to }: LogRow): string {
  if (to === null) return say('published', 'logUndated');
  return from === null || from === to
    ? say('published', 'logDueDay', { day: formatDate(to) })
    : say('published', 'logDueWindow', { from: formatDate(from), to: formatDate(to) });
}

/** The action log that went out with the agenda: its title, and a table unless nothing is owed. */
export function logView({ asOf, rows }: Log, body: string) {
  return {
    title: say('published', 'logTitle'),
    lede: say('published', rows.length === 0 ? 'logNone' : 'logLede', { body, day: formatDay(asOf) }),
    head: [
      say('published', 'logReference'),
      say('published', 'logPromise'),
      say('published', 'logOwner'),
      say('published', 'logDue'),
      say('published', 'logStanding'),
    ],
    rows: rows.map((row) => [
      row.reference,
      row.subject,
      row.role ?? say('published', 'logNoRole'),
      dueWords(row),
      say('published', `log-${row.standing}`),
    ]),
  };
}

/** In one line, for the place of its report. */
export function logWords({ asOf, rows }: Log): string {
  return say('published', 'logLine', { count: rows.length, day: formatDate(asOf) });
}

/** Where a report is read; null where it cannot be read yet. */
export type ReportHref = (reportId: string) => string | null;

/** Where the agenda is shown: whose it is, and where its reports are read. */
export type Shown = { readonly bodyId: string; readonly hrefOf: ReportHref };

/** Where the action log stands on the page of its meeting. */
const LOG_ID = 'action-log';

/** What Quorate itself has put with a standing item, or nothing where such an item needs no report. */
function madeCell({ standing, report, reports, log, minutesOf }: Arranged, bodyId: string) {
  if (standing === undefined || reports.length > 0) return undefined;
  if (log) return { text: logWords(log), href: `#${LOG_ID}` };
  if (minutesOf)
    return {
      text: say('published', 'minutesOf', { day: formatDate(minutesOf.day) }),
      href: publicAddresses.meeting(bodyId, minutesOf.meetingId),
    };
  return report === 'oral' ? '' : undefined;
}

function reportCell(arranged: Arranged, agenda: PublishedAgenda, { bodyId, hrefOf }: Shown) {
  const { report, reports, toFollowReason } = arranged;
  // Of an item that was withdrawn there is no report to ask for.
  if (arranged.withdrawn && reports.length === 0) return '';
  if (toFollowReason !== null) return { text: say('published', 'report-to-follow'), note: toFollowReason };
  const made = madeCell(arranged, bodyId);
  if (made !== undefined) return made;
  if (reports.length === 0) return say('published', `report-${report}`);
  const lines = reports.map(({ id, title, bytes, pages, shownBy, withdrawn }) => {
    if (withdrawn)
      return {
        text: say('published', 'reportWithdrawn', { title, day: formatDate(withdrawn.on), note: withdrawn.note }),
      };
    const href = hrefOf(id);
    const added = !shownBy.startsWith('agenda');
    const text = added ? say('published', 'reportAdded', { title, publication: nameIn(agenda, shownBy) }) : title;
    return { text, note: fileInWords({ bytes, pages }), ...(href === null ? {} : { href }) };
  });
  return { lines };
}

const marks = ({ withdrawn, late }: Arranged) => {
  if (withdrawn) return { status: { kind: 'stop', text: say('published', 'withdrawn') } };
  return late ? { status: { kind: 'late', text: say('published', 'late') } } : {};
};

/** The number and the title of an item, or what stands in their place. */
export function titleOf({ number, title }: Pick<PublishedItem, 'number' | 'title'>): string {
  const words = title ?? say('published', 'titleNotShown');
  return number === null ? words : `${number}. ${words}`;
}

const purposeCell = ({ purpose, standing }: Arranged): string => {
  if (purpose !== null) return say('published', `purpose-${purpose}`);
  return standing === undefined ? say('published', 'noPurpose') : '';
};

/** The row of an item on the agenda: what it is, what it is for, and its report. */
export function agendaRow(item: PublishedItem, agenda: PublishedAgenda | null, shown: Shown) {
  const { arranged } = item;
  if (arranged === null || agenda === null) return null;
  const notes = notesOf(item, arranged, agenda);
  return {
    item: { text: titleOf(item), ...(notes === '' ? {} : { note: notes }), ...marks(arranged) },
    purpose: purposeCell(arranged),
    report: reportCell(arranged, agenda, shown),
  };
}

/** Part II in the words of the law, or null where there is none. */
export function partTwoView(agenda: PublishedAgenda | null) {
  if (!agenda?.partTwo) return null;
  const { paragraphs, specialReasons, confidential } = agenda.partTwo;
  const numbered = [
    'paragraph-1',
    'paragraph-2',
    'paragraph-3',
    'paragraph-4',
    'paragraph-5',
    'paragraph-6',
    'paragraph-7',
  ] as const;
  const lines = paragraphs.flatMap((number) => {
    const key = numbered[number - 1];
    return key ? [say('published', key)] : [];
  });
  const others = [
    ...specialReasons.map((reason) => say('published', 'partTwoSpecial', { reason })),
    ...(confidential ? [say('published', 'partTwoConfidential')] : []),
  ];
  const none = lines.length === 0 && others.length === 0;
  return { paragraphs: lines, others: none ? [say('published', 'partTwoNoReason')] : others };
}

/** What was published, the newest first: its name, when, and what it said. */
export function publicationsView(agenda: PublishedAgenda | null) {
  return (agenda?.publications ?? []).toReversed().map((one) => ({
    name: publicationName(one),
    when: say('published', 'publishedAt', { moment: formatMoment(one.at) }),
    counts: londonDayOf(one.at) === one.day ? '' : say('published', 'countsFrom', { day: formatDay(one.day) }),
    said: one.said ?? '',
  }));
}

const LONDON_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });
const londonDayOf = (at: string): string => LONDON_DAY.format(new Date(at));
