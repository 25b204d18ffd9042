import '../words/public.ts';
import type { PublishedMeeting } from '../../domain/meetings/published.ts';
import { say } from '../say.ts';
import { titleOf } from './agenda-view.ts';
import { outcomeWord } from './outcome-words.ts';

type Item = PublishedMeeting['items'][number];

/** The text of a minute as paragraphs of lines, just as it was written. */
export function paragraphsOf(text: string): string[][] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    )
    .filter((lines) => lines.length > 0);
}

const outcomesOf = ({ limbs }: Item): string =>
  [...new Set(limbs.map(({ outcome }) => outcomeWord(outcome)))].join(', ');

const outcomeCell = (item: Item): string => {
  if (item.limbs.length > 0) return outcomesOf(item);
  return say('public', item.minutes.length > 0 ? 'noDecision' : 'notMinuted');
};

/** An agenda item as its page shows it: its row in the agenda, and its own section where there is more to tell. */
export function itemView(item: Item) {
  const title = titleOf(item);
  const told = item.minutes.length > 0 || item.limbs.length > 0;
  const anchor = `item-${item.id}`;
  const report = item.reportOf === null ? {} : { note: say('public', 'reportOf', { who: item.reportOf }) };
  return {
    title,
    anchor,
    told,
    row: { item: { text: title, ...(told ? { href: `#${anchor}` } : {}), ...report }, outcome: outcomeCell(item) },
    parts: item.limbs.map(({ number, text, outcome }) => ({ number, text, outcome: outcomeWord(outcome) })),
    minutes: item.minutes.map(({ text }) => paragraphsOf(text)),
  };
}
