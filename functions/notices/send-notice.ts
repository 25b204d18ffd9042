import * as z from 'zod';
import { type Day, day } from '../../shared/domain/calendar/day.ts';
import { hasLeft, type Person } from '../../shared/domain/people/person.ts';
import { buildServices, type Services } from '../../shared/lambda/services.ts';
import { step } from '../../shared/lambda/step.ts';
import { deliver, type Post, type ToSend } from '../../shared/messages/deliver.ts';
import { invitationTo } from '../../shared/messages/invitation.ts';
import type { Sender } from '../../shared/messages/message-facts.ts';
import { openPost } from '../../shared/messages/open-post.ts';
import { buildPlainNotice } from '../../shared/messages/plain-notice.ts';
import { people } from '../../shared/store/people.ts';
import { find } from '../../shared/store/record-kind.ts';
import { noticeKinds } from './kinds.ts';
import type { NoticeKind, NoticeSaid } from './notice-kind.ts';

const input = z.object({
  kind: z.string(),
  recordId: z.string(),
  personId: z.string(),
  day,
  round: z.string().max(40).nullish(),
});
export type NoticeInput = z.input<typeof input>;

type NoticeServices = Pick<Services, 'register' | 'configuration'> & {
  post: Post;
  kinds: Readonly<Record<string, NoticeKind>>;
};

/** `not-told`: no confirmed address of any sort, or the person has left; the caller may tell the secretary. */
type Word = 'sent' | 'failed' | 'already' | 'nothing' | 'not-told';

/** A kind of notice that is not in the list: a mistake in a workflow. */
class UnknownNotice extends Error {
  override name = 'UnknownNotice';
}

type Address = Pick<ToSend, 'by' | 'address'>;

/** By the channel that the person chose; an outside contact, who has no account, by email only. */
function addressesOf(person: Person, slackIsOn: boolean): Address[] {
  const { email, emailConfirmed, slackUserId, channel, accountless } = person;
  const bySlack = slackIsOn && slackUserId !== null && channel !== 'email' && !accountless;
  const byEmail = email !== null && emailConfirmed && (channel !== 'slack' || !bySlack);
  return [
    ...(byEmail ? [{ by: 'email' as const, address: email }] : []),
    ...(bySlack ? [{ by: 'slack' as const, address: slackUserId }] : []),
  ];
}

function whoTo(person: Person | null, said: NoticeSaid, on: Day, slackIsOn: boolean) {
  if (person !== null)
    return { name: person.name, addresses: hasLeft(person, on) ? [] : addressesOf(person, slackIsOn) };
  const outside = said.to ? [{ by: 'email' as const, address: said.to.email }] : [];
  return { name: said.to?.name ?? '', addresses: outside };
}

const wordOf = (states: readonly string[]): Word => {
  if (states.length === 0) return 'not-told';
  if (states.includes('sent')) return 'sent';
  return states.every((state) => state === 'already') ? 'already' : 'failed';
};

/**
 * The one way in which a person is told of something that is not a promise: once per person, record, kind (and round)
 * and channel, claimed before it is sent. Sending again, or two at once, changes nothing. Throws `UnknownNotice`.
 */
export async function sendNotice(wanted: NoticeInput, services: NoticeServices): Promise<{ word: Word }> {
  const { register, configuration, post, kinds } = services;
  const { kind, recordId, personId, day: today, round = null } = wanted;
  const read = kinds[kind];
  if (!read) throw new UnknownNotice(kind);
  const person = (await find(register, people, personId))?.record ?? null;
  const said = await read({ recordId, personId, person, day: today, round }, { register });
  if (said === null) return { word: 'nothing' };
  const sender: Sender = {
    organisation: configuration.ORGANISATION_NAME,
    contactEmail: configuration.CONTACT_EMAIL,
    publicAddress: configuration.PUBLIC_ADDRESS,
    language: 'en',
  };
  const { name, addresses } = whoTo(person, said, today, configuration.SLACK_TOKEN !== '');
  const { email, slack } = buildPlainNotice(
    said.notice,
    { addressedAs: name, answersTo: null, outside: person === null },
    sender,
  );
  // Where no address is configured, answers to invitations go where messages come from.
  const organizer = { ...sender, contactEmail: sender.contactEmail || configuration.MAIL_FROM };
  const shared = {
    recipient: personId,
    commitmentIds: [],
    aboutId: recordId,
    bodyId: said.bodyId,
    milestone: round === null ? kind : `${kind}/${round}`,
    dueOn: today,
    title: email.subject,
    subject: recordId,
  };
  const states = [];
  for (const { by, address } of addresses) {
    const content =
      by === 'email'
        ? {
            by,
            ...email,
            cc: null,
            ...(said.sitting ? { calendar: invitationTo(said.sitting, { name, email: address }, organizer) } : {}),
          }
        : { by: 'slack' as const, text: slack.text, blocks: [...slack.blocks] };
    states.push(await deliver(post, { ...shared, by, address, content }));
  }
  return { word: wordOf(states) };
}

// called by the workflow
export const handler = step(input, sendNotice, () => {
  const services = buildServices();
  return { ...services, post: openPost(services), kinds: noticeKinds };
});
