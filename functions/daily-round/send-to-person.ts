import * as z from 'zod';
import { type Day, day } from '../../shared/domain/calendar/day.ts';
import { addWorkingDays } from '../../shared/domain/calendar/working-days.ts';
import { capOwnMessages, digestFor, sectionOf } from '../../shared/domain/messages/digest.ts';
import type { Person } from '../../shared/domain/people/person.ts';
import { buildServices, type Services } from '../../shared/lambda/services.ts';
import { step } from '../../shared/lambda/step.ts';
import { buildDigest, type Digest } from '../../shared/messages/build-digest.ts';
import { buildOwnMessage } from '../../shared/messages/build-own-message.ts';
import type { SlackWords } from '../../shared/messages/build-slack.ts';
import { buildSlackDigest, buildSlackMessage } from '../../shared/messages/build-slack.ts';
import { deliver, type Post, type ToSend } from '../../shared/messages/deliver.ts';
import type { EmailWords, Reader, Sender } from '../../shared/messages/message-facts.ts';
import { openPost } from '../../shared/messages/open-post.ts';
import { type Contexts, rememberContexts } from '../../shared/store/body-context.ts';
import { people } from '../../shared/store/people.ts';
import { find } from '../../shared/store/record-kind.ts';
import { dropLines, lookAgain, waitingFor } from '../../shared/store/reminders.ts';
import { type Found, findNotices } from './notices.ts';

const input = z.object({ day, personId: z.string() });

type RoundServices = Pick<Services, 'register' | 'configuration'> & { post: Post; contexts: Contexts };
type To = { person: Person; reader: Reader; sender: Sender; today: Day; slackIsOn: boolean };

/** One thing to send, in both forms; which of them goes is the person's choice. */
type Words = { email: EmailWords; slack: SlackWords };
type Addressed = Words & { found: readonly Found[]; subject: string; milestone: string };

const ownWords = ({ reader, sender, today }: To, { notice }: Found): Words => ({
  email: buildOwnMessage({ notice, reader, sender, today }),
  slack: buildSlackMessage({ notice, reader, sender, today }),
});

function digestWords({ reader, sender, today }: To, sort: Digest['sort'], found: readonly Found[]): Words {
  const notices = found.map(({ line, notice }) => ({ section: sectionOf(line.what), notice }));
  const digest: Digest = { sort, notices, plain: [], reader, sender, today };
  return { email: buildDigest(digest), slack: buildSlackDigest(digest) };
}

const bodyOf = (found: readonly Found[]): string | null => {
  const ids = new Set(found.map(({ promise }) => promise.bodyId));
  return ids.size === 1 ? ([...ids][0] ?? null) : null;
};

function toSend({ person, today, slackIsOn }: To, { email, slack, found, subject, milestone }: Addressed): ToSend[] {
  const shared = {
    recipient: person.id,
    commitmentIds: [...new Set(found.map(({ promise }) => promise.id))],
    bodyId: bodyOf(found),
    milestone,
    dueOn: today,
    title: email.subject,
    subject,
  };
  const wantsSlack = slackIsOn && person.slackUserId !== null && person.channel !== 'email';
  const byEmail = person.email !== null && person.emailConfirmed && (person.channel !== 'slack' || !wantsSlack);
  const cc = found.find(({ line }) => line.copyTo !== null)?.line.copyTo ?? null;
  return [
    ...(byEmail && person.email !== null
      ? [{ ...shared, by: 'email' as const, address: person.email, content: { by: 'email' as const, ...email, cc } }]
      : []),
    ...(wantsSlack && person.slackUserId !== null
      ? [
          {
            ...shared,
            by: 'slack' as const,
            address: person.slackUserId,
            content: { by: 'slack' as const, text: slack.text, blocks: [...slack.blocks] },
          },
        ]
      : []),
  ];
}

/** What goes to this person today: own messages up to the cap, the rest of them together, and a digest if one goes. */
function messagesFor(to: To, found: readonly Found[]): { messages: Addressed[]; out: readonly Found[] } {
  const first = found[0];
  if (!first) return { messages: [], out: [] };
  const { policy, calendar } = first.context.reminders;
  const own = found.filter(({ line }) => line.how === 'own');
  const { alone, together } = capOwnMessages(own, policy);
  const waiting = found
    .filter(({ line }) => line.how !== 'own')
    .map((one) => ({
      one,
      as: one.line.as,
      section: sectionOf(one.line.what),
      day: one.line.target,
      pastDue: one.notice.promise.workingDaysOverdue > 0,
      reference: one.promise.reference,
    }));
  const meetings = found.flatMap(({ context }) => context.meetings);
  const digest = digestFor(to.person, waiting, { today: to.today, calendar, policy, meetings }).map(({ one }) => one);
  const messages = [
    ...alone.map((one) => ({
      ...ownWords(to, one),
      found: [one],
      subject: one.promise.id,
      milestone: one.line.milestone,
    })),
    ...(together.length > 0
      ? [{ ...digestWords(to, 'urgent', together), found: together, subject: 'several', milestone: to.today }]
      : []),
    ...(digest.length > 0
      ? [{ ...digestWords(to, 'digest', digest), found: digest, subject: 'digest', milestone: to.today }]
      : []),
  ];
  return { messages, out: [...own, ...digest] };
}

async function readerOf(person: Person, found: readonly Found[], { register }: RoundServices): Promise<Reader> {
  const linkId = found.find(({ promise }) => promise.owner?.personId === person.id)?.promise.owner?.linkOfficerId;
  const link = person.accountless && linkId ? await find(register, people, linkId) : undefined;
  return {
    addressedAs: person.name,
    answersTo: link?.record.email ? { name: link.record.name, email: link.record.email } : null,
  };
}

/**
 * Writes to one person what the round has queued for them. Every message is claimed before it is sent, and the lines go
 * only after, so that a kill loses nothing and repeats nothing but what the log marks as in doubt.
 */
export async function sendToPerson(
  { day: today, personId }: z.infer<typeof input>,
  services: RoundServices,
): Promise<{ word: string }> {
  const { register, configuration, post } = services;
  const [{ lines, markers }, who] = await Promise.all([
    waitingFor(register.table, personId, today),
    find(register, people, personId),
  ]);
  const found = who
    ? await findNotices(
        lines.map(({ line }) => line),
        today,
        services,
      )
    : [];
  const sender: Sender = {
    organisation: configuration.ORGANISATION_NAME,
    contactEmail: configuration.CONTACT_EMAIL,
    publicAddress: configuration.PUBLIC_ADDRESS,
    language: 'en',
  };
  const person = who?.record;
  const to = person && {
    person,
    reader: await readerOf(person, found, services),
    sender,
    today,
    slackIsOn: configuration.SLACK_TOKEN !== '',
  };
  const { messages, out } = to ? messagesFor(to, found) : { messages: [], out: [] };
  for (const message of to ? messages.flatMap((one) => toSend(to, one)) : []) await deliver(post, message);
  const left = new Set(found.filter((one) => !out.includes(one)).map(({ line }) => line));
  const calendar = found[0]?.context.calendar;
  if (left.size > 0 && calendar) await lookAgain(register.table, personId, addWorkingDays(today, 1, calendar));
  const gone = lines.filter(({ line }) => !left.has(line)).map(({ key }) => key);
  await dropLines(register.table, [...gone, ...markers]);
  return { word: messages.length > 0 ? 'sent' : 'nothing' };
}

// called by the workflow
export const handler = step(input, sendToPerson, () => {
  const services = buildServices();
  return { ...services, post: openPost(services), contexts: rememberContexts(services.register) };
});
