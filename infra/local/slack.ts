import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { CrashPoint } from './crash-points.ts';
import type { HostStore } from './host-store.ts';
import type { SignIn } from './identity/sign-in-list.ts';

const postSchema = z.object({
  channel: z.string().min(1),
  text: z.string().default(''),
  blocks: z.preprocess(
    (value) => (typeof value === 'string' ? JSON.parse(value) : value),
    z.array(z.looseObject({ type: z.string() })).default([]),
  ),
  /** Our id of the message: a repeat with the same one is the same post. */
  metadata: z.preprocess(
    (value) => (typeof value === 'string' ? JSON.parse(value) : value),
    z.looseObject({}).optional(),
  ),
  client_msg_id: z.string().optional(),
});
const rowSchema = z.object({
  ts: z.string(),
  day: z.string(),
  channel: z.string(),
  text: z.string(),
  blocks: z.string(),
});

export type Post = {
  readonly ts: string;
  readonly day: string;
  readonly channel: string;
  readonly to: string;
  readonly text: string;
  readonly blocks: unknown[];
};
export type SlackAnswer = { readonly ok: boolean } & Record<string, unknown>;

type SlackOptions = {
  readonly store: HostStore;
  readonly people: readonly SignIn[];
  /** Names by Slack's own ids. */
  readonly names?: ReadonlyMap<string, string>;
  readonly today: () => string;
  readonly crashPoint: CrashPoint;
  readonly onPost: (post: Post) => void;
};

const slackId = (prefix: string, of: string) =>
  `${prefix}${createHash('sha256').update(of).digest('hex').slice(0, 9).toUpperCase()}`;

/** What stands for Slack: the four methods that Quorate uses, with what was posted kept in the host's store. */
export function openSlack({ store, people, names, today, crashPoint, onPost }: SlackOptions) {
  store.exec(`CREATE TABLE IF NOT EXISTS slack_post (
    ts TEXT PRIMARY KEY, message_key TEXT UNIQUE, day TEXT NOT NULL, channel TEXT NOT NULL, text TEXT NOT NULL, blocks TEXT NOT NULL
  ) STRICT; CREATE TABLE IF NOT EXISTS slack_person (id TEXT PRIMARY KEY, email TEXT NOT NULL, dm TEXT NOT NULL) STRICT`);

  const nameOf = (channel: string): string => {
    const name = names?.get(channel);
    if (name !== undefined) return name;
    const row = store.prepare('SELECT email FROM slack_person WHERE dm = ? OR id = ?').get(channel, channel);
    const email = row && z.object({ email: z.string() }).parse(row).email;
    return email ? (people.find((person) => person.email === email)?.name ?? email) : channel;
  };
  const toPost = (row: unknown): Post => {
    const { blocks, ...rest } = rowSchema.parse(row);
    return { ...rest, to: nameOf(rest.channel), blocks: z.array(z.unknown()).parse(JSON.parse(blocks)) };
  };

  const post = (body: unknown): SlackAnswer => {
    const wanted = postSchema.safeParse(body);
    if (!wanted.success) return { ok: false, error: 'invalid_arguments' };
    const { channel, text, blocks, client_msg_id: key } = wanted.data;
    const known = key && store.prepare('SELECT ts FROM slack_post WHERE message_key = ?').get(key);
    if (known) return { ok: true, channel, ts: z.object({ ts: z.string() }).parse(known).ts };
    crashPoint('slack:before-keep');
    const { count } = z
      .object({ count: z.number() })
      .parse(store.prepare('SELECT count(*) AS count FROM slack_post').get());
    const ts = `${Math.floor(Date.now() / 1000)}.${String(count + 1).padStart(6, '0')}`;
    const values = [ts, key ?? null, today(), channel, text, JSON.stringify(blocks)];
    store
      .prepare('INSERT INTO slack_post (ts, message_key, day, channel, text, blocks) VALUES (?, ?, ?, ?, ?, ?)')
      .run(...values);
    onPost({ ts, day: today(), channel, to: nameOf(channel), text, blocks });
    crashPoint('slack:after-keep');
    return { ok: true, channel, ts, message: { text, blocks, ts } };
  };

  const lookup = (body: unknown): SlackAnswer => {
    const { email = '' } = z.object({ email: z.string().optional() }).parse(body);
    if (!/^[^@\s]+@[^@\s]+$/.test(email)) return { ok: false, error: 'users_not_found' };
    const id = slackId('U', email.toLowerCase());
    store
      .prepare('INSERT OR IGNORE INTO slack_person (id, email, dm) VALUES (?, ?, ?)')
      .run(id, email, slackId('D', id));
    return { ok: true, user: { id, name: email, profile: { email } } };
  };

  const open = (body: unknown): SlackAnswer => {
    const { users = '' } = z.object({ users: z.string().optional() }).parse(body);
    const row = store.prepare('SELECT dm FROM slack_person WHERE id = ?').get(users);
    if (!row) return { ok: false, error: 'user_not_found' };
    return { ok: true, channel: { id: z.object({ dm: z.string() }).parse(row).dm } };
  };

  const methods: Record<string, (body: unknown) => SlackAnswer> = {
    'auth.test': () => ({
      ok: true,
      url: 'http://localhost/',
      team: 'Demonstration',
      user: 'quorate',
      team_id: 'T00000000',
      user_id: 'U00000000',
    }),
    'chat.postMessage': post,
    'users.lookupByEmail': lookup,
    'conversations.open': open,
  };
  return {
    /** Answers a Web API method; undefined for one that it does not have. */
    call: (method: string, body: unknown): SlackAnswer | undefined => methods[method]?.(body),
    /** Newest first. */
    posts: (limit = 200): Post[] =>
      store.prepare('SELECT * FROM slack_post ORDER BY rowid DESC LIMIT ?').all(limit).map(toPost),
  };
}
