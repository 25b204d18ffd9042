/** A picture with the same facts as a table, so that neither can be shown without the other being at hand. */
export interface Figure {
  /** Ready HTML: one or two `<svg role="img">`, each with a label that states the finding. Everything in it is escaped. */
  html: string;
  table: { caption: string; head: (string | { text: string; number: true })[]; rows: string[][] };
}
