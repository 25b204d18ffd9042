import type { PrivateReason } from '../agenda-items/agenda-item.ts';
import type { AccessClass } from '../record.ts';

/** Paragraphs of Schedule 12A whose papers every councillor may inspect: LGA 1972 s.100F(2), (2A). */
const openToEveryCouncillor: readonly number[] = [3, 6];

/** Who asks for a paper, as far as it matters here; each that day. */
export type PaperReader = {
  /** May know of the private business of the body that the paper goes to: its members, its secretary, the proper officer. */
  knowsPrivate: boolean;
  /** May know of what goes to that body and is not private. */
  knowsOpen: boolean;
  /** A member of the council. */
  councillor: boolean;
};

/**
 * Would the statute let any councillor inspect a paper that is exempt for this reason? Only where each paragraph named
 * is 3 or 6, and paragraph 3 not as terms proposed in contract negotiations (s.100F(2A)); never what is confidential,
 * and nothing of bodies that the 1960 Act governs.
 */
export function everyCouncillorMaySee(reason: PrivateReason | null): boolean {
  if (reason?.scheme !== 'schedule-12A') return false;
  const { paragraphs, contractTerms } = reason;
  return paragraphs.every((one) => openToEveryCouncillor.includes(one)) && !(contractTerms && paragraphs.includes(3));
}

/**
 * May this person read a paper put with an item? The body's own members and its officers read all of theirs; another
 * councillor reads open papers (LGA 1972 s.100F(1)) and of exempt ones those of `everyCouncillorMaySee`.
 */
export function mayReadPaper(
  reader: PaperReader,
  paper: { accessClass: AccessClass },
  item: { accessClass: AccessClass; privateReason: PrivateReason | null },
): boolean {
  if (reader.knowsPrivate) return true;
  const isPrivate = paper.accessClass === 'private' || item.accessClass === 'private';
  if (!isPrivate) return reader.knowsOpen || reader.councillor;
  return reader.councillor && everyCouncillorMaySee(item.privateReason);
}
