import '../pages/words/agendas.ts';
import '../pages/words/documents.ts';
import '../pages/words/published.ts';
import type { ItemReport } from '../domain/agenda-items/agenda-item.ts';
import { formatDate } from '../domain/calendar/day-words.ts';
import { paragraphWords } from '../pages/agendas/private-words.ts';
import { say } from '../pages/say.ts';
import {
  type Business,
  businessOn,
  contactOf,
  footOf,
  holdersAt,
  isPrivate,
  type MeetingPrinted,
  warningsOf,
  whenAndWhere,
} from './meeting-facts.ts';
import type { Block, PrintDocument } from './print-document.ts';

/** For whom it is printed. Of private business the public's copy has the description that the law asks for, and no word more. */
export type For = 'public' | 'members';

const membership = (printed: MeetingPrinted) => {
  const named = (term: string, roles: Parameters<typeof holdersAt>[1]) => {
    const text = holdersAt(printed, roles)
      .map(({ person }) => person.name)
      .join('; ');
    return text === '' ? [] : [{ term, text }];
  };
  return [
    ...named(say('documents', 'chair'), ['chair']),
    ...named(say('documents', 'viceChair'), ['vice-chair']),
    ...named(say('documents', 'members'), ['member']),
    ...named(say('documents', 'coOptees'), ['co-optee']),
    ...named(say('documents', 'substitutes'), ['substitute']),
  ];
};

const reportWords = ({ title, pages }: ItemReport): string =>
  pages === null ? title : say('documents', 'reportTitle', { title, count: pages });

const reportLines = ({ item }: Business, to: For): string[] => {
  const named = item.reports.filter(({ accessClass }) => to === 'members' || accessClass !== 'private');
  const hides = to === 'public' && named.length < item.reports.length;
  const reason =
    item.toFollowReason === null ? [] : [say('agendas', 'toFollowReason', { reason: item.toFollowReason })];
  const follows = reason.length > 0 ? reason : [say('documents', 'toFollow')];
  return [
    ...(named.length > 0 ? [say('documents', 'reports', { titles: named.map(reportWords).join('; ') })] : []),
    ...(hides ? [say('documents', 'partPrivate')] : []),
    ...(item.report === 'to-follow' ? follows : []),
    ...(item.report === 'oral' && item.origin.sort !== 'standing' ? [say('documents', 'oral')] : []),
  ];
};

const factLine = ({ item: { purpose, reportOf, presenter } }: Business): string[] => {
  const facts = [
    ...(purpose === null ? [] : [say('agendas', `purpose-${purpose}`)]),
    ...(reportOf === null ? [] : [say('agendas', 'reportBy', { who: reportOf })]),
    ...(presenter === null ? [] : [say('agendas', 'presentedBy', { who: presenter })]),
  ];
  return facts.length === 0 ? [] : [facts.join('. ')];
};

function itemBlocks(one: Business, to: For): Block[] {
  const { slot } = one;
  // Withdrawn because it should never have gone out: its number and the note stay, and no word of its own.
  const isEmptied = slot.withdrawn?.titleShown === false;
  const title = isEmptied ? say('published', 'titleNotShown') : slot.title;
  const gone =
    slot.withdrawn && say('documents', 'withdrawn', { day: formatDate(slot.withdrawn.on), note: slot.withdrawn.note });
  const lines = gone === null ? [...factLine(one), ...reportLines(one, to)] : [gone];
  return [
    {
      sort: 'heading',
      level: 3,
      ...(slot.number === '' ? {} : { number: slot.number }),
      text: title,
      id: `item-${slot.itemId}`,
    },
    ...lines.map((line): Block => ({ sort: 'paragraph', text: line })),
  ];
}

/** Why the public are likely to be excluded: LGA 1972 s.100B(5) asks for the description, the 1960 Act s.1(2) for the reason. */
function grounds(hidden: readonly Business[]): Block[] {
  const reasons = hidden.flatMap(({ item }) => item.privateReason ?? []);
  const numbers = reasons.flatMap((one) => (one.scheme === 'schedule-12A' ? one.paragraphs : []));
  const special = reasons.flatMap((one) => (one.scheme === '1960-act' ? [one.specialReason] : []));
  const paragraphs = [...new Set(numbers)].toSorted((a, b) => a - b);
  const law = (text: string, items: readonly string[]): Block[] =>
    items.length === 0
      ? []
      : [
          { sort: 'paragraph', text },
          { sort: 'list', items },
        ];
  const said = [
    ...law(say('documents', 'partTwoLaw'), paragraphs.map(paragraphWords)),
    ...law(say('documents', 'partTwoSpecial'), [...new Set(special)]),
    ...(reasons.some(({ scheme }) => scheme === 'confidential')
      ? [{ sort: 'paragraph' as const, text: say('documents', 'partTwoConfidential') }]
      : []),
  ];
  return said.length > 0 ? said : [{ sort: 'paragraph', text: say('documents', 'partTwoBare') }];
}

/**
 * The front sheet of an agenda: when and where, who sits, the business. The public's copy leaves out private business and
 * what may not be published yet; the members' copy has both, and says so at the top.
 */
export function agendaDocument(printed: MeetingPrinted, to: For): PrintDocument {
  const all = businessOn(printed);
  const open = all.filter((one) => !isPrivate(one) && (to === 'members' || one.item.blockedBy === null));
  const hidden = all.filter((one) => isPrivate(one) && one.slot.withdrawn === null);
  return {
    title: say('documents', 'agendaTitle'),
    caption: printed.body.name,
    organisation: printed.organisation,
    foot: footOf(printed),
    blocks: [
      ...warningsOf(printed).map((text): Block => ({ sort: 'marked', text })),
      ...(to === 'members' && hidden.length > 0
        ? [{ sort: 'marked' as const, text: say('documents', 'membersCopy') }]
        : []),
      { sort: 'heading', level: 2, text: say('documents', 'meetingTitle'), id: 'meeting' },
      { sort: 'facts', rows: [...whenAndWhere(printed), ...membership(printed), ...contactOf(printed)] },
      { sort: 'heading', level: 2, text: say('documents', 'partOne'), id: 'part-1' },
      ...(open.length === 0 ? [{ sort: 'paragraph' as const, text: say('documents', 'noItems') }] : []),
      ...open.flatMap((one) => itemBlocks(one, to)),
      ...(hidden.length === 0
        ? []
        : [
            { sort: 'heading' as const, level: 2 as const, text: say('documents', 'partTwo'), id: 'part-2' },
            { sort: 'marked' as const, text: say('documents', 'notForPublication') },
            ...grounds(hidden),
            ...(to === 'members' ? hidden.flatMap((one) => itemBlocks(one, to)) : []),
          ]),
    ],
  };
}
