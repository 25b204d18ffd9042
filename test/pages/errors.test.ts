import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { type Stretch, sideBySide } from '../../shared/pages/differences.ts';
import { render } from '../../shared/pages/render.ts';
import { holds } from '../support/holds.ts';
import { aFrame, aPublicFrame } from '../support/pages.ts';

const conflict = {
  who: 'Tom Dunnock',
  what: 'item 4',
  when: 'at 11.09am today',
  action: '/items/4',
  leaveHref: '/items/4',
  commandId: 'command-2',
  version: 7,
  kept: [{ name: 'title', value: 'Dental access <b>& more</b>' }],
  rows: [{ name: 'title', label: 'Title', ...sideBySide('Dental access: report', 'Dental access: further report') }],
};

test('when somebody was faster, both versions stand side by side, what differs in bold, nothing chosen', () => {
  const html = render('errors/conflict.njk', { frame: aFrame(), conflict });
  expect(html).toContain('Tom Dunnock changed item 4 at 11.09am today, while you were writing');
  expect(html).toContain('1 difference in item 4');
  expect(html).toContain('Dental access: <b>further </b>report');
  expect(html).toContain('name="choose-title" value="theirs"');
  expect(html).not.toContain('checked');
});

test('when somebody was faster, what was typed is sent back with the version it is now compared with', () => {
  const html = render('errors/conflict.njk', { frame: aFrame(), conflict });
  expect(html).toContain('<input type="hidden" name="version" value="7">');
  expect(html).toContain('<input type="hidden" name="commandId" value="command-2">');
  expect(html).toContain('name="title" value="Dental access &lt;b&gt;&amp; more&lt;/b&gt;"');
});

const written = (stretches: Stretch[]) => stretches.map(({ text }) => text).join('');

test('two versions side by side lose no letter of either', () => {
  holds(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n') }),
      fc.string({ unit: 'grapheme' }),
      (one, other) => {
        const { theirs, yours } = sideBySide(one, other);
        expect([written(theirs), written(yours)]).toEqual([one, other]);
      },
    ),
  );
});

test('two versions that are the same have nothing marked', () => {
  expect(sideBySide('The same words', 'The same words').theirs).toEqual([{ text: 'The same words', changed: false }]);
});

const again = {
  action: '/minutes',
  fields: [{ name: 'text', value: 'RESOLVED that:\n"(1)"', label: 'Text of the minutes' }],
};

test('a session that ended under a form shows what was typed and keeps it for sending again', () => {
  const html = render('errors/signed-out.njk', { frame: aPublicFrame(), signInHref: '/sign-in', again });
  expect(html).toContain('Nothing has changed yet, and what you typed is below.');
  expect(html).toContain('name="text" value="RESOLVED that:\n&quot;(1)&quot;"');
  expect(html).toContain('<div class="q-kept">RESOLVED that:');
  expect(html).not.toContain('name="csrf"');
});

test('a form sent without its token is asked about once more, with one, before anything is saved', () => {
  const html = render('errors/signed-out.njk', { frame: aFrame(), signInHref: '/sign-in', again });
  expect(html).toContain('nothing has been saved yet');
  expect(html).toContain('<input type="hidden" name="csrf" value="token-of-the-session">');
});

test('a page that is missing and one that may not be known of are told in the same words', () => {
  const html = render('errors/not-found.njk', { frame: aFrame({ title: 'Page not found' }) });
  expect(html).toContain('There is no page at this address that you may see.');
  expect(html).not.toMatch(/private|permission|exist/i);
});

test('a failure gives a reference and who can help, and nothing of itself', () => {
  const html = render('errors/gone-wrong.njk', { frame: aFrame(), reference: '0190-ab' });
  expect(html).toContain('give Governance Services this reference: 0190-ab.');
});

test('too large says how much was sent and how much can be', () => {
  const html = render('errors/too-large.njk', { frame: aFrame(), limit: '1 MB', size: '2.1 MB', backHref: '/minutes' });
  expect(html).toContain('What you sent is 2.1 MB. The most that can be taken here is 1 MB. Nothing was saved.');
});

test('who may not is told who can look into it', () => {
  expect(render('errors/not-allowed.njk', { frame: aFrame() })).toContain('Governance Services can look into it');
});
