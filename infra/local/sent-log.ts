import * as z from 'zod';
import type { Day } from '../../shared/domain/calendar/day.ts';
import type { HostStore } from './host-store.ts';

/** One thing that left the system: a mail or a post in Slack. */
export type Sent = {
  readonly day: Day;
  readonly at: string;
  readonly sort: 'email' | 'slack';
  readonly to: string;
  readonly subject: string;
  /** Where to read it, on this host. */
  readonly href: string;
};

const rowSchema = z.object({
  day: z.string(),
  at: z.string(),
  sort: z.enum(['email', 'slack']),
  recipient: z.string(),
  subject: z.string(),
  href: z.string(),
});

export type SentLog = ReturnType<typeof openSentLog>;

/** What was sent on which business day, kept as it arrives at the inbox and at the page that stands for Slack. */
export function openSentLog(store: HostStore) {
  store.exec(`CREATE TABLE IF NOT EXISTS sent (
    href TEXT PRIMARY KEY, day TEXT NOT NULL, at TEXT NOT NULL, sort TEXT NOT NULL, recipient TEXT NOT NULL, subject TEXT NOT NULL
  ) STRICT; CREATE INDEX IF NOT EXISTS sent_by_day ON sent (day)`);
  const insert = store.prepare(
    'INSERT OR IGNORE INTO sent (href, day, at, sort, recipient, subject) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const read = (sql: string, ...values: string[]): Sent[] =>
    store
      .prepare(sql)
      .all(...values)
      .map((row) => rowSchema.parse(row))
      .map(({ recipient, ...row }) => ({ ...row, to: recipient }));
  return {
    add: (sent: Sent): void => void insert.run(sent.href, sent.day, sent.at, sent.sort, sent.to, sent.subject),
    /** In the order in which it was sent. */
    sentOn: (day: Day): Sent[] => read('SELECT * FROM sent WHERE day = ? ORDER BY rowid', day),
    of: (href: string): Sent | undefined => read('SELECT * FROM sent WHERE href = ?', href)[0],
  };
}
