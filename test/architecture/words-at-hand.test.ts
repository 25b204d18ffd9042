import { globSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from '@jest/globals';
import { words } from '../../shared/pages/words/index.ts';
import { wordsAtHand } from '../../shared/pages/words-at-hand.ts';
import { importedAtOnce, loadedByItself, loadedWith } from '../support/loaded-with.ts';

const own = /^shared\/pages\/words\/([\w-]+)\.ts$/;

/** `api-tokens` among files is `apiTokens` where it is said. */
const areaOf = (file: string): string => file.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
const saidIn = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?<!`)\bsay\(\s*'(\w+)'/g)].map(([, area = '']) => area);

let imports: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  imports = await importedAtOnce();
});

test.each(loadedByItself)('%s brings the words of every area that it says', (entry) => {
  const files = loadedWith(imports, entry);
  const atHand = files.flatMap((file) => own.exec(file)?.[1] ?? []).map(areaOf);
  const wanting = files.flatMap((file) =>
    saidIn(file)
      .filter((area) => !atHand.includes(area))
      .map((area) => `${file}: ${area}`),
  );
  expect(wanting).toEqual([]);
});

test('what several areas share brings its own words, whoever imports it', () => {
  const shared = globSync('shared/**/*.ts').filter((file) => file !== 'shared/pages/say.ts');
  const wanting = shared.flatMap((file) => {
    const brought = (imports.get(file) ?? []).flatMap((to) => own.exec(to)?.[1] ?? []).map(areaOf);
    return saidIn(file)
      .filter((area) => imports.has(file) && !brought.includes(area))
      .map((area) => `${file}: ${area}`);
  });
  expect(wanting).toEqual([]);
});

test('each file of words puts its own at hand, under the name by which they are typed', () => {
  expect(wordsAtHand).toEqual(words);
});

test('no page is served with the words of every page', () => {
  const all = 'shared/pages/words/index.ts';
  expect(loadedByItself.filter((entry) => loadedWith(imports, entry).includes(all))).toEqual([]);
});
