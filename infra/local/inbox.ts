import { mkdirSync } from 'node:fs';
import { MailDev } from 'maildev';
import type { CrashPoint } from './crash-points.ts';

/** The newest that are kept; enough for years of a demonstration. */
const MOST_MAILS = 5000;

export type Mail = {
  readonly id: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly time: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
};

export type Inbox = {
  readonly smtpPort: number;
  readonly webPort: number;
  readonly mails: () => Promise<Mail[]>;
  readonly mail: (id: string) => Promise<Mail | undefined>;
  readonly stop: () => Promise<void>;
};

type InboxOptions = {
  readonly folder: string;
  readonly webPort: number;
  readonly crashPoint: CrashPoint;
  /** Told of each mail once it is kept, before its sender hears that it was taken; and of all that are kept at the start. */
  readonly onMail: (mail: Mail) => void;
};

type Email = Parameters<NonNullable<ReturnType<MailDev['getServers']>>['storage']['save']>[0];

const header = (value: string | string[] | undefined): string => (Array.isArray(value) ? value[0] : value) ?? '';

const toMail = (email: Email): Mail => ({
  id: email.id,
  to: email.envelope.to.map(({ address }) => address),
  subject: email.subject,
  time: email.time.toISOString(),
  text: email.text ?? '',
  html: email.html ?? '',
  messageId: header(email.headers['message-id']),
});

// It announces its address on the console, silent or not; ours is the only announcement of the host.
const quietly = async <Result>(start: () => Promise<Result>): Promise<Result> => {
  const { info } = console;
  console.info = () => {};
  try {
    return await start();
  } finally {
    console.info = info;
  }
};

/** Starts the embedded inbox on the loopback. Mail is kept in a folder and is there again after a restart. */
export async function startInbox(options: InboxOptions): Promise<Inbox> {
  mkdirSync(options.folder, { recursive: true });
  const maildev = new MailDev({
    smtp: 0,
    ip: '127.0.0.1',
    web: options.webPort,
    webIp: '127.0.0.1',
    mailDirectory: options.folder,
    maxEmails: MOST_MAILS,
    silent: true,
  });
  const { storage, smtp } = await quietly(() => maildev.start());
  // Killed between the two, a mail was kept and not told of; business time has stood still since.
  for (const email of await storage.getAll()) options.onMail(toMail(email));
  const save = storage.save.bind(storage);
  storage.save = async (email) => {
    options.crashPoint('mail:before-keep');
    await save(email);
    options.onMail(toMail(email));
    options.crashPoint('mail:after-keep');
  };
  return {
    smtpPort: smtp.getPort(),
    webPort: options.webPort,
    mails: async () => (await storage.getAll()).map(toMail).sort((a, b) => (a.time < b.time ? 1 : -1)),
    mail: async (id) => {
      const email = await storage.getById(id);
      return email && toMail(email);
    },
    stop: () => maildev.stop(),
  };
}
