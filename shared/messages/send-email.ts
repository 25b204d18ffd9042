import type { Transporter } from 'nodemailer';

/** One email to one reader. `messageId` stays the same when a message in doubt is repeated. */
export type Email = {
  readonly to: string;
  readonly cc?: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** A calendar entry: mail programs show it as an invitation, and change the entry they hold. */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly text: string };
  /** With its angle brackets: '<...@...>'. */
  readonly messageId: string;
};

/** What became of it. `why` is a code or a short sentence, never an address or a text. */
export type Sent = { readonly outcome: 'sent' } | { readonly outcome: 'failed'; readonly why: string };

/** Sends once and says what became of it; it never tries again by itself (the round mends what failed or is in doubt). */
export type EmailSender = { readonly send: (email: Email) => Promise<Sent> };

type Options = {
  /** 'ses:', or 'smtp://user:password@host:port' ('smtps:' for TLS from the first byte). */
  readonly url: string;
  readonly from: string;
};

const SMTP_PATIENCE_MILLISECONDS = 10_000;

/** Thrown when the configured address is neither `ses:` nor `smtp(s)://host`. */
export class NoSuchMailAddress extends Error {
  override name = 'NoSuchMailAddress';
  constructor() {
    super("The mail address must be 'ses:' or 'smtp://host:port'");
  }
}

// Nothing a message holds may make the mailer read a file or an address.
const guarded = { disableFileAccess: true, disableUrlAccess: true } as const;

async function smtpTransport(address: URL): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  const secure = address.protocol === 'smtps:';
  return createTransport({
    ...guarded,
    host: address.hostname,
    port: Number(address.port || (secure ? 465 : 587)),
    secure,
    ...(address.username === ''
      ? {}
      : { auth: { user: decodeURIComponent(address.username), pass: decodeURIComponent(address.password) } }),
    connectionTimeout: SMTP_PATIENCE_MILLISECONDS,
    greetingTimeout: SMTP_PATIENCE_MILLISECONDS,
    socketTimeout: SMTP_PATIENCE_MILLISECONDS,
  });
}

// The raw form of SES, so that the message that is sent is the one that was built.
async function sesTransport(): Promise<Transporter> {
  const [{ createTransport }, { SESv2Client, SendEmailCommand }] = await Promise.all([
    import('nodemailer'),
    import('@aws-sdk/client-sesv2'),
  ]);
  // One attempt: a repeat that nobody recorded would be a second message.
  return createTransport({ ...guarded, SES: { sesClient: new SESv2Client({ maxAttempts: 1 }), SendEmailCommand } });
}

function transportFor(url: string): () => Promise<Transporter> {
  if (url === 'ses:') return sesTransport;
  const address = URL.parse(url);
  if (address === null || !['smtp:', 'smtps:'].includes(address.protocol) || address.hostname === '') {
    throw new NoSuchMailAddress();
  }
  return () => smtpTransport(address);
}

/** The name or code of a failure and the server's reply code: what an administrator can act on, without addresses. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown failure';
  // The mailer calls every failure of SES 'ESES'; the name is what SES said.
  const coded = 'code' in error && typeof error.code === 'string' && error.code !== 'ESES';
  const code = coded ? error.code : error.name;
  const reply = 'responseCode' in error && typeof error.responseCode === 'number' ? ` ${error.responseCode}` : '';
  return `${code}${reply}`;
}

/**
 * A port that sends email by SMTP or by SES. The mailer and the SDK are loaded with the first message, so that what
 * never sends never loads them. Throws `NoSuchMailAddress`.
 */
export function emailSender({ url, from }: Options): EmailSender {
  const build = transportFor(url);
  let transport: Promise<Transporter> | undefined;
  return {
    async send({ to, cc, calendar, ...email }) {
      try {
        transport ??= build();
        const mailer = await transport;
        // Addresses as objects: no address can be read as two.
        const copy = cc === undefined ? {} : { cc: { name: '', address: cc } };
        const icalEvent = calendar && { method: calendar.method, filename: 'meeting.ics', content: calendar.text };
        await mailer.sendMail({
          ...guarded,
          ...email,
          ...copy,
          ...(icalEvent ? { icalEvent } : {}),
          from,
          to: { name: '', address: to },
        });
        return { outcome: 'sent' };
      } catch (error) {
        return { outcome: 'failed', why: reasonOf(error) };
      }
    },
  };
}
