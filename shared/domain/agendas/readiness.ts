import type { AgendaItem } from '../agenda-items/agenda-item.ts';
import type { Day } from '../calendar/day.ts';
import type { Agenda, Slot } from './agenda.ts';
import { isOut } from './agenda.ts';
import { type Judging, judgeItem } from './lateness.ts';
import { reportInForce } from './publication.ts';

/** A slot with its item. */
export type Business = { readonly slot: Slot; readonly item: AgendaItem };

/** All that has a number on the agenda, withdrawn or not, in its order; a slot whose item cannot be read is left out. */
export function numberedBusiness(agenda: Agenda, items: ReadonlyMap<string, AgendaItem>): readonly Business[] {
  return agenda.slots.flatMap((slot) => {
    const item = items.get(slot.itemId);
    return item === undefined ? [] : [{ slot, item: { ...item, report: reportInForce(agenda, item) } }];
  });
}

/** What there is of the agenda that was not withdrawn, in its order. */
export function businessOf(agenda: Agenda, items: ReadonlyMap<string, AgendaItem>): readonly Business[] {
  return numberedBusiness(agenda, items).filter(({ slot }) => slot.withdrawn === null);
}

/** Whether a written report belongs to an item: everything that is not standing or oral business. */
export function wantsReport({ report, origin }: AgendaItem): boolean {
  return report !== 'oral' && !(origin.sort === 'standing' && report === 'attached');
}

/** What is ready of an agenda and what is not. None of it holds publication up. */
export type Readiness = {
  readonly out: boolean;
  readonly reports: { readonly here: number; readonly of: number };
  readonly missing: readonly Business[];
  readonly toFollow: readonly Business[];
  readonly withoutReason: readonly Business[];
  readonly blocked: readonly Business[];
  readonly late: readonly Business[];
  readonly chair: 'not-asked' | 'asked' | 'agreed' | 'question';
  readonly posted: boolean;
};

/** Reads an agenda as it stands on a day. */
export function readinessOf(
  agenda: Agenda,
  business: readonly Business[],
  { ifPublished, judging }: { ifPublished: Day; judging: Judging },
): Readiness {
  const written = business.filter(({ item }) => wantsReport(item));
  const toFollow = written.filter(({ item }) => item.report === 'to-follow');
  const { answer, askedOn } = agenda.chairsAgreement;
  return {
    out: isOut(agenda),
    reports: { here: written.filter(({ item }) => item.report === 'attached').length, of: written.length },
    missing: written.filter(({ item }) => item.report === 'not-attached'),
    toFollow,
    withoutReason: toFollow.filter(({ item }) => (item.toFollowReason ?? '') === ''),
    blocked: business.filter(({ item, slot }) => item.blockedBy !== null && slot.publishedOn === null),
    late: business.filter(({ slot }) => judgeItem(slot, ifPublished, judging).word === 'late'),
    chair: answer ?? (askedOn === null ? 'not-asked' : 'asked'),
    posted: agenda.posted.length > 0,
  };
}
