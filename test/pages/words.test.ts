import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { say, sayPath, sayPathAsHtml, WordsMissing } from '../../shared/pages/say.ts';
import type { Phrase } from '../../shared/pages/words/catalogue.ts';
import { words } from '../../shared/pages/words/index.ts';
import { keysAskedFor, looseText } from '../support/loose-text.ts';
import { templateNames, templatesFolder } from '../support/pages.ts';

const names = templateNames();
const source = (name: string) => readFileSync(join(templatesFolder, name), 'utf8');
const phrases = Object.entries(words).flatMap(([area, { en }]) =>
  Object.entries<Phrase>(en).map(([key, phrase]): [string, Phrase] => [`${area}.${key}`, phrase]),
);

test.each(names)('%s says nothing that is not in the catalogue of words', (name) => {
  expect(looseText(source(name))).toEqual([]);
});

test.each(names)('%s asks the catalogue only for words that are there', (name) => {
  const known = new Set(phrases.map(([key]) => key));
  expect(keysAskedFor(source(name)).filter((key) => !known.has(key))).toEqual([]);
});

test('text between tags, in attributes that are read out and in what a macro shows is found out as loose', () => {
  expect(looseText('<p>{{ x }} Publish it</p>')).toEqual(['Publish it']);
  expect(looseText('<a aria-label="Next find" href="/next-find">{{ x }}</a>')).toEqual(['Next find']);
  expect(looseText("{{ govukButton({ text: 'Save', classes: 'govuk-button--secondary' }) }}")).toEqual(['Save']);
  expect(looseText('{# a note to us #}<p class="q-quiet">“{{ x }}” 3</p>')).toEqual([]);
});

test('a singular and its plural are chosen by the count', () => {
  expect(say('charts', 'workingDaysLeft', { count: 1 })).toBe('1 working day left');
  expect(say('charts', 'workingDaysLeft', { count: 3 })).toBe('3 working days left');
  expect(() => say('charts', 'workingDaysLeft')).toThrow(WordsMissing);
});

test('words that are not there, and slots that are not given, are mistakes and not blanks', () => {
  expect(() => sayPath('layout.noSuchWords')).toThrow(WordsMissing);
  expect(() => sayPath('noSuchArea.title')).toThrow(WordsMissing);
  expect(() => sayPath('layout.demonstrationDay')).toThrow('"layout.demonstrationDay" needs "day"');
});

test('what is put into a phrase as HTML cannot become markup', () => {
  const html = sayPathAsHtml('errors.conflictLeave', { who: '<img src=x onerror=alert(1)>' });
  expect(html).toBe('Leave it as &lt;img src=x onerror=alert(1)&gt; saved it');
});

test.each(phrases)('%s is written with typographic quotation marks', (_, phrase) => {
  for (const text of typeof phrase === 'string' ? [phrase] : [phrase.one, phrase.other]) {
    expect(text).not.toMatch(/\w'\w|(^|\s)"\w/);
  }
});
