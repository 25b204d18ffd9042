import { fieldsOfForm } from './forms.ts';
import type { Visitor } from './host.ts';

/** A page as a visitor got it. */
export type Page = { url: string; status: number; text: string };

/** What a form of a page would send, with what is typed over it. */
export function filled(page: Page, action: string, typed: Record<string, string> = {}): Record<string, string> {
  return { ...fieldsOfForm(page.text, action), ...typed };
}

/** The three fields of a day. */
export const dayFields = (name: string, day: string): Record<string, string> => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}-day`]: String(Number(date)), [`${name}-month`]: String(Number(month)), [`${name}-year`]: year };
};

export const meetingOf = (day: string) => dayFields('day', day);

/** The promise among the finds that is owed by somebody: the prefix of its fields. */
export function promiseFields(page: Page): string {
  const [, find] = /name="(f\d+)-owner"/.exec(page.text) ?? [];
  if (find === undefined) throw new Error(`No promise is asked about on ${page.url}`);
  return find;
}

/** The address of the promise that an accepted text says it has entered. */
export function promiseAddress(page: Page): string {
  const [, address] = /href="(\/commitments\/[^"/]+)"/.exec(page.text) ?? [];
  if (address === undefined) throw new Error(`No promise is entered on ${page.url}`);
  return address;
}

/** Opens a page and sends its form. `again` sends the same once more where a kill left no answer: the same command. */
export async function sendForm(
  visitor: Visitor,
  at: { page: string; action?: string; typed?: (page: Page) => Record<string, string> },
  again: <T>(work: () => Promise<T>) => Promise<T> = (work) => work(),
): Promise<Page> {
  const page = await again(() => visitor.go(at.page));
  if (page.status !== 200) throw new Error(`${at.page} answered ${page.status}`);
  const action = at.action ?? at.page;
  const fields = filled(page, action, at.typed?.(page) ?? {});
  return again(() => visitor.post(action, fields));
}

export type Again = <T>(work: () => Promise<T>) => Promise<T>;

/** Reads a text in, answers who owes its promise, accepts it. Returns the address of the reading. */
export async function readIn(
  secretary: Visitor,
  source: { text: string; body: string; day: string; owner: string; typed?: Record<string, string> },
  again: Again,
): Promise<string> {
  const { text, body, day, owner } = source;
  const said = { text, body, status: 'not-known', publish: 'no', ...meetingOf(day), ...source.typed };
  const begun = await sendForm(secretary, { page: '/minutes/read', typed: () => said }, again);
  const reading = new URL(begun.url).pathname;
  const answers = (page: Page) => ({ [`${promiseFields(page)}-owner`]: owner, next: 'check' });
  const checked = await sendForm(secretary, { page: reading, typed: answers }, again);
  if (!checked.url.endsWith('/check')) throw new Error(`Not ready to be accepted: ${checked.status} ${checked.url}`);
  const accepted = await sendForm(secretary, { page: `${reading}/check`, action: `${reading}/accept` }, again);
  if (accepted.status !== 200) throw new Error(`Accepting answered ${accepted.status}`);
  return reading;
}

/** Is the text entered? The page of the reading, once it says so. */
export async function entered(secretary: Visitor, reading: string): Promise<Page | undefined> {
  const page = await secretary.go(reading);
  return page.text.includes('data-q-again') ? undefined : page;
}
