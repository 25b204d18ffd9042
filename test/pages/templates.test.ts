import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { templateNames, templatesFolder } from '../support/pages.ts';

const names = templateNames();
const source = (name: string) => readFileSync(join(templatesFolder, name), 'utf8').replaceAll(/\{#[\s\S]*?#\}/g, '');

test('there are templates to look at', () => {
  expect(names).toContain('layout.njk');
});

test.each(names)('%s runs under a content policy that allows only our own files', (name) => {
  const text = source(name);
  expect(text).not.toMatch(/\sstyle\s*=/i);
  expect(text).not.toMatch(/<style[\s>]/i);
  expect(text).not.toMatch(/<script(?![^>]*\ssrc=)/i);
  expect(text).not.toMatch(/\son[a-z]+\s*=\s*["']/i);
  expect(text).not.toMatch(/javascript:/i);
});

test.each(names)('%s asks nothing of another host', (name) => {
  expect(source(name)).not.toMatch(/(?:https?:)?\/\/[a-z0-9]/i);
});

test.each(names)('%s puts raw HTML into a page only where a name says that it is HTML', (name) => {
  const raw = source(name).match(/[\w.]+(?=\s*\|\s*safe)/g) ?? [];
  for (const value of raw) expect(value).toMatch(/(?:^|\.)(?:html|\w+Html)$/);
});

// The template language reads `none` as its word for nothing: what is given under that name is never there.
test.each(names)('%s calls nothing it is given by the name none', (name) => {
  const code = (source(name).match(/\{[{%][\s\S]*?[%}]\}/g) ?? []).map((part) => part.replaceAll(/'[^']*'/g, "''"));
  for (const part of code) expect(part).not.toMatch(/(?<![\w.-])none(?![\w-])(?!\s*:)/);
});

// The public's own forms have no session: whoever posts one is taken to be nobody, and nothing counts until a mail is answered.
const ofASession = names.filter((name) => !name.startsWith('ask/'));

test.each(ofASession.filter((name) => /<form[^>]*method="post"/i.test(source(name))))(
  '%s sends the token of the session with every form that posts',
  (name) => {
    const forms = source(name).match(/<form[^>]*method="post"[\s\S]*?<\/form>/gi) ?? [];
    // A form that goes straight to storage carries storage's own signature, and must not carry our token there.
    const ours = forms.filter((form) => !form.includes('data-q-upload'));
    for (const form of ours) expect(form).toMatch(/qHidden\(\{[^}]*csrf: (?:frame|params|section)\.csrf/);
  },
);
