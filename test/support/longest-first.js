// The order of the test files: those that take minutes begin first, so that the two workers end together. By size within
// a rank: a fresh clone knows nothing of how long a file took before.
import { statSync } from 'node:fs';

const LONGEST = ['test/e2e/kill', 'test/e2e/', 'test/local/engine/', 'test/functions/api/', 'test/web/'];

const rankOf = (path) => {
  const rank = LONGEST.findIndex((part) => path.includes(part));
  return rank === -1 ? LONGEST.length : rank;
};

export default class LongestFirst {
  sort(tests) {
    const size = new Map(tests.map(({ path }) => [path, statSync(path).size]));
    return [...tests].sort((a, b) => rankOf(a.path) - rankOf(b.path) || size.get(b.path) - size.get(a.path));
  }

  shard(tests, { shardIndex, shardCount }) {
    return tests.filter((_, index) => index % shardCount === shardIndex - 1);
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
}
