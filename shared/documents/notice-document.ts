import '../pages/words/documents.ts';
import { formatDay } from '../domain/calendar/day-words.ts';
import { formatTime } from '../pages/day-words.ts';
import { say } from '../pages/say.ts';
import { businessOn, contactOf, footOf, isPrivate, type MeetingPrinted, whenAndWhere } from './meeting-facts.ts';
import type { Block, PrintDocument } from './print-document.ts';

/** Rows to write in by hand, below those that are recorded. */
const EMPTY_ROWS = 3;

const paragraph = (text: string): Block => ({ sort: 'paragraph', text });

function postedRows({ agenda, persons }: MeetingPrinted): string[][] {
  const recorded = (agenda?.posted ?? []).map(({ where, by, on, time }) => [
    where,
    time === '' ? formatDay(on) : say('documents', 'dayAndTime', { day: formatDay(on), time: timeIn(time) }),
    persons.get(by)?.name ?? '',
    '',
  ]);
  return [...recorded, ...Array.from({ length: EMPTY_ROWS }, () => ['', '', '', ''])];
}

const timeIn = (time: string): string => (/^\d{2}:\d{2}$/.test(time) ? formatTime(time) : time);

function openness(printed: MeetingPrinted): Block[] {
  if (printed.meeting.openTo === 'private') return [paragraph(say('documents', 'noticePrivate'))];
  const partly = businessOn(printed).some(isPrivate);
  return [
    paragraph(say('documents', 'noticeOpen')),
    ...(partly ? [paragraph(say('documents', 'noticePart'))] : []),
    paragraph(say('documents', 'noticeInspect', { address: printed.publicHref })),
  ];
}

/**
 * The notice of a meeting to be put up at the offices: time and place (LGA 1972 s.100A(6)(a); SI 2012/2089 reg 6; the
 * 1960 Act s.1(4)(a)), with a table in which whoever puts it up signs. Nothing of private business.
 */
export function noticeDocument(printed: MeetingPrinted): PrintDocument {
  const { meeting, body, organisation, procedure } = printed;
  const isOff = meeting.state === 'cancelled';
  const slots = { body: body.name, organisation };
  return {
    title: say('documents', 'noticeTitle'),
    caption: body.name,
    organisation,
    foot: footOf(printed),
    blocks: [
      paragraph(say('documents', isOff ? 'noticeCancelled' : 'noticeGiven', slots)),
      { sort: 'facts', rows: [...whenAndWhere(printed), ...contactOf(printed)] },
      ...(isOff ? [] : openness(printed)),
      ...(procedure.notice === null
        ? []
        : [paragraph(say('documents', 'noticeLaw', { rule: procedure.notice.sourceOfRule }))]),
      { sort: 'heading', level: 2, text: say('documents', 'postedTitle'), id: 'posted' },
      {
        sort: 'table',
        caption: say('documents', 'postedCaption'),
        head: [
          say('documents', 'headWhere'),
          say('documents', 'headDay'),
          say('documents', 'headBy'),
          say('documents', 'headSignature'),
        ],
        widths: [3, 3, 2, 3],
        rows: postedRows(printed),
        tall: true,
      },
    ],
  };
}
