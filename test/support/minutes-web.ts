import { readFileSync } from 'node:fs';
import { meetingRoutes } from '../../functions/web/meetings/routes.ts';
import { minutesRoutes } from '../../functions/web/minutes/routes.ts';
import { enterPart, finishEntering } from '../../shared/store/enter-part.ts';
import { readings } from '../../shared/store/readings.ts';
import { get, type Register } from '../../shared/store/record-kind.ts';
import { fieldsOfForm } from './forms.ts';
import type { webFor } from './web.ts';

/** Somebody at the pages of the minutes. */
export type Reader = Awaited<ReturnType<typeof webFor>>;

export const routes = [...minutesRoutes, ...meetingRoutes];

export function seedText(name: string): string {
  return readFileSync(`test/fixtures/seeds/${name}.txt`, 'utf8');
}

/** What is typed on the first page: a text, and which meeting it is of. */
export function source(text: string, more: Record<string, string> = {}): Record<string, string> {
  const day = { 'day-day': '17', 'day-month': '10', 'day-year': '2018' };
  return { text, body: 'hosb', ...day, status: 'not-known', publish: 'no', ...more };
}

/** Sends the first page. */
export async function read(by: Reader, fields: Record<string, string>) {
  const page = await by.get('/minutes/read');
  const { commandId = '' } = fieldsOfForm(page.html, '/minutes/read');
  return by.post('/minutes/read', { commandId, ...fields });
}

/** The fields of the page of finds as they stand, without the session's token. */
export async function shownFields(by: Reader, address: string): Promise<Record<string, string>> {
  const { csrf: _, ...fields } = fieldsOfForm((await by.get(address)).html, address);
  return fields;
}

/** Answers on the page of finds, and goes on. */
export async function answer(by: Reader, address: string, answers: Record<string, string> = {}, next = 'check') {
  return by.post(address, { ...(await shownFields(by, address)), ...answers, next });
}

/** Accepts what the check page shows. */
export async function accept(by: Reader, address: string) {
  const page = await by.get(`${address}/check`);
  const { csrf: _, ...fields } = fieldsOfForm(page.html, `${address}/accept`);
  return by.post(`${address}/accept`, fields);
}

export function readingId(address: string): string {
  return address.split('/')[3] ?? '';
}

const at = { at: '2019-04-15T09:05:00.000Z', today: '2019-04-15' };

/** Does what the workflow does: enters each part, then finishes. */
export async function enterAll(register: Register, id: string) {
  const { record } = await get(register, readings, id);
  for (const { key } of record.parts) await enterPart(register, { readingId: id, part: key }, at);
  await finishEntering(register, id, at);
  return (await get(register, readings, id)).record;
}
