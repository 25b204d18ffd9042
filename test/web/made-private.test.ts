import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { meetingRoutes } from '../../functions/web/meetings/routes.ts';
import { addNewItem } from '../../shared/store/agenda-acts.ts';
import { agendas } from '../../shared/store/agendas.ts';
import { agendaItems } from '../../shared/store/business.ts';
import { publishAgenda, publishSupplement } from '../../shared/store/publication-acts.ts';
import { showPublication } from '../../shared/store/publication-steps.ts';
import { get } from '../../shared/store/record-kind.ts';
import { apiOver } from '../support/api.ts';
import { testBlobs } from '../support/blobs.ts';
import { aCommand } from '../support/command.ts';
import { demonstrationRegister } from '../support/demonstration-register.ts';
import { everyPublicPage, publicSite } from '../support/public-site.ts';
import { anItem, HOSB } from '../support/publication.ts';
import { webFor } from '../support/web.ts';

const ITEM = 'grebe-item';
const address = `/meetings/${HOSB}/agenda/items/${ITEM}`;
const secrets = ['Great Crested Grebe contract', 'Director of Grebes', 'Andy Grebewatcher', 'grebe figures'];
let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
let site: Awaited<ReturnType<typeof publicSite>>;
let maya: Awaited<ReturnType<typeof webFor>>;

beforeAll(async () => {
  opened = await demonstrationRegister(testBlobs());
  const { register } = opened;
  site = await publicSite(opened.endpoint);
  maya = await webFor(register, meetingRoutes, { personId: 'maya-lapwing' });
  const moment = { at: '2019-04-15T09:30:00.000Z', today: '2019-04-15' };
  await publishAgenda(register, aCommand('grebe-out'), HOSB);
  await showPublication(register, { meetingId: HOSB, publicationId: 'agenda-1' }, moment);
  const item = anItem({
    id: ITEM,
    bodyId: 'hosb',
    meetingId: HOSB,
    title: 'Great Crested Grebe contract',
    reportOf: 'Director of Grebes',
    presenter: 'Andy Grebewatcher',
    report: 'to-follow',
    toFollowReason: 'The grebe figures are awaited.',
  });
  await addNewItem(register, aCommand('grebe-added'), HOSB, { item, after: null, motion: null });
  const said = 'Great Crested Grebe contract is added: the offer came late.';
  await publishSupplement(register, aCommand('grebe-supplement'), HOSB, { itemIds: [ITEM], said });
  await showPublication(register, { meetingId: HOSB, publicationId: 'supplement-1' }, moment);
}, 60_000);
afterAll(async () => {
  await site.close();
  opened.close();
});

/** Everything that the public can read, by its address: every page that leads from another, feeds, calendars and the API. */
async function everythingPublic(): Promise<Map<string, string>> {
  const pages = await everyPublicPage((path) => site.get(path));
  const api = apiOver(opened.register);
  for (const path of [
    `/committees/hosb/meetings/${HOSB}/notice`,
    '/committees/hosb/feed.atom',
    '/committees/hosb/meetings.ics',
    `/committees/hosb/meetings/${HOSB}/meeting.ics`,
  ])
    pages.set(path, (await site.get(path)).html);
  for (const path of [`/api/v1/public/meetings/${HOSB}`, '/api/v1/public/bodies/hosb/meetings'])
    pages.set(path, (await api.get(path)).text);
  return pages;
}

const placesOf = (pages: ReadonlyMap<string, string>, words: string): string[] =>
  [...pages].filter(([, html]) => html.toLowerCase().includes(words.toLowerCase())).map(([path]) => path);

const fieldsOf = async (more: Record<string, string | string[]>) => ({
  commandId: 'close-grebe',
  title: 'Great Crested Grebe contract',
  report: 'to-follow',
  toFollowReason: 'The grebe figures are awaited.',
  reportOf: 'Director of Grebes',
  presenter: 'Andy Grebewatcher',
  access: 'private',
  why: 'exempt',
  paragraphs: ['3'],
  publicInterest: 'The price would be known.',
  version: String((await get(opened.register, agendaItems, ITEM)).version),
  ...more,
});

test('the secretary is warned before an item that the public has is made private, and nothing is saved by the warning', async () => {
  const before = await everythingPublic();
  expect(placesOf(before, 'Great Crested Grebe contract')).toEqual(
    expect.arrayContaining([`/committees/hosb/meetings/${HOSB}`, '/committees/hosb/feed.atom']),
  );
  expect((await maya.get(address)).html).toContain('leave the public pages, the feeds and the printed agenda at once');
  const first = await maya.post(address, await fieldsOf({ closedNote: 'Withdrawn from publication.' }));
  expect(first.status).toBe(422);
  expect(first.html).toContain('Saving takes it off every public page at once');
  expect(first.html).toContain('name="sure" value="yes"');
  const named = await maya.post(
    address,
    await fieldsOf({ sure: 'yes', closedNote: 'The great crested grebe contract is private.' }),
  );
  expect(named.html).toContain('Do not repeat its title');
  expect((await get(opened.register, agendaItems, ITEM)).record.accessClass).toBe('public');
});

test('made private it leaves every public surface at once: its number stays with the note, in its old place', async () => {
  const fields = await fieldsOf({ sure: 'yes', closedNote: 'Withdrawn: it will be taken in private.' });
  const saved = await maya.post(address, fields);
  expect(saved.status).toBe(303);
  const now = await everythingPublic();
  for (const secret of secrets) expect([secret, placesOf(now, secret)]).toEqual([secret, []]);
  const page = (await site.get(`/committees/hosb/meetings/${HOSB}`)).html;
  const { slots, publications } = (await get(opened.register, agendas, HOSB)).record;
  const slot = slots.find(({ itemId }) => itemId === ITEM);
  expect(page).toContain('Withdrawn: it will be taken in private.');
  expect(page).toContain('Part II');
  expect(slot).toMatchObject({ accessClass: 'private', withdrawn: null, number: '12' });
  expect(publications.at(-1)).toMatchObject({ sort: 'withdrawal', state: 'shown', itemIds: [ITEM] });
  // Pressed twice it is done once.
  await maya.post(address, fields);
  expect((await get(opened.register, agendas, HOSB)).record.publications).toHaveLength(publications.length);
});

test('its secretary goes on with it in private, and the motion to exclude the public is on the agenda', async () => {
  const { html } = await maya.get(`/meetings/${HOSB}`);
  expect(html).toContain('Great Crested Grebe contract');
  const { slots } = (await get(opened.register, agendas, HOSB)).record;
  expect(slots.some(({ standing }) => standing === 'exclusion')).toBe(true);
});
