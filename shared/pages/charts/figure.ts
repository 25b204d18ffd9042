/** A picture with the same facts as a table, so that neither can be shown without the other being at hand. */
export interface Figure {
  /** Ready HTML: one or two `<svg role="img">`, each with a label that states the finding. */
  svg: string;
  table: { caption: string; head: string[]; rows: string[][] };
}
