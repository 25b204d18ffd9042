import type { Block } from '../../../../shared/documents/print-document.ts';
import { formatDate } from '../../../../shared/domain/calendar/day-words.ts';
import type { Business } from '../business.ts';
import { businessOfCouncil } from '../business-of-council.ts';
import { businessOfHosb } from '../business-of-hosb.ts';
import { meetingId } from '../meetings.ts';
import { type Paper, said } from './paper.ts';

const blocksOf = ({ item, minute }: Business): Block[] => [
  { sort: 'heading', level: 2, text: `${item.number}. ${item.title}`, id: item.id },
  ...minute.text.split('\n\n').map(said),
];

/** The minutes of a meeting, as they are put before the next one to be confirmed. */
function draftMinutes(
  bodyId: 'hosb' | 'cabinet',
  { of, before, caption }: { of: string; before: string; caption: string },
): Paper {
  const business = [...businessOfHosb, ...businessOfCouncil].filter(
    ({ item }) => item.meetingId === meetingId(bodyId, of),
  );
  return {
    id: `report-${bodyId}-${before}-3-1`,
    itemId: `item-${bodyId}-${before}-3`,
    title: `Draft minutes of ${formatDate(of)}`,
    caption,
    addedOn: '2019-04-10',
    blocks: [
      { sort: 'marked', text: 'Draft, until they are confirmed at the next meeting.' },
      ...business.flatMap(blocksOf),
    ],
  };
}

/** Minutes that are to be confirmed at the two meetings to look at. */
export const minutesToConfirm: readonly Paper[] = [
  draftMinutes('hosb', {
    of: '2019-03-13',
    before: '2019-04-25',
    caption: 'Health Overview and Scrutiny Board, 13 March 2019',
  }),
  draftMinutes('cabinet', { of: '2019-04-09', before: '2019-04-30', caption: 'Cabinet, 9 April 2019' }),
];
