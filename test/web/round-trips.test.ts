import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { commitmentRoutes } from '../../functions/web/commitments/routes.ts';
import { homeRoutes } from '../../functions/web/home/routes.ts';
import { meetingRoutes } from '../../functions/web/meetings/routes.ts';
import { planRoutes } from '../../functions/web/plan/routes.ts';
import { watchedTable } from '../bench/watched-table.ts';
import { testBlobs } from '../support/blobs.ts';
import { demonstrationRegister } from '../support/demonstration-register.ts';
import { webFor } from '../support/web.ts';

let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
beforeAll(async () => {
  opened = await demonstrationRegister(testBlobs());
});
afterAll(() => opened.close());

const MEETING = '/meetings/meeting-hosb-2019-04-25';

/** How often a page waits for the table, session and person included, once its process has shown it before. */
async function tripsOf(path: string): Promise<{ trips: number; html: string }> {
  const watched = watchedTable(opened.register.table);
  const routes = [...meetingRoutes, ...commitmentRoutes, ...planRoutes, ...homeRoutes];
  const web = await webFor({ ...opened.register, table: watched.table }, routes, { personId: 'maya-lapwing' });
  await web.get(path);
  watched.begin();
  const { html } = await web.get(path);
  return { trips: watched.waited().trips, html };
}

test('a secretary who builds an agenda waits for the table twice: for who they are, and for what is on it', async () => {
  const { trips, html } = await tripsOf(MEETING);
  expect(html).toContain('Health Overview and Scrutiny Board');
  expect(trips).toBe(2);
});

test('the story of a promise is read in two round trips, whoever reads it included', async () => {
  const { trips, html } = await tripsOf('/commitments/c01-hosb-18-14');
  expect(html).toContain('What will be sent');
  expect(trips).toBe(2);
});

test.each([
  ['the plan of a body', '/bodies/hosb/plan', 2],
  ['a body at a glance', '/bodies/hosb', 1],
  ['the secretary’s home', '/home', 3],
])('%s waits for the table no more often than it must', async (_, path, most) => {
  expect((await tripsOf(path)).trips).toBeLessThanOrEqual(most);
});

test('nobody who is not signed in has a page read ahead for them, or learns that it is there', async () => {
  const watched = watchedTable(opened.register.table);
  const nobody = await webFor({ ...opened.register, table: watched.table }, meetingRoutes, { personId: null });
  watched.begin();
  const there = await nobody.get(MEETING);
  const not = await nobody.get('/meetings/no-such-meeting');
  expect(watched.waited().trips).toBe(0);
  expect([there.status, there.location]).toEqual([303, expect.stringContaining('/sign-in')]);
  expect(not.status).toBe(303);
});
