import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from '@jest/globals';
import { importedAtOnce, loadedByItself, loadedWith } from '../support/loaded-with.ts';

let imports: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  imports = await importedAtOnce();
});

const compiled = /^shared\/pages\/compiled\//;

test.each(loadedByItself)('%s brings every template that it names, and what those use', (entry) => {
  const files = loadedWith(imports, entry);
  const made = files.filter((file) => compiled.test(file));
  const written = files.filter((file) => !compiled.test(file));
  const text = (all: readonly string[]) => all.map((file) => readFileSync(file, 'utf8')).join('\n');
  const atHand = [...text(made).matchAll(/"([\w/-]+\.njk)":/g)].map(([, name]) => name);
  const asked = [
    ...[...text(written).matchAll(/'([\w/-]+\.njk)'/g)].map(([, name]) => name),
    ...[...text(made).matchAll(/getTemplate\("([\w/-]+\.njk)"/g)].map(([, name]) => name),
  ];
  expect(asked.filter((name) => !atHand.includes(name))).toEqual([]);
});

test('the areas of pages are among what is looked at', () => {
  expect(loadedByItself.filter((file) => file.startsWith('functions/web/')).length).toBeGreaterThan(8);
});
