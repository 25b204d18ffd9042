import { expect, test } from '@jest/globals';
import { NO_PROSE, PROSE } from '../../../infra/resources/prose-paths.ts';
import { everyRoute } from '../../support/every-route.ts';

test('The web ACL knows of every page that takes a form whether prose is posted there', () => {
  const known: readonly string[] = [...PROSE, ...NO_PROSE];
  const areas = everyRoute.filter(({ method }) => method === 'POST').map(({ path }) => path.split('/')[1] ?? '');
  for (const area of areas) expect(known).toContain(area);
});
