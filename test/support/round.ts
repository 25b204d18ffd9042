import { closeRound } from '../../functions/daily-round/close-round.ts';
import { findDue } from '../../functions/daily-round/find-due.ts';
import { lookAtPromise } from '../../functions/daily-round/look-at-promise.ts';
import { openRound } from '../../functions/daily-round/open-round.ts';
import { sendToPerson } from '../../functions/daily-round/send-to-person.ts';
import { addDays } from '../../shared/domain/calendar/day.ts';
import { readConfiguration } from '../../shared/lambda/configuration.ts';
import type { Post } from '../../shared/messages/deliver.ts';
import type { Email } from '../../shared/messages/send-email.ts';
import type { SlackMessage } from '../../shared/messages/send-slack.ts';
import { rememberContexts } from '../../shared/store/body-context.ts';
import type { Register } from '../../shared/store/record-kind.ts';

export type Sent = { day: string; by: 'email' | 'slack'; to: string; subject: string; text: string; messageId: string };

/** The steps of the daily round over a real table, with senders that keep what they were handed. */
export function roundFor(register: Register) {
  const sent: Sent[] = [];
  let today = '2019-04-15';
  const clock = { now: () => `${today}T07:00:00.000Z`, today: () => today };
  const configuration = readConfiguration({
    TABLE_NAME: 'quorate',
    PUBLIC_ADDRESS: 'http://localhost:3000',
    ORGANISATION_NAME: 'Brackenford City Council and partners',
    CONTACT_EMAIL: 'governance@brackenford.example',
    SLACK_TOKEN: 'xoxb-test',
  });
  const ok = { outcome: 'sent' as const };
  const post: Post = {
    table: register.table,
    email: {
      send: (email: Email) => {
        sent.push({
          day: today,
          by: 'email',
          to: email.to,
          subject: email.subject,
          text: email.text,
          messageId: email.messageId,
        });
        return Promise.resolve(ok);
      },
    },
    slack: {
      send: ({ to, text, messageId }: SlackMessage) => {
        sent.push({
          day: today,
          by: 'slack',
          to: JSON.stringify(to),
          subject: text.split('\n')[0] ?? '',
          text,
          messageId,
        });
        return Promise.resolve(ok);
      },
    },
    realNow: Date.now,
    now: clock.now,
    leaseSeconds: 90,
    publicAddress: configuration.PUBLIC_ADDRESS,
  };
  const services = { register, configuration, clock, post, contexts: rememberContexts(register) };
  const each = async (what: 'promises' | 'readers', day: string, act: (id: string) => Promise<unknown>) => {
    let after: string | null = null;
    do {
      const page: { ids: string[]; next: string | null } = await findDue({ day, what, after }, services);
      for (const id of page.ids) await act(id);
      after = page.next;
    } while (after !== null);
  };
  /** Runs the round of one day, as the workflow would. */
  const runDay = async (day: string) => {
    today = day;
    const { word } = await openRound({ execution: 'test' }, services);
    if (word === 'nothing') return;
    await each('promises', day, (commitmentId) => lookAtPromise({ day, commitmentId }, services));
    await each('readers', day, (personId) => sendToPerson({ day, personId }, services));
    await closeRound({ day }, services);
  };
  /** Runs every day from the first to the last; days left out before are as an outage. */
  const runFrom = async (first: string, last: string) => {
    for (let day = first; day <= last; day = addDays(day, 1)) await runDay(day);
  };
  return { sent, runDay, runFrom, post, services };
}
