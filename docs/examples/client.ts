// A small typed client of Quorate's API: copy it and take what you need. It uses nothing but fetch.
// Run: QUORATE=http://localhost:3000 TOKEN=quorate.… node docs/examples/client.ts

/** What a problem (RFC 9457) says. `type` is a page that says what to do. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly errors?: readonly { readonly pointer?: string; readonly parameter?: string; readonly detail: string }[];
};

/** Thrown for every answer that is not a success. */
export class Refused extends Error {
  override name = 'Refused';
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }
}

/** A page of a list; `next` is the cursor of the one after it. */
type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null };

export type Body = { readonly id: string; readonly name: string; readonly code: string };
export type Due =
  | { readonly sort: 'window'; readonly from: string; readonly to: string; readonly asSaid: string }
  | { readonly sort: 'day'; readonly day: string; readonly asSaid: string }
  | { readonly sort: 'undated'; readonly asSaid: string };
export type Promised = {
  readonly id: string;
  readonly reference: string;
  readonly subject: string;
  readonly due: Due;
  readonly state: string;
  readonly overdue: boolean;
};
export type Item = {
  readonly id: string;
  readonly title: string;
  readonly reports: readonly { readonly id: string; readonly title: string; readonly pages: number | null }[];
};
type Done = { readonly outcome: Readonly<Record<string, unknown>>; readonly version: number | null };

/** Something read, with the ETag that a change of it sends back. */
export type Read<Value> = { readonly value: Value; readonly etag: string };

type Asked = { readonly method?: 'POST'; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> };

/** How often a request is sent when no answer comes back. With a key it is done once all the same. */
const ATTEMPTS = 3;

/** A client of one Quorate: its address without a slash at the end, and a token made at /my/api-tokens. */
export function quorate(address: string, token: string) {
  const send = async <Value>(path: string, { method, body, headers }: Asked): Promise<Read<Value>> => {
    const response = await fetch(`${address}/api/v1${path}`, {
      ...(method === undefined ? {} : { method }),
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    // What the address answers is described by its OpenAPI document; a larger client would parse it.
    if (!response.ok) throw new Refused(answer as Problem);
    return { value: answer as Value, etag: response.headers.get('etag') ?? '' };
  };

  const ask = async <Value>(path: string, asked: Asked = {}): Promise<Read<Value>> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await send<Value>(path, asked);
      } catch (error) {
        if (error instanceof Refused || attempt === ATTEMPTS) throw error;
      }
    }
  };

  /** Every item of a list, page after page. */
  async function* every<Item>(path: string): AsyncGenerator<Item> {
    const begins = `${path}${path.includes('?') ? '&' : '?'}limit=100`;
    for (let next: string | null = ''; next !== null; ) {
      const page: string = next === '' ? begins : `${begins}&cursor=${encodeURIComponent(next)}`;
      const { value }: Read<Page<Item>> = await ask(page);
      yield* value.items;
      next = value.next;
    }
  }

  /** Changes what was read, once, if nobody else has changed it since. `key` is yours to choose, one for each change. */
  const change = async (path: string, etag: string, body: unknown, key: string = crypto.randomUUID()): Promise<Done> => {
    const headers = { 'if-match': etag, 'idempotency-key': key };
    return (await ask<Done>(path, { method: 'POST', body, headers })).value;
  };

  /** Sends a PDF past the API to storage, and puts it with an item of an agenda. `etag` is the item's. */
  const addReport = async (itemId: string, { etag, title, pdf }: { etag: string; title: string; pdf: Blob }) => {
    const path = `/items/${itemId}/reports`;
    const begun = await ask<Done>(`${path}/uploads`, {
      method: 'POST',
      body: {},
      headers: { 'idempotency-key': crypto.randomUUID() },
    });
    const { action, ...fields } = begun.value.outcome;
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, String(value));
    form.append('file', pdf);
    const sent = await fetch(String(action), { method: 'POST', body: form });
    if (sent.status !== 201) throw new Error(`Storage answered ${sent.status}`);
    return change(path, etag, { key: fields['key'], title, access: 'public' });
  };

  return {
    item: (id: string) => ask<Item>(`/items/${id}`),
    addReport,
    bodies: () => every<Body>('/bodies'),
    overdueTo: (bodyId: string) => every<Promised>(`/commitments?bodyId=${bodyId}&overdue=true`),
    promise: (id: string) => ask<Promised>(`/commitments/${id}`),
    addProgress: (id: string, { etag, text, key }: { etag: string; text: string; key?: string }) =>
      change(`/commitments/${id}/progress`, etag, { text }, key),
  };
}

if (import.meta.main) {
  const client = quorate(process.env['QUORATE'] ?? 'http://localhost:3000', process.env['TOKEN'] ?? '');
  for await (const body of client.bodies()) {
    for await (const promise of client.overdueTo(body.id))
      process.stdout.write(`${body.code}  ${promise.reference}  ${promise.subject}\n`);
  }
}
