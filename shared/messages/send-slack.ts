import type { WebClient } from '@slack/web-api';
import { revealSecret } from '../lambda/secret.ts';
import type { SlackWords } from './build-slack.ts';
import type { Sent } from './send-email.ts';

/** A person by Slack's own id, or looked up by their confirmed email address; or a public channel by id or name. */
export type SlackTo = { readonly userId: string } | { readonly email: string } | { readonly channel: string };

export type SlackMessage = SlackWords & {
  readonly to: SlackTo;
  /** The same when a message in doubt is repeated; kept in the message's metadata. */
  readonly messageId: string;
};

/** Sends once and says what became of it; it never tries again by itself (the round mends). */
export type SlackSender = { readonly send: (message: SlackMessage) => Promise<Sent> };

/** `token` is the bot's, or says where it is kept (`ssm:…`). */
type Options = { readonly token: string; readonly apiUrl: string };

const PATIENCE_MILLISECONDS = 10_000;

async function clientFor({ token, apiUrl }: Options): Promise<WebClient> {
  const { LogLevel, WebClient } = await import('@slack/web-api');
  return new WebClient(await revealSecret(token), {
    slackApiUrl: apiUrl,
    timeout: PATIENCE_MILLISECONDS,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    // Its warnings hold what was sent.
    logLevel: LogLevel.ERROR,
  });
}

async function destination(client: WebClient, to: SlackTo): Promise<string | null> {
  if ('channel' in to) return to.channel;
  if ('userId' in to) return to.userId;
  const found = await client.users.lookupByEmail({ email: to.email });
  return found.user?.id ?? null;
}

/** Slack's own word for the failure ('channel_not_found'), or the client's code. */
function reasonOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown failure';
  const data = 'data' in error && typeof error.data === 'object' && error.data !== null ? error.data : {};
  if ('error' in data && typeof data.error === 'string') return data.error;
  return 'code' in error && typeof error.code === 'string' ? error.code : 'unknown failure';
}

/** A port that sends by Slack's Web API with a bot token. The client is loaded with the first message. */
export function slackSender(options: Options): SlackSender {
  let client: Promise<WebClient> | undefined;
  return {
    async send({ to, text, blocks, messageId }) {
      try {
        client ??= clientFor(options);
        const slack = await client;
        const channel = await destination(slack, to);
        if (channel === null) return { outcome: 'failed', why: 'users_not_found' };
        await slack.chat.postMessage({
          channel,
          text,
          blocks: blocks.map((block) => structuredClone(block)),
          // Links must not be opened by a preview, and the fallback must not be read as markup.
          unfurl_links: false,
          unfurl_media: false,
          mrkdwn: false,
          metadata: { event_type: 'quorate_message', event_payload: { message_id: messageId } },
        });
        return { outcome: 'sent' };
      } catch (error) {
        return { outcome: 'failed', why: reasonOf(error) };
      }
    },
  };
}
