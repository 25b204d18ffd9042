import { expect, test } from '@jest/globals';
import { assetPath, render, TemplateMissing } from '../../shared/pages/render.ts';
import { aFrame, aPublicFrame } from '../support/pages.ts';

const pageOf = (frame = aFrame()) => render('layout.njk', { frame });

test('a page says its name, the product and the organisation in its title', () => {
  expect(pageOf()).toContain('<title>What needs you today - Quorate - Brackenford City Council</title>');
});

test('a page with an error says so first, in its title and in a summary linked to the field', () => {
  const html = pageOf(aFrame({ errors: [{ text: 'The window must close after it opens', href: '#closes-day' }] }));
  expect(html).toContain('<title>Error: What needs you today');
  expect(html).toMatch(/role="alert"[\s\S]*There is a problem[\s\S]*<a href="#closes-day">/);
});

test('every page of the demonstration says that it is one, on which day, and that it is not for live records', () => {
  const html = pageOf();
  expect(html).toContain('<b>Demonstration.</b> Fictional people and places. Today is Monday 15 April 2019.');
  expect(html).toContain('<a class="govuk-link" href="/local/time">Move time</a>');
  expect(html).toContain('not for live records');
});

test('a page of an organisation’s own deployment has no banner and no warning', () => {
  const { demonstration: _, ...frame } = aFrame();
  expect(pageOf(frame)).not.toContain('emonstration');
});

test('signing out is a post with the token of the session, never a link', () => {
  expect(pageOf()).toMatch(
    /<form method="post" action="\/sign-out">\s*<input type="hidden" name="csrf" value="token-of-the-session">/,
  );
  expect(pageOf()).not.toMatch(/<a[^>]*>Sign out/);
});

test('whoever is not signed in is offered to sign in, and has no token', () => {
  const html = pageOf(aPublicFrame());
  expect(html).toContain('<a href="/sign-in">Sign in</a>');
  expect(html).not.toContain('csrf');
});

test('the place where one is in the navigation is said to screen readers, once', () => {
  expect(pageOf().match(/aria-current="page"/g)).toHaveLength(1);
});

test('a name like script is shown as it is written', () => {
  const html = pageOf(aFrame({ person: { name: '<script>alert(1)</script>', role: '"onload=' } }));
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;, &quot;onload=');
  expect(html).not.toContain('<script>alert');
});

test('styles and script come from addresses that change with their content', () => {
  expect(assetPath('quorate.css')).toMatch(/^\/assets\/[0-9a-f]{12}\/quorate\.css$/);
  expect(pageOf()).toContain(`<script type="module" src="${assetPath('quorate.js')}"></script>`);
});

test('a template that does not exist is named in the error', () => {
  expect(() => render('home/nobody.njk', { frame: aFrame() })).toThrow(TemplateMissing);
});
