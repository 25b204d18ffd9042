import { expect, test } from '@jest/globals';
import { firstPartOf } from '../../functions/web/area-router.ts';
import { areas } from '../../functions/web/areas.ts';
import type { Area, Route } from '../../functions/web/route.ts';
import { testRegister } from '../support/register.ts';
import { webForAreas } from '../support/web.ts';

test('every page can be reached: its area is asked for by the first part of its address', async () => {
  for (const { firstParts, load } of areas)
    expect([...new Set((await load()).map(({ path }) => firstPartOf(path)))].sort()).toEqual([...firstParts].sort());
});

const page = (path: string, html: string): Route => ({
  method: 'GET',
  path,
  action: 'public.read',
  event: null,
  page: async () => ({ html }),
});

test('an area is loaded when one of its pages is first asked for, once, and no other with it', async () => {
  const { register, close } = await testRegister();
  const loaded: string[] = [];
  const area = (name: string, firstParts: readonly string[], routes: readonly Route[]): Area => ({
    firstParts,
    load: async () => {
      loaded.push(name);
      return routes;
    },
  });
  const web = await webForAreas(
    register,
    [
      area('front', [''], [page('/', 'front')]),
      area('meetings', ['meetings'], [page('/meetings/{id}', 'meeting')]),
      area('agendas', ['meetings'], [page('/meetings/{id}/agenda', 'agenda')]),
    ],
    { personId: null },
  );
  expect((await web.get('/forms/new')).status).toBe(404);
  expect(loaded).toEqual([]);
  expect((await web.get('/')).html).toBe('front');
  expect((await web.get('/')).html).toBe('front');
  expect(loaded).toEqual(['front']);
  expect((await web.get('/meetings/1/agenda')).html).toBe('agenda');
  expect((await web.get('/meetings/1')).html).toBe('meeting');
  expect((await web.get('/meetings')).status).toBe(404);
  expect(loaded).toEqual(['front', 'meetings', 'agendas']);
  close();
});
