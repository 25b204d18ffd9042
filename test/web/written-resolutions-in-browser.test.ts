import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { homeRoutes } from '../../functions/web/home/routes.ts';
import { writtenRoutes } from '../../functions/web/written-resolutions/routes.ts';
import { extendedAccessId } from '../../infra/local/demonstration/written-resolution.ts';
import { draftWritten } from '../../shared/store/written-acts.ts';
import { startBrowser } from '../support/browser.ts';
import { demonstrationRegister } from '../support/demonstration-register.ts';
import { faultsShown } from '../support/shown-page.ts';
import { webFor } from '../support/web.ts';
import { someAsked, writtenCommand } from '../support/written-body.ts';

let table: Awaited<ReturnType<typeof demonstrationRegister>>;
let browser: Browser;
let people: Record<string, Awaited<ReturnType<typeof webFor>>>;

beforeAll(async () => {
  [table, browser] = await Promise.all([demonstrationRegister(), startBrowser()]);
  const asked = someAsked({ requestedBy: 'farah-nightjar', closes: { day: '2019-04-25', time: '17:00' } });
  const command = writtenCommand('draft', 'grace-siskin');
  await draftWritten(table.register, command, asked, { id: 'draft-1', bodyId: 'governing-body' });
  const seen = (personId: string) => webFor(table.register, [...homeRoutes, ...writtenRoutes], { personId });
  people = {
    grace: await seen('grace-siskin'),
    imran: await seen('imran-godwit'),
    ravi: await seen('ravi-garganey'),
    tom: await seen('tom-dunnock'),
  };
}, 120_000);

afterAll(async () => {
  await browser.close();
  table.close();
});

const page = `/written-resolutions/${extendedAccessId}`;
const addresses = [
  ['grace', '/home'],
  ['imran', '/home'],
  ['grace', '/written-resolutions'],
  ['grace', '/written-resolutions/new'],
  ['grace', '/written-resolutions/new?body=governing-body'],
  ['tom', '/written-resolutions/new?body=audit'],
  ['grace', '/written-resolutions/draft-1'],
  ['grace', '/written-resolutions/draft-1/change'],
  ['grace', page],
  ['imran', page],
  ['imran', `${page}/vote`],
  ['ravi', `${page}/vote`],
  ['grace', `${page}/withdraw`],
] as const;

const pictures = process.env['PICTURES'];
const pictureOf = (name: string) =>
  pictures === undefined ? {} : { picture: `${pictures}/${name.replaceAll(/[^a-z0-9]+/g, '-')}.png` };

for (const width of [1280, 320])
  test.each(addresses)(
    `as %s, %s is accessible at ${width} px and needs no sideways scroll`,
    async (who, address) => {
      const { status, html } = (await people[who]?.get(address)) ?? { status: 0, html: '' };
      expect(status).toBe(200);
      expect(await faultsShown(browser, html, { width, ...pictureOf(`${who}-${address}-${width}`) })).toEqual([]);
    },
    30_000,
  );

test('a form with every fault in it is accessible too', async () => {
  const vote = await people['imran']?.post(`${page}/vote`, { answer: 'stand-aside', comment: '' });
  const draft = await people['grace']?.post('/written-resolutions/new', { bodyId: 'governing-body' });
  for (const shown of [vote, draft]) {
    expect(shown?.status).toBe(422);
    expect(await faultsShown(browser, shown?.html ?? '', { width: 320 })).toEqual([]);
  }
}, 30_000);
