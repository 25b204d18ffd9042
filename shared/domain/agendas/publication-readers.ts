import type { AgendaItem } from '../agenda-items/agenda-item.ts';
import type { BodyKind } from '../bodies/body.ts';
import { heldOn, type Membership, type Role } from '../bodies/membership.ts';
import type { Day } from '../calendar/day.ts';
import { hasLeft, type Person } from '../people/person.ts';
import type { Publication } from './agenda.ts';

const sits: readonly Role[] = ['chair', 'vice-chair', 'member', 'co-optee', 'substitute'];
const attends: readonly Role[] = ['secretary', 'cover-secretary', 'officer', 'observer'];

type Of = { readonly bodyId: string; readonly memberships: readonly Membership[]; readonly today: Day };

const holding = (roles: readonly Role[], { bodyId, memberships, today }: Of): string[] =>
  memberships
    .filter((held) => held.bodyId === bodyId && roles.includes(held.role) && heldOn(held, today))
    .map(({ personId }) => personId);

/** Everybody whom a publication concerns: who sits, who attends, and who is invited for an item. Each once. */
export function readersOf(
  publication: Pick<Publication, 'sort' | 'itemIds'>,
  items: ReadonlyMap<string, AgendaItem>,
  of: Of,
): { readonly members: readonly string[]; readonly others: readonly string[] } {
  const members = [...new Set(holding(sits, of))];
  // A move or a cancellation concerns everybody who was to come for any item.
  const named = publication.itemIds.length > 0 ? publication.itemIds : [...items.keys()];
  const invited = named.flatMap((id) => items.get(id)?.attendedFor ?? []).flatMap(({ personId }) => personId ?? []);
  const others = new Set([...holding(attends, of), ...invited]);
  return { members, others: [...others].filter((id) => !members.includes(id)) };
}

const summons: readonly Publication['sort'][] = ['agenda', 'supplement'];

/** Why somebody gets it on paper: a summons needs their consent to come electronically, and any message an address. */
export type OnPaper = 'no-consent' | 'no-address';

/**
 * How a member hears of a publication. The summons to a full council goes electronically only to those who have agreed
 * (LGA 1972 Sch 12 para 4(1A), (1B)); everybody else's notice is a courtesy and comes by their own channel.
 */
export function onPaper(
  person: Person,
  kind: BodyKind,
  { sort }: Pick<Publication, 'sort'>,
  today: Day,
): OnPaper | null {
  const agreed = person.summonedElectronicallyFrom;
  if (kind === 'council' && summons.includes(sort) && (agreed === undefined || agreed > today)) return 'no-consent';
  const reached = (person.email !== null && person.emailConfirmed) || person.slackUserId !== null;
  return reached ? null : 'no-address';
}

/** Of those concerned, who is told and who gets it on paper. Who has left is neither. */
export function divided(
  people: readonly Person[],
  members: readonly string[],
  { kind, publication, today }: { kind: BodyKind; publication: Pick<Publication, 'sort'>; today: Day },
): { readonly told: readonly Person[]; readonly paper: readonly { person: Person; why: OnPaper }[] } {
  const here = people.filter((person) => !hasLeft(person, today));
  const why = (person: Person): OnPaper | null => {
    const found = onPaper(person, kind, publication, today);
    // Only a member is summoned.
    return found === 'no-consent' && !members.includes(person.id) ? null : found;
  };
  return {
    told: here.filter((person) => why(person) === null),
    paper: here.flatMap((person) => {
      const found = why(person);
      return found === null ? [] : [{ person, why: found }];
    }),
  };
}
