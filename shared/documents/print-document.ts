/** A stretch of a document. Headings go one level down at most; level 1 is the document's title. */
export type Block =
  | {
      readonly sort: 'heading';
      readonly level: 2 | 3;
      readonly text: string;
      readonly id: string;
      /** Of an item: it hangs at the left, and what follows stands beside it. */
      readonly number?: string;
    }
  | { readonly sort: 'paragraph'; readonly text: string }
  /** What a reader must not miss, set apart. */
  | { readonly sort: 'marked'; readonly text: string }
  /** Names and values. */
  | { readonly sort: 'facts'; readonly rows: readonly { readonly term: string; readonly text: string }[] }
  | { readonly sort: 'list'; readonly items: readonly string[] }
  /** Lines one below the other, each with its own number. */
  | { readonly sort: 'lines'; readonly items: readonly { readonly number: string; readonly text: string }[] }
  | {
      readonly sort: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      /** Shares of the width, one for each column. */
      readonly widths: readonly number[];
      readonly rows: readonly (readonly string[])[];
      /** Rows high enough to write in. */
      readonly tall?: true;
    };

/** A document to be printed: one description, from which both the page and the PDF are made. Plain words only. */
export type PrintDocument = {
  readonly title: string;
  /** Above the title: the body. */
  readonly caption: string;
  readonly organisation: string;
  /** At the foot of each page of paper, beside its number. */
  readonly foot: string;
  /** On paper that lies on its long side. */
  readonly wide?: true;
  readonly blocks: readonly Block[];
};

/** What can be printed, as its addresses name it. */
export const printNames = ['agendas', 'action-logs', 'attendance', 'notices', 'special-urgency'] as const;
export type PrintName = (typeof printNames)[number];
