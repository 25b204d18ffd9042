import type { Services } from '../lambda/services.ts';
import type { Post } from './deliver.ts';
import { emailSender } from './send-email.ts';
import { slackSender } from './send-slack.ts';

/** The senders as configured, with the log and both clocks. */
export function openPost({ configuration, register, clock }: Services): Post {
  return {
    table: register.table,
    email: emailSender({ url: configuration.MAIL_URL, from: configuration.MAIL_FROM }),
    slack: slackSender({ token: configuration.SLACK_TOKEN, apiUrl: configuration.SLACK_API_URL }),
    realNow: Date.now,
    now: clock.now,
    leaseSeconds: configuration.MESSAGE_LEASE_SECONDS,
    publicAddress: configuration.PUBLIC_ADDRESS,
  };
}
