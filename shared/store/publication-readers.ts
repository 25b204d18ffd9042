import type { Agenda, Publication } from '../domain/agendas/agenda.ts';
import { divided, readersOf } from '../domain/agendas/publication-readers.ts';
import type { Day } from '../domain/calendar/day.ts';
import { bodies } from './bodies.ts';
import { agendaItems } from './business.ts';
import { membershipsOf, people } from './people.ts';
import { publicationOf, type Which } from './publication-steps.ts';
import { get, getMany, type Register } from './record-kind.ts';

/** Who hears of a publication of this agenda, and who gets it on paper. */
export async function readers(
  register: Register,
  { agenda, publication }: { agenda: Agenda; publication: Pick<Publication, 'sort' | 'itemIds'> },
  today: Day,
) {
  const [body, held, items] = await Promise.all([
    get(register, bodies, agenda.bodyId),
    membershipsOf(register, agenda.bodyId),
    getMany(
      register,
      agendaItems,
      agenda.slots.map(({ itemId }) => itemId),
    ),
  ]);
  const memberships = held.map(({ record }) => record);
  const byId = new Map(items.map(({ record }) => [record.id, record]));
  const { members, others } = readersOf(publication, byId, { bodyId: agenda.bodyId, memberships, today });
  const all = (await getMany(register, people, [...members, ...others])).map(({ record }) => record);
  const { told, paper } = divided(all, members, { kind: body.record.kind, publication, today });
  return { told, paper, members };
}

/** The people to be told of a publication, by id. Empty when there is no such publication. */
export async function toBeTold(register: Register, which: Which, today: Day): Promise<{ told: readonly string[] }> {
  const found = await publicationOf(register, which);
  if (!found) return { told: [] };
  const { told } = await readers(register, { agenda: found.agenda.record, publication: found.publication }, today);
  return { told: told.map(({ id }) => id) };
}
