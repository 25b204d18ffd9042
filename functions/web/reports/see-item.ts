import { mayReadItem } from '../../../shared/domain/access/draft-agenda.ts';
import { mayReadPaper, type PaperReader } from '../../../shared/domain/access/exempt-papers.ts';
import type { AgendaItem, ItemReport } from '../../../shared/domain/agenda-items/agenda-item.ts';
import type { Body } from '../../../shared/domain/bodies/body.ts';
import { heldOn, type Role } from '../../../shared/domain/bodies/membership.ts';
import { agendas } from '../../../shared/store/agendas.ts';
import { bodies } from '../../../shared/store/bodies.ts';
import { agendaItems } from '../../../shared/store/business.ts';
import { NotFound } from '../../../shared/store/errors.ts';
import { meetings } from '../../../shared/store/meetings.ts';
import { find, getMany, type Versioned } from '../../../shared/store/record-kind.ts';
import { NotAllowed, type WebRequest } from '../route.ts';

/** An item with the body it goes to, and what of its papers the reader may open. */
export type SeenItem = {
  item: Versioned<AgendaItem>;
  body: Body;
  /** May this reader open that report? */
  mayRead: (report: Pick<ItemReport, 'accessClass'>) => boolean;
  /** May this reader add, replace and remove reports? */
  mayArrange: boolean;
};

const sitting: readonly Role[] = ['chair', 'vice-chair', 'member'];

/** The ids of the bodies that the visitor sits on today: whether one is the council is asked of the bodies. */
const sitsOn = (request: WebRequest): string[] =>
  request
    .signedIn()
    .memberships.filter((held) => sitting.includes(held.role) && heldOn(held, request.today))
    .map(({ bodyId }) => bodyId);

/**
 * The item of the address, for somebody who may know of it. Throws `NotFound` of private business that the reader may
 * not know of, and `NotAllowed` of what is no business of theirs.
 */
export async function seeItem(request: WebRequest): Promise<SeenItem> {
  const { register } = request.services;
  const item = await find(register, agendaItems, request.params['id'] ?? '');
  if (!item) throw new NotFound('agenda item');
  const { bodyId, accessClass, meetingId } = item.record;
  const [found, meeting, agenda] = await Promise.all([
    getMany(register, bodies, [bodyId, ...sitsOn(request)]),
    meetingId === null ? undefined : find(register, meetings, meetingId),
    meetingId === null ? undefined : find(register, agendas, meetingId),
  ]);
  const body = found.find(({ record }) => record.id === bodyId);
  if (!body) throw new NotFound(`body ${bodyId}`);
  const place = { meeting: meeting?.record ?? null, agenda: agenda?.record ?? null };
  const asking = { person: request.signedIn().person, today: request.today, may: request.may };
  const known = mayReadItem(asking, item.record, place);
  const slot = place.agenda?.slots.find(({ itemId }) => itemId === item.record.id);
  const isOut = item.record.published && slot?.withdrawn?.titleShown !== false;
  // Nobody else opens papers of an agenda that is still being made; the right to inspect begins when it is out.
  if (!known && !isOut) throw new NotFound('agenda item');
  const reader: PaperReader = {
    knowsOpen: known || request.may('plan.see', { bodyId }),
    knowsPrivate: request.may('plan.see', { bodyId, accessClass: 'private' }),
    councillor: found.some(({ record }) => record.kind === 'council' && sitsOn(request).includes(record.id)),
  };
  const mayRead = (report: Pick<ItemReport, 'accessClass'>) => mayReadPaper(reader, report, item.record);
  if (!mayRead({ accessClass })) {
    if (accessClass === 'private') throw new NotFound('agenda item');
    throw new NotAllowed();
  }
  return { item, body: body.record, mayRead, mayArrange: request.may('register.record', { bodyId, accessClass }) };
}

/** The same, for whoever arranges its reports. Throws `NotAllowed` too. */
export async function arrangeItem(request: WebRequest): Promise<SeenItem> {
  const seen = await seeItem(request);
  if (!seen.mayArrange) throw new NotAllowed();
  return seen;
}
