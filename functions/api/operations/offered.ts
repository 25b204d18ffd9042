import * as z from 'zod';
import type { AgendaItem } from '../../../shared/domain/agenda-items/agenda-item.ts';
import { motionFor } from '../../../shared/domain/agendas/motion.ts';
import { itemOfPromise, itemOfWritten, promisesOffered } from '../../../shared/domain/agendas/offered.ts';
import type { Commitment } from '../../../shared/domain/commitments/commitment.ts';
import { promiseSubject } from '../../../shared/domain/commitments/promise-subject.ts';
import { recordId } from '../../../shared/domain/record.ts';
import type { WrittenResolution } from '../../../shared/domain/written-resolutions/written-resolution.ts';
import type { AgendaAround } from '../../../shared/store/agenda-around.ts';
import { addPromisedItem, addWaitingItem, addWrittenItem } from '../../../shared/store/agenda-offers.ts';
import { NotFound } from '../../../shared/store/errors.ts';
import { personsById } from '../../../shared/store/promise-around.ts';
import type { Versioned } from '../../../shared/store/record-kind.ts';
import { knownTo } from '../known.ts';
import { named } from '../named.ts';
import { type Caller, commands, lists, type Operation } from '../operation.ts';
import { pageOfList } from '../pages.ts';
import { Refused } from '../problems.ts';
import { agendaFor } from './meeting-to-build.ts';

type Asking = Caller & { param(name: string): string };
type Persons = Awaited<ReturnType<typeof personsById>>;

/** The item of the address, if it is on this agenda and the caller may know of it. Throws `NotFound`. */
export function itemOfAgenda(call: Asking, { agenda, items }: AgendaAround): Versioned<AgendaItem> {
  const found = items.get(call.param('itemId'));
  const placed = agenda?.record.slots.some(({ itemId }) => itemId === found?.record.id);
  if (!found || !placed || !knownTo(call)(found.record)) throw new NotFound('agenda item');
  return found;
}

type Offer =
  | { sort: 'promise'; promise: Commitment }
  | { sort: 'waiting'; item: AgendaItem }
  | { sort: 'written'; written: WrittenResolution };

/** Everything that the builder is offered and may know of. */
function offersOf(call: Asking, around: AgendaAround, persons: Persons): Offer[] {
  const { may, today } = call;
  const knows = knownTo(call);
  const onAgenda = [...around.items.values()].map(({ record }) => record).filter(knows);
  return [
    ...promisesOffered(around.meeting.record, around.owed, { onAgenda, today })
      .filter(({ promise }) => may('commitment.see', promiseSubject(promise, { persons, today })))
      .map(({ promise }): Offer => ({ sort: 'promise', promise })),
    ...around.waiting.filter(knows).map((item): Offer => ({ sort: 'waiting', item })),
    ...around.toReport
      .filter((written) => may('written-resolution.see', written))
      .map((written): Offer => ({ sort: 'written', written })),
  ];
}

const sortOfOffer = z.enum(['promise', 'waiting', 'written']);
const offerView = named(
  'Offered',
  z.object({
    sort: sortOfOffer.describe('A promise to report back on, business that waits, or a decision taken in writing'),
    id: recordId,
    title: z.string(),
  }),
);

const seen = (offer: Offer): z.input<typeof offerView> => {
  switch (offer.sort) {
    case 'promise':
      return { sort: offer.sort, id: offer.promise.id, title: offer.promise.subject };
    case 'waiting':
      return { sort: offer.sort, id: offer.item.id, title: offer.item.title };
    case 'written':
      return { sort: offer.sort, id: offer.written.id, title: offer.written.title };
  }
};

const about = { group: 'Meetings and agendas', action: 'agenda.build' } as const;
const path = '/meetings/{meetingId}/agenda/offered';

/** What waits to be put on an agenda. */
export const offeredOperations: readonly Operation<Caller>[] = [
  lists({
    ...about,
    id: 'listOffered',
    path,
    summary: 'What could go on an agenda: promises to report back on, business that waits, decisions taken in writing',
    query: z.strictObject({}),
    output: offerView,
    answer: async (call) => {
      const [around, persons] = await Promise.all([agendaFor(call, 'agenda.build'), personsById(call.register)]);
      return pageOfList(offersOf(call, around, persons).map(seen), call, ({ id }) => id);
    },
  }),
  commands({
    ...about,
    id: 'addOffered',
    path,
    summary: 'The secretary puts something that is offered on the agenda; a promise is placed on that meeting with it',
    refuses: { gone: 'no-longer-offered', full: 'agenda-full', 'meeting-over': 'meeting-over' },
    input: z.strictObject({ sort: sortOfOffer, id: recordId }),
    changes: 'agenda',
    answer: async (call) => {
      const { register, command, newId, today } = call;
      const [around, persons] = await Promise.all([agendaFor(call, 'agenda.build'), personsById(register)]);
      const found = offersOf(call, around, persons).find((offer) => {
        const { sort, id } = seen(offer);
        return sort === call.body.sort && id === call.body.id;
      });
      if (!found) throw new Refused('no-longer-offered');
      const { id: meetingId, day } = around.meeting.record;
      const at = { meetingId, day };
      const motion = motionFor({ ...around.context, meeting: around.meeting.record, newId });
      switch (found.sort) {
        case 'promise': {
          // The words of whose it is are loaded by those who need them.
          const [{ ownerWords }] = await Promise.all([
            import('../../../shared/pages/promises/promise-words.ts'),
            import('../../../shared/pages/words/promises.ts'),
          ]);
          const reportOf = ownerWords(found.promise, { persons, today });
          const item = itemOfPromise(found.promise, { id: newId(), meetingId, reportOf });
          return addPromisedItem(register, command, at, { item, motion });
        }
        case 'waiting':
          return addWaitingItem(register, command, at, { itemId: found.item.id, motion });
        case 'written': {
          const item = itemOfWritten(found.written, { id: newId(), meetingId });
          return addWrittenItem(register, command, at, { item, writtenId: found.written.id, motion });
        }
      }
    },
  }),
];
