import '../words/public.ts';
import '../words/published.ts';
import { formatDay } from '../../domain/calendar/day-words.ts';
import type { PublishedMeeting, PublishedSitting } from '../../domain/meetings/published.ts';
import { formatTime } from '../day-words.ts';
import { say } from '../say.ts';
import { publicAddresses } from './addresses.ts';
import { agendaRow, logView, partTwoView, publicationsView, type ReportHref } from './agenda-view.ts';
import { itemView } from './item-view.ts';
import { questionsView } from './questions-view.ts';
import { sittingStatuses } from './sitting-statuses.ts';

const minutesNote = ({ sitting, items }: PublishedMeeting): string | undefined => {
  const shown = items.some(({ minutes }) => minutes.length > 0);
  if (sitting.minutesStatus === 'draft') return say('public', shown ? 'draftExplained' : 'draftNotShown');
  return sitting.minutesStatus === 'not-known' ? say('public', 'notKnownExplained') : undefined;
};

const momentOf = ({ day, time }: Pick<PublishedSitting, 'day' | 'time'>): string =>
  time === null ? formatDay(day) : say('published', 'movedDay', { day: formatDay(day), time: formatTime(time) });

/** What has become of the meeting, said before anything else on its page. */
export function noticesOf({ sitting, agenda }: PublishedMeeting): string[] {
  const saidOf = (sort: string): string => agenda?.publications.findLast((one) => one.sort === sort)?.said ?? '';
  return [
    ...(sitting.cancelled ? [say('published', 'cancelledNote', { said: saidOf('cancellation') }).trim()] : []),
    ...(sitting.movedFrom
      ? [say('published', 'movedNote', { was: momentOf(sitting.movedFrom), said: saidOf('move') }).trim()]
      : []),
  ];
}

const words = () => ({ item: say('public', 'headItem'), outcome: say('public', 'headOutcome') });

/** The agenda as a table: as it was published where it was, or as the minutes tell it. */
function tableOf(meeting: PublishedMeeting, coming: boolean, hrefOf: ReportHref) {
  const { item, outcome } = words();
  const shown = { bodyId: meeting.sitting.bodyId, hrefOf };
  const items = meeting.items.map((one) => ({ view: itemView(one), row: agendaRow(one, meeting.agenda, shown) }));
  const arranged = items.some(({ row }) => row !== null);
  const cell = ({ view, row }: (typeof items)[number]) => ({
    ...view.row.item,
    ...row?.item,
    ...(view.told ? { href: `#${view.anchor}` } : {}),
  });
  const head = [
    item,
    ...(arranged ? [say('published', 'headPurpose'), say('published', 'headReport')] : []),
    ...(coming ? [] : [outcome]),
  ];
  const rows = items.map((one) => [
    cell(one),
    ...(arranged ? [one.row?.purpose ?? '', one.row?.report ?? ''] : []),
    ...(coming ? [] : [one.view.row.outcome]),
  ]);
  return { head, rows, told: items.map(({ view }) => view).filter(({ told }) => told) };
}

function logOf({ items, sitting }: PublishedMeeting) {
  const log = items.find(({ arranged }) => arranged?.log)?.arranged?.log;
  return log ? logView(log, sitting.bodyName) : null;
}

/** The page of a published meeting, all but its frame: made from the snapshot alone. */
export function meetingView(
  meeting: PublishedMeeting,
  { today, contact, isOut = true }: { today: string; contact: { text: string; href?: string }; isOut?: boolean },
) {
  const { sitting, agenda } = meeting;
  // Of what is not out yet, a report's public address leads nowhere.
  const hrefOf: ReportHref = (report) => (isOut ? publicAddresses.report(sitting.bodyId, sitting.id, report) : null);
  const coming = sitting.day > today || (sitting.day === today && sitting.minutesStatus === null);
  const { head, rows, told } = tableOf(meeting, coming, hrefOf);
  const { bodyId, id } = sitting;
  return {
    sitting,
    dayInWords: formatDay(sitting.day),
    statuses: sittingStatuses(sitting),
    notices: noticesOf(meeting),
    minutesNote: minutesNote(meeting),
    coming,
    agendaOut: sitting.agendaOut,
    head,
    rows,
    items: told,
    log: logOf(meeting),
    questions: questionsView(meeting),
    partTwo: partTwoView(agenda),
    publications: publicationsView(agenda),
    person: agenda?.contact ?? null,
    contact,
    askHref: coming && !sitting.cancelled ? publicAddresses.ask(bodyId) : null,
    calendarHref: publicAddresses.calendarOf(bodyId, id),
    noticeHref: publicAddresses.notice(bodyId, id),
  };
}
