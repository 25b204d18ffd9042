import type { Person } from '../../../shared/domain/people/person.ts';
import { say } from '../../../shared/pages/say.ts';
import { businessOf } from '../../../shared/store/business.ts';
import type { WebRequest } from '../route.ts';
import { agendaToAgree } from './agendas-soon.ts';
import { agesOf, closedSince, comingTo, nextMeetingOf, overdueIn, overdueRows, toCome } from './chair-view.ts';
import { expectedAtNext } from './expected-members.ts';
import { type OwnBody, ownBodies } from './home-data.ts';

async function nextItems(request: WebRequest, own: OwnBody) {
  const [next] = toCome(own, request.today);
  if (!next) return [];
  const { items } = await businessOf(request.services.register, next.id);
  return items.map(({ record }) => record).filter((item) => item.state !== 'withdrawn');
}

function nextAgreement(request: WebRequest, own: OwnBody) {
  const [next] = toCome(own, request.today);
  return next ? agendaToAgree(request, next.id, own.context.body.id) : null;
}

/** What a chair or vice-chair sees: their own committees and nothing else. */
export async function chairSection(request: WebRequest, bodyIds: readonly string[], persons: Map<string, Person>) {
  const { today } = request;
  const on = { persons, today };
  const allowed = bodyIds.filter((bodyId) => request.may('chair.home', { bodyId }));
  const bodies = await ownBodies(request, allowed, persons);
  const [items, expected, agreements] = await Promise.all([
    Promise.all(bodies.map((own) => nextItems(request, own))),
    Promise.all(bodies.map((own) => expectedAtNext(request, own, persons))),
    Promise.all(bodies.map((own) => nextAgreement(request, own))),
  ]);
  const overdue = overdueIn(bodies, today);
  const worst = overdue[0]?.workingDays ?? 0;
  return {
    lede:
      overdue.length === 0 ? say('home', 'chairLedeNone') : say('home', 'chairLede', { count: overdue.length, worst }),
    several: bodies.length > 1,
    overdue: overdueRows(overdue, on),
    figure: agesOf(overdue),
    next: bodies.map((own, index) => ({
      ...nextMeetingOf(own, items[index] ?? [], on),
      expected: expected[index] ?? null,
      agreement: agreements[index] ?? null,
    })),
    coming: bodies.map((own) => comingTo(own, on)),
    closed: bodies.flatMap((own) => closedSince(own, on)),
  };
}
