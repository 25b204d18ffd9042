import type { Block } from './blocks.ts';
import type { Reading } from './find.ts';
import type { PageSort } from './promises.ts';

type Kind = Reading['kind'];

const labels: readonly { kind: Kind; shape: RegExp }[] = [
  { kind: 'agenda-item', shape: /^(?:Agenda item|Issue - meetings|Issue details)$/i },
  { kind: 'other', shape: /^Decision details$/i },
  {
    kind: 'cover-sheet',
    shape: /^(?:Title of report|Report title|Paper no|Date of meeting|Title of meeting)\b|\bTitle of report Purpose\b/i,
  },
  {
    kind: 'minutes',
    shape:
      /^(?:(?:draft |unconfirmed |approved )?minutes? of\b(?! previous| last| the (?:previous|last))|agenda(?:, decisions)? and minutes$|at a meeting of|minutes:$|minutes$|those attending|present\b)|\bmeeting held (?!in public)|\bheld (?:their|its) meeting\b|\bMINUTES$/i,
  },
  { kind: 'report', shape: /^(?:Report of|Report by|PERIOD OF REPORT|Purpose of the Report|This report provides)\b/i },
];

/** What sort of page a text is, by the first line that says so, else by whether anything was decided in it. */
export function pageKindOf(blocks: readonly Block[], decided: boolean): Kind {
  let report: Kind | null = null;
  for (const block of blocks.slice(0, 400)) {
    if (/\bAction Log\b/i.test(block.text) && block.text.length < 120 && block.mark === null) return 'other';
    const label = labels.find(({ shape }) => shape.test(block.text));
    if (label === undefined || (label.kind === 'minutes' && report !== null)) continue;
    if (label.kind !== 'report') return label.kind;
    report ??= label.kind;
  }
  if (decided && report === null) return 'minutes';
  return (
    report ??
    (/\bminutes\b/i.test(
      blocks
        .slice(0, 12)
        .map((block) => block.text)
        .join(' '),
    )
      ? 'minutes'
      : 'other')
  );
}

/** Minutes and decisions record promises; reports and cover sheets may ask for them; any other page makes none. */
export function pageSortOf(kind: Kind, blocks: readonly Block[]): PageSort {
  if (kind === 'minutes' || kind === 'agenda-item') return 'record';
  if (kind === 'report' || kind === 'cover-sheet') return 'paper';
  const head = blocks
    .slice(0, 12)
    .map((block) => block.text)
    .join(' ');
  return /\b(?:Decision details|Action Log|notes|meeting|minutes|actions)\b/i.test(head) ? 'record' : 'neither';
}
