import type { Adapter, AdapterPayload } from 'oidc-provider';
import * as z from 'zod';
import type { HostStore } from '../host-store.ts';

const rowSchema = z.object({ payload: z.string(), expires_at: z.number().nullable() });
const payloadSchema = z.custom<AdapterPayload>((value) => typeof value === 'object' && value !== null);

/** Keeps what the identity provider must remember in the host's store, so that a sign-in survives a restart. */
export function sqliteAdapter(store: HostStore, now: () => number = Date.now): (model: string) => Adapter {
  store.exec(`CREATE TABLE IF NOT EXISTS identity (
    model TEXT NOT NULL, id TEXT NOT NULL, payload TEXT NOT NULL, expires_at INTEGER, uid TEXT, grant_id TEXT,
    PRIMARY KEY (model, id)
  ) STRICT; CREATE INDEX IF NOT EXISTS identity_by_uid ON identity (uid); CREATE INDEX IF NOT EXISTS identity_by_grant ON identity (grant_id)`);
  store.prepare('DELETE FROM identity WHERE expires_at < ?').run(now());

  const read = (sql: string, ...values: string[]): AdapterPayload | undefined => {
    const row = store.prepare(sql).get(...values);
    if (row === undefined) return undefined;
    const { payload, expires_at } = rowSchema.parse(row);
    if (expires_at !== null && expires_at < now()) return undefined;
    return payloadSchema.parse(JSON.parse(payload));
  };

  return (model) => {
    const write = (id: string, payload: AdapterPayload, expiresAt: number | null) =>
      store
        .prepare(
          'INSERT OR REPLACE INTO identity (model, id, payload, expires_at, uid, grant_id) VALUES (?, ?, ?, ?, ?, ?)',
        )
        .run(model, id, JSON.stringify(payload), expiresAt, payload.uid ?? null, payload.grantId ?? null);
    return {
      upsert: async (id, payload, expiresIn) =>
        void write(id, payload, expiresIn === undefined ? null : now() + expiresIn * 1000),
      find: async (id) => read('SELECT payload, expires_at FROM identity WHERE model = ? AND id = ?', model, id),
      findByUid: async (uid) =>
        read('SELECT payload, expires_at FROM identity WHERE model = ? AND uid = ?', model, uid),
      // The device flow, which alone has user codes, is switched off.
      findByUserCode: async () => undefined,
      consume: async (id) => {
        const consumed = JSON.stringify(Math.floor(now() / 1000));
        store
          .prepare("UPDATE identity SET payload = json_set(payload, '$.consumed', json(?)) WHERE model = ? AND id = ?")
          .run(consumed, model, id);
      },
      destroy: async (id) => void store.prepare('DELETE FROM identity WHERE model = ? AND id = ?').run(model, id),
      revokeByGrantId: async (grantId) =>
        void store.prepare('DELETE FROM identity WHERE model = ? AND grant_id = ?').run(model, grantId),
    };
  };
}
