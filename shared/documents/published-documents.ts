// Everything here is made from the snapshot that the public reads, and from nothing else: what is not in it cannot get out.
import '../pages/words/agendas.ts';
import '../pages/words/documents.ts';
import '../pages/words/published.ts';
import { formatDate, formatDay } from '../domain/calendar/day-words.ts';
import type { PublishedAgenda, PublishedItem, PublishedMeeting } from '../domain/meetings/published.ts';
import type { MadeDocument } from '../domain/meetings/published-document.ts';
import { formatTime } from '../pages/day-words.ts';
import { publicAddresses } from '../pages/published/addresses.ts';
import { logView, nameIn, notesOf, partTwoView, publicationsView, titleOf } from '../pages/published/agenda-view.ts';
import { noticesOf } from '../pages/published/meeting-view.ts';
import { say } from '../pages/say.ts';
import type { Block, PrintDocument } from './print-document.ts';

/** Of whom it is and where it is read. No slash at the end of the address. */
export type Publisher = { readonly organisation: string; readonly publicAddress: string };

const paragraph = (text: string): Block => ({ sort: 'paragraph', text });
const section = (id: string, text: string): Block => ({ sort: 'heading', level: 2, text, id });

const addressOf = ({ sitting }: PublishedMeeting, { publicAddress }: Publisher): string =>
  `${publicAddress}${publicAddresses.meeting(sitting.bodyId, sitting.id)}`;

function factsOf({ sitting: { day, time, venue }, agenda }: PublishedMeeting): Block {
  const person = agenda?.contact ?? null;
  const when =
    time === null
      ? say('documents', 'timeUnknown', { day: formatDay(day) })
      : say('documents', 'dayAndTime', { day: formatDay(day), time: formatTime(time) });
  const contact = person && [person.name, person.jobTitle, person.telephone, person.email].filter(Boolean).join(', ');
  return {
    sort: 'facts',
    rows: [
      { term: say('documents', 'when'), text: when },
      { term: say('documents', 'where'), text: venue ?? say('documents', 'whereUnknown') },
      ...(contact ? [{ term: say('documents', 'contact'), text: contact }] : []),
    ],
  };
}

type Arranged = NonNullable<PublishedItem['arranged']>;

function reportLine(
  { title, pages, shownBy, withdrawn }: Arranged['reports'][number],
  agenda: PublishedAgenda,
): string {
  if (withdrawn)
    return say('published', 'reportWithdrawn', { title, day: formatDate(withdrawn.on), note: withdrawn.note });
  const long = pages === null ? title : say('documents', 'reportTitle', { title, count: pages });
  return shownBy.startsWith('agenda')
    ? long
    : say('published', 'reportAdded', { title: long, publication: nameIn(agenda, shownBy) });
}

/** The reports of an item that is still on the agenda, or what stands in their place. */
function reportBlocks({ report, reports, toFollowReason, withdrawn }: Arranged, agenda: PublishedAgenda): Block[] {
  // Of an item that was withdrawn there is no report to wait for.
  if (withdrawn && reports.length === 0) return [];
  if (toFollowReason !== null) return [paragraph(say('agendas', 'toFollowReason', { reason: toFollowReason }))];
  if (reports.length > 0) return [{ sort: 'list', items: reports.map((one) => reportLine(one, agenda)) }];
  return report === 'to-follow' ? [paragraph(say('documents', 'toFollow'))] : [];
}

const purposeLine = (purpose: NonNullable<Arranged['purpose']>): string =>
  say('documents', 'purpose', { purpose: say('published', `purpose-${purpose}`).toLowerCase() });

function logBlocks({ log }: Arranged, body: string): Block[] {
  if (!log) return [];
  const { title, lede, head, rows } = logView(log, body);
  const table: Block = { sort: 'table', caption: title, head, widths: [3, 6, 4, 4, 3], rows };
  return [paragraph(lede), ...(rows.length === 0 ? [] : [table])];
}

/** Where the minutes before the meeting are read. */
function minutesBlocks({ minutesOf }: Arranged, bodyId: string, { publicAddress }: Publisher): Block[] {
  if (!minutesOf) return [];
  const address = `${publicAddress}${publicAddresses.meeting(bodyId, minutesOf.meetingId)}`;
  return [paragraph(say('published', 'minutesAt', { day: formatDate(minutesOf.day), address }))];
}

type Of = { readonly sitting: PublishedMeeting['sitting']; readonly publisher: Publisher };

function itemBlocks(item: PublishedItem, agenda: PublishedAgenda, { sitting, publisher }: Of): Block[] {
  const { id, number, arranged } = item;
  const heading: Block = {
    sort: 'heading',
    level: 3,
    ...(number === null ? {} : { number }),
    text: titleOf({ ...item, number: null }),
    id: `item-${id}`,
  };
  if (arranged === null) return [heading];
  const { purpose, withdrawn, late } = arranged;
  const notes = notesOf(item, arranged, agenda);
  return [
    heading,
    ...(late && !withdrawn ? [{ sort: 'marked' as const, text: say('published', 'late') }] : []),
    ...(purpose === null || withdrawn ? [] : [paragraph(purposeLine(purpose))]),
    ...(notes === '' ? [] : [paragraph(notes)]),
    ...reportBlocks(arranged, agenda),
    ...logBlocks(arranged, sitting.bodyName),
    ...minutesBlocks(arranged, sitting.bodyId, publisher),
  ];
}

function partTwoBlocks(agenda: PublishedAgenda): Block[] {
  const partTwo = partTwoView(agenda);
  if (partTwo === null) return [];
  return [
    section('part-2', say('published', 'partTwoTitle')),
    paragraph(say('published', 'partTwo')),
    ...(partTwo.paragraphs.length === 0
      ? []
      : [paragraph(say('published', 'partTwoParagraphs')), { sort: 'list' as const, items: partTwo.paragraphs }]),
    ...partTwo.others.map(paragraph),
  ];
}

const publishedBlocks = (agenda: PublishedAgenda): Block[] => [
  section('published', say('published', 'publicationsTitle')),
  {
    sort: 'list',
    items: publicationsView(agenda).map(({ name, when, counts, said }) =>
      [`${name}. ${when}.`, counts, said].filter((words) => words !== '').join(' '),
    ),
  },
];

const frameOf = ({ sitting }: PublishedMeeting, { organisation }: Publisher) => ({
  caption: sitting.bodyName,
  organisation,
  foot: say('documents', 'foot', { body: sitting.bodyName, day: formatDate(sitting.day) }),
});

function agendaOf(meeting: PublishedMeeting, publisher: Publisher): PrintDocument | null {
  const { agenda, items, sitting } = meeting;
  if (agenda === null || !sitting.agendaOut) return null;
  const arranged = items.filter((item) => item.arranged !== null);
  return {
    title: say('documents', 'agendaTitle'),
    ...frameOf(meeting, publisher),
    blocks: [
      ...noticesOf(meeting).map((text): Block => ({ sort: 'marked', text })),
      factsOf(meeting),
      paragraph(say('documents', 'readOnline', { address: addressOf(meeting, publisher) })),
      section('part-1', say('documents', agenda.partTwo === null ? 'business' : 'partOneRoman')),
      ...(arranged.length === 0 ? [paragraph(say('documents', 'noItems'))] : []),
      ...arranged.flatMap((item) => itemBlocks(item, agenda, { sitting, publisher })),
      ...partTwoBlocks(agenda),
      ...publishedBlocks(agenda),
    ],
  };
}

function businessOf({ items, agenda, sitting }: PublishedMeeting): Block[] {
  const arranged = items.filter((item) => item.arranged !== null);
  if (agenda === null || arranged.length === 0 || sitting.cancelled) return [];
  const words = (item: PublishedItem): string => {
    const title = titleOf({ ...item, number: null });
    if (item.arranged?.withdrawn) return `${title} (${say('published', 'withdrawn')})`;
    return item.arranged?.late ? `${title} (${say('published', 'late')})` : title;
  };
  return [
    section('business', say('published', 'noticeBusiness')),
    { sort: 'lines', items: arranged.map((item) => ({ number: item.number ?? '', text: words(item) })) },
    ...partTwoBlocks(agenda),
  ];
}

/** LGA 1972 s.100A(6)(a), SI 2012/2089 reg 6, the 1960 Act s.1(4)(a): time and place, and what is to be done there. */
function noticeOf(meeting: PublishedMeeting, publisher: Publisher): PrintDocument | null {
  const { sitting, agenda } = meeting;
  // Notice is given once: a supplement does not give it again, and must not make it look late.
  const dated = agenda?.publications[0]?.day;
  if (dated === undefined) return null;
  const lede = sitting.cancelled ? 'noticeCancelled' : 'noticeLede';
  return {
    title: say('published', 'noticeTitle'),
    ...frameOf(meeting, publisher),
    blocks: [
      paragraph(say('published', lede, { body: sitting.bodyName })),
      ...noticesOf(meeting).map((text): Block => ({ sort: 'marked', text })),
      factsOf(meeting),
      ...(sitting.cancelled ? [] : [paragraph(say('published', 'noticeOpen'))]),
      ...businessOf(meeting),
      paragraph(say('published', 'noticeReports', { address: addressOf(meeting, publisher) })),
      paragraph(say('published', 'noticeDated', { day: formatDate(dated) })),
    ],
  };
}

/** What is made of a snapshot: its agenda, once that is out, and the notice of its meeting. The same snapshot makes the same. */
export function documentsOfSnapshot(
  meeting: PublishedMeeting,
  publisher: Publisher,
): readonly { readonly name: MadeDocument['name']; readonly document: PrintDocument }[] {
  const [agenda, notice] = [agendaOf(meeting, publisher), noticeOf(meeting, publisher)];
  return [
    ...(agenda ? [{ name: 'agenda' as const, document: agenda }] : []),
    ...(notice ? [{ name: 'notice' as const, document: notice }] : []),
  ];
}
