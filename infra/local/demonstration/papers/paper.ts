import type { Block } from '../../../../shared/documents/print-document.ts';

/** A report as somebody in the demonstration wrote it. Its PDF lies beside, under its id. */
export type Paper = {
  /** Also its id as a report: 'report-hosb-2019-04-25-6-1'. */
  readonly id: string;
  /** The item it is put with. */
  readonly itemId: string;
  /** As the agenda names it. */
  readonly title: string;
  /** Above its title: the body and the day. */
  readonly caption: string;
  /** Not for publication. */
  readonly isPrivate?: true;
  readonly addedOn: string;
  readonly blocks: readonly Block[];
};

/** A paragraph. */
export function said(text: string): Block {
  return { sort: 'paragraph', text };
}

/** A section of a report under its number. */
export function part(number: string, text: string): Block {
  return { sort: 'heading', level: 2, text: `${number}. ${text}`, id: `part-${number}` };
}

/** Recommendations, or anything else that is a list. */
export function listed(...items: readonly string[]): Block {
  return { sort: 'list', items };
}

/** Who wrote it, when and for what: the head of every report. */
export function headOf(rows: Readonly<Record<string, string>>): Block {
  return { sort: 'facts', rows: Object.entries(rows).map(([term, text]) => ({ term, text })) };
}
