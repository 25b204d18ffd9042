import { expect, test } from '@jest/globals';
import { reduceHtml } from '../../shared/minutes/html.ts';
import { readMinutes } from '../../shared/minutes/read-minutes.ts';
import { findsOf } from './fixture.ts';

const page = `<!doctype html><html><head><title>Cabinet</title><style>p{color:red}</style>
<script>document.write('RESOLVED that nothing be noted.')</script></head><body>
<h2>Agenda item</h2><h3>Street trees &amp; verges</h3>
<h3>Minutes:</h3>
<p>The Cabinet considered a report.</p>
<p>RESOLVED that:</p>
<ol><li>The report be noted.</li><li>A further report be
submitted in three months&rsquo; time.</li></ol>
<p>Quotations were received.				<em>Clerk</em></p>
<h3>Supporting documents:</h3></body></html>`;

test('a page of HTML is read like the same words typed', () => {
  const reading = readMinutes(page, { meetingDate: '2019-05-07' });
  expect(findsOf(reading, 'item')).toMatchObject([{ title: 'Street trees & verges' }]);
  expect(findsOf(reading, 'resolution')).toMatchObject([
    { number: '1', text: 'The report be noted.', outcome: 'noted' },
    { number: '2', outcome: 'approved' },
  ]);
  const [trees] = findsOf(reading, 'promise').filter(({ promiseKinds }) => promiseKinds.includes('report-back'));
  expect(trees).toMatchObject({ window: { from: '2019-08-07', to: '2019-08-07' } });
  expect(findsOf(reading, 'promise').map(({ owner }) => owner)).toContain('Clerk');
});

test('scripts, styles and what is struck out are not read', () => {
  const { source } = readMinutes(page);
  expect(source).not.toMatch(/document\.write|color:red|<[a-z]/);
  expect(reduceHtml('<p>one</p><p><del>two</del>three</p>')).toBe('one\n\nthree\n\n');
});

test('a text without mark-up is not touched, angle brackets and all', () => {
  const text = 'Write to A Clerk <clerk@town.example> if 3 < 4.\nAnd > 2.';
  expect(reduceHtml(text)).toBe(text);
});

test('mark-up that never closes still gives its words', () => {
  expect(readMinutes('<p>RESOLVED that the <b>report be noted.</p><div><li>').source).toContain(
    'RESOLVED that the report be noted.',
  );
});
