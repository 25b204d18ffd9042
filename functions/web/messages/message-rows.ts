import { ORGANISATION } from '../../../shared/domain/bodies/membership.ts';
import { formatDayShortWithYear } from '../../../shared/domain/calendar/day-words.ts';
import type { Commitment } from '../../../shared/domain/commitments/commitment.ts';
import { ASKER_PREFIX, isTriedAgain, type Message } from '../../../shared/domain/messages/message.ts';
import type { Person } from '../../../shared/domain/people/person.ts';
import { formatMoment } from '../../../shared/pages/day-words.ts';
import { type Key, say } from '../../../shared/pages/say.ts';
import { commitments } from '../../../shared/store/commitments.ts';
import { personsById } from '../../../shared/store/promise-around.ts';
import { getMany, type Register } from '../../../shared/store/record-kind.ts';
import { paths } from '../paths.ts';
import type { WebRequest } from '../route.ts';

/** The people and promises that messages name. */
export type Named = { persons: ReadonlyMap<string, Person>; promises: ReadonlyMap<string, Commitment> };

/** Reads who and what a page of messages is about. */
export async function namedIn(register: Register, messages: readonly Message[]): Promise<Named> {
  const [persons, promises] = await Promise.all([
    personsById(register),
    getMany(
      register,
      commitments,
      messages.flatMap(({ commitmentIds }) => commitmentIds.slice(0, 30)),
    ),
  ]);
  return { persons, promises: new Map(promises.map(({ record }) => [record.id, record])) };
}

const ownersOf = ({ owner }: Commitment): string[] =>
  [owner?.personId, owner?.linkOfficerId].filter((id) => id !== null && id !== undefined);

const promisesOf = ({ commitmentIds }: Message, { promises }: Named): Commitment[] =>
  commitmentIds.flatMap((id) => promises.get(id) ?? []);

/** May the reader know that this promise exists, by the log? Of private business only those whom its own page lets in. */
function mayKnow({ may }: WebRequest, promise: Commitment): boolean {
  const { bodyId, accessClass } = promise;
  if (accessClass === 'private') return may('commitment.see', { bodyId, accessClass, ownerIds: ownersOf(promise) });
  return may('messages.see', { bodyId });
}

/** May the reader see this message in the log: one about a body of theirs, or a digest with something of theirs in it? */
export function maySeeMessage(request: WebRequest, message: Message, named: Named): boolean {
  if (request.may('messages.see', { bodyId: ORGANISATION })) return true;
  if (message.bodyId !== null && request.may('messages.see', { bodyId: message.bodyId })) return true;
  return promisesOf(message, named).some((promise) => request.may('messages.see', { bodyId: promise.bodyId }));
}

/** The subject, if everything it is about may be known to the reader; otherwise only what sort of message it is. */
export function subjectWords(request: WebRequest, message: Message, named: Named): string {
  const about = promisesOf(message, named);
  if (about.every((promise) => mayKnow(request, promise))) return message.title;
  return say('messages', about.length > 1 ? 'severalHidden' : 'oneHidden');
}

/** The promises that the reader may open from the log. */
export function promiseLinks(request: WebRequest, message: Message, named: Named) {
  return promisesOf(message, named)
    .filter((promise) => mayKnow(request, promise))
    .map(({ id, reference, subject }) => ({ text: reference, about: subject, href: paths.commitment(id) }));
}

const kinds = {
  sent: 'done',
  claimed: 'wait',
  failed: 'stop',
  'in-doubt': 'stop',
  overtaken: 'open',
  'not-sent': 'open',
};

/** What became of it, in words. */
export function stateOf(message: Message): { kind: string; text: string } {
  const { state, repeated } = message;
  if (isTriedAgain(message)) return { kind: 'due', text: say('messages', 'state-failed-again') };
  const key: Key<'messages'> = repeated && state === 'sent' ? 'state-repeated' : `state-${state}`;
  return { kind: repeated && state === 'sent' ? 'due' : kinds[state], text: say('messages', key) };
}

/** Failed, in doubt, or sent once more after being in doubt: what an administrator looks for. */
export function isTrouble({ state, repeated }: Message): boolean {
  return state === 'failed' || state === 'in-doubt' || repeated;
}

/** Who it went to. A public Slack channel has its own name. */
export function recipientWords({ recipient }: Message, { persons }: Named): string {
  if (recipient.startsWith('channel:')) return say('messages', 'channel', { name: recipient.slice(8) });
  if (recipient.startsWith(ASKER_PREFIX)) return say('messages', 'asker');
  return persons.get(recipient)?.name ?? say('messages', 'formerPerson');
}

/** When it went, or the day that made it due. */
export function whenWords({ sentAt, dueOn }: Message): string {
  return sentAt === null ? formatDayShortWithYear(dueOn) : formatMoment(sentAt);
}

/** One line of the log. */
export function messageRow(request: WebRequest, message: Message, named: Named) {
  const links = promiseLinks(request, message, named);
  const references = links.map(({ text }) => text).join(', ');
  return [
    { text: whenWords(message) },
    { text: recipientWords(message, named), note: say('messages', `by-${message.by}`) },
    {
      text: subjectWords(request, message, named),
      href: paths.message(message.id),
      ...(references === '' ? {} : { note: references }),
    },
    { text: '', status: stateOf(message), ...(message.why === null ? {} : { note: message.why }) },
  ];
}
