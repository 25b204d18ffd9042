import { itemOfPromise, itemOfWritten, promisesOffered } from '../../../shared/domain/agendas/offered.ts';
import type { Commitment } from '../../../shared/domain/commitments/commitment.ts';
import { TransitionRefused } from '../../../shared/domain/record.ts';
import { ownerWords } from '../../../shared/pages/promises/promise-words.ts';
import { say } from '../../../shared/pages/say.ts';
import type { AgendaAround } from '../../../shared/store/agenda-around.ts';
import { addPromisedItem, addWaitingItem, addWrittenItem } from '../../../shared/store/agenda-offers.ts';
import { personsById } from '../../../shared/store/promise-around.ts';
import { maySee } from '../commitments/see-promise.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { knownBusiness, notWithdrawn } from './builder-view.ts';
import { motionFor } from './item-form.ts';
import { notToCome } from './order-posts.ts';
import { agendaToBuild, isToCome, mayKnow } from './see-meeting.ts';

type Persons = Awaited<ReturnType<typeof personsById>>;

function offeredPromise(request: WebRequest, around: AgendaAround, persons: Persons): Commitment | undefined {
  const onAgenda = notWithdrawn(knownBusiness(around, mayKnow(request))).map(({ item }) => item);
  return promisesOffered(around.meeting.record, around.owed, { onAgenda, today: request.today })
    .map(({ promise }) => promise)
    .find((promise) => promise.id === request.form.get('offer') && maySee(request, promise, persons));
}

/** Puts the promise that was chosen on the agenda; its title, or null where it is not offered any more. */
async function addPromise(request: WebRequest, around: AgendaAround): Promise<string | null> {
  const { register, newId } = request.services;
  const persons = await personsById(register);
  const promise = offeredPromise(request, around, persons);
  if (!promise) return null;
  const { id: meetingId, day } = around.meeting.record;
  const reportOf = ownerWords(promise, { persons, today: request.today });
  const item = itemOfPromise(promise, { id: newId(), meetingId, reportOf });
  const command = request.command(`-${promise.id.slice(-20)}`);
  await addPromisedItem(register, command, { meetingId, day }, { item, motion: motionFor(around, newId) });
  return item.title;
}

async function addWaiting(request: WebRequest, around: AgendaAround): Promise<string | null> {
  const { register, newId } = request.services;
  const item = around.waiting.find(({ id }) => id === request.form.get('offer'));
  if (!item || !mayKnow(request)(item)) return null;
  const { id: meetingId, day } = around.meeting.record;
  const command = request.command(`-${item.id.slice(-20)}`);
  await addWaitingItem(register, command, { meetingId, day }, { itemId: item.id, motion: motionFor(around, newId) });
  return item.title;
}

async function addWritten(request: WebRequest, around: AgendaAround): Promise<string | null> {
  const { register, newId } = request.services;
  const written = around.toReport.find(({ id }) => id === request.form.get('offer'));
  if (!written || !request.may('written-resolution.see', written)) return null;
  const { id: meetingId, day } = around.meeting.record;
  const item = itemOfWritten(written, { id: newId(), meetingId });
  const command = request.command(`-${written.id.slice(-20)}`);
  const wanted = { item, writtenId: written.id, motion: motionFor(around, newId) };
  await addWrittenItem(register, command, { meetingId, day }, wanted);
  return item.title;
}

const adders: Readonly<Record<string, typeof addWritten>> = {
  promise: addPromise,
  waiting: addWaiting,
  written: addWritten,
};

/** Adds something that is offered: a promise, or business that waits. */
export async function offeredPost(request: WebRequest): Promise<WebAnswer> {
  const around = await agendaToBuild(request);
  const { id } = around.meeting.record;
  if (!around.agenda || !isToCome(around.meeting.record, request.today)) return notToCome(around);
  const add = adders[request.form.get('sort')] ?? addPromise;
  try {
    const title = await add(request, around);
    const flash = title === null ? say('agendas', 'offeredGone') : say('agendas', 'added', { title });
    return { redirect: `${paths.meeting(id)}#items`, flash };
  } catch (fault) {
    if (!(fault instanceof TransitionRefused)) throw fault;
    return { redirect: `${paths.meeting(id)}#items`, flash: say('agendas', 'offeredGone') };
  }
}
